import PaydownCore

/// JSON text being written: UTF-8 bytes, the same for the same values on every machine.
struct JSONText: ~Copyable {
    private var buffer = UnsafeTextBuffer()

    /// How many bytes there are.
    var count: Int { buffer.count }

    var isEmpty: Bool { buffer.count == 0 }

    /// The byte written last.
    var last: UInt8? { buffer.last }

    /// All of it, copied.
    var bytes: [UInt8] { buffer.withBytes { Array($0) } }

    /// The bytes are good during the call only.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        buffer.withBytes(body)
    }

    /// Forgets what was written so far, to write on into the same memory.
    mutating func removeAll() {
        buffer.removeAll()
    }

    /// Text that is JSON already.
    @inline(__always)
    mutating func raw(_ text: StaticString) {
        buffer.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func raw(_ utf8: UnsafeBufferPointer<UInt8>) {
        buffer.append(utf8)
    }

    mutating func raw(_ text: String) {
        var text = text
        text.withUTF8 { buffer.append($0) }
    }

    mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    /// A string in quotes.
    mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        buffer.append(atMost: JSONString.room(for: utf8.count)) { JSONString.write(utf8, to: $0) }
    }

    mutating func integer(_ value: UInt32) {
        if value < 10 { return buffer.append(0x30 + UInt8(truncatingIfNeeded: value)) }
        var scale: UInt32 = 10
        while value / scale >= 10 { scale *= 10 }
        while scale > 0 {
            buffer.append(0x30 + UInt8(truncatingIfNeeded: value / scale % 10))
            scale /= 10
        }
    }

    mutating func integer(_ value: Int) {
        if let small = UInt32(exactly: value) { return integer(small) }
        raw(String(value))
    }

    /// A finite number: whole ones without a fraction, others as the shortest text that reads back as the same.
    mutating func number(_ value: Double) {
        precondition(value.isFinite, "JSON has no word for \(value)")
        if value == value.rounded(), abs(value) < 1e15 {
            integer(Int(value))
        } else {
            raw(value.description)
        }
    }
}
