/// Where the names of a file's facts are.
package struct FactNames: Sendable {
    /// A place that begins with this bit is one in `others`.
    @usableFromInline static var elsewhere: UInt32 { 1 << 31 }

    /// In the order of the names' numbers.
    @usableFromInline var places = FactSpans()
    /// Names that do not stand in the text as they are.
    @usableFromInline var others: [UInt8] = []

    package init() {}

    package var count: Int { places.count }

    /// Whether every name stands in the text as it is.
    package var areInText: Bool { others.isEmpty }

    /// How many bytes the name has when it is one that stands in the text as it is, and so is ASCII; else nil.
    @inlinable @inline(__always)
    package func plainLength(_ name: FactName) -> Int? {
        if name.isEmpty { return 0 }
        let place = places[Int(name.number) - 1]
        return place.start < Self.elsewhere ? Int(place.end &- place.start) : nil
    }

    /// The bytes of a name, with dots and without white space, in the normal form that CPython gives it; valid UTF-8.
    ///
    /// - Parameter text: what the facts are of.
    @inlinable @inline(__always)
    package func withUTF8<Result>(
        _ name: FactName, of text: UnsafePointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        if name.isEmpty { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        return withUTF8(at: places[Int(name.number) - 1], of: text, body)
    }

    /// The same of the name at a place, which need not be one of `places` yet.
    @inlinable @inline(__always)
    func withUTF8<Result>(
        at place: ByteSpan, of text: UnsafePointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let length = Int(place.end &- place.start)
        guard place.start >= Self.elsewhere else {
            return body(UnsafeBufferPointer(start: text + Int(place.start), count: length))
        }
        let start = Int(place.start & ~Self.elsewhere)
        return others.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<(start + length)])) }
    }

    /// The same as a string.
    package func text(_ name: FactName, of text: UnsafePointer<UInt8>) -> String {
        withUTF8(name, of: text) { String(decoding: $0, as: UTF8.self) }
    }

    mutating func removeAll() {
        places.end(0)
        if !others.isEmpty { others.removeAll(keepingCapacity: true) }
    }
}
