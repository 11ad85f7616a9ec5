import PaydownCore

/// Packed bytes that are not what they should be; the store makes a sentence of it.
struct BrokenBytes: Error {
    let what: String
}

/// Reads what `ByteWriter` wrote; nothing in the bytes is believed without a look.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position == bytes.count }

    @inline(__always)
    mutating func byte() throws(BrokenBytes) -> UInt8 {
        guard position < bytes.count else { throw BrokenBytes(what: "ends too early") }
        defer { position += 1 }
        return bytes[position]
    }

    @inline(__always)
    mutating func number() throws(BrokenBytes) -> UInt64 {
        let first = try byte()
        if first < 0x80 { return UInt64(first) }
        return try longNumber(UInt64(first & 0x7F))
    }

    private mutating func longNumber(_ start: UInt64) throws(BrokenBytes) -> UInt64 {
        var value = start
        var shift: UInt64 = 7
        while true {
            let next = try byte()
            guard shift < 64 else { throw BrokenBytes(what: "a number without an end") }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
    }

    /// A number that says how many of something follow; each of them takes at least a byte.
    mutating func count() throws(BrokenBytes) -> Int {
        let value = try number()
        guard value <= UInt64(bytes.count - position) else { throw BrokenBytes(what: "more items than bytes") }
        return Int(value)
    }

    /// A number that fits a row, an id or a length.
    @inline(__always)
    mutating func small() throws(BrokenBytes) -> Int {
        let value = try number()
        guard value <= UInt64(UInt32.max) else { throw BrokenBytes(what: "a number out of range") }
        return Int(value)
    }

    mutating func int() throws(BrokenBytes) -> Int {
        Int(Int64(bitPattern: try number()))
    }

    @inline(__always)
    mutating func signed() throws(BrokenBytes) -> Int {
        let folded = try number()
        return Int(Int64(bitPattern: folded >> 1)) ^ -Int(folded & 1)
    }

    mutating func flag() throws(BrokenBytes) -> Bool {
        try byte() != 0
    }

    mutating func double() throws(BrokenBytes) -> Double {
        if try byte() == 0 { return Double(try signed()) }
        return Double(bitPattern: try fixed64())
    }

    mutating func fixed64() throws(BrokenBytes) -> UInt64 {
        guard bytes.count - position >= 8 else { throw BrokenBytes(what: "ends too early") }
        var value: UInt64 = 0
        for index in 0..<8 { value |= UInt64(bytes[position + index]) << UInt64(8 * index) }
        position += 8
        return value
    }

    @inline(__always)
    mutating func fixed32() throws(BrokenBytes) -> UInt32 {
        guard bytes.count - position >= 4 else { throw BrokenBytes(what: "ends too early") }
        var value: UInt32 = 0
        for index in 0..<4 { value |= UInt32(bytes[position + index]) << UInt32(8 * index) }
        position += 4
        return value
    }

    mutating func text() throws(BrokenBytes) -> String {
        var buffer: [UInt8] = []
        try text(into: &buffer)
        guard let text = String(validating: buffer, as: UTF8.self) else { throw BrokenBytes(what: "no UTF-8") }
        return text
    }

    /// The text's id in a table.
    mutating func text(into table: inout StringTable, _ buffer: inout [UInt8]) throws(BrokenBytes) -> StringID {
        buffer.removeAll(keepingCapacity: true)
        try text(into: &buffer)
        return buffer.withUnsafeBufferPointer { table.intern($0) }
    }

    /// Adds a text that a table does not have yet.
    mutating func newText(to table: inout StringTable, _ buffer: inout [UInt8]) throws(BrokenBytes) {
        buffer.removeAll(keepingCapacity: true)
        try text(into: &buffer)
        buffer.withUnsafeBufferPointer { table.append(new: $0) }
    }

    private mutating func text(into buffer: inout [UInt8]) throws(BrokenBytes) {
        let head = try number()
        let count = Int(truncatingIfNeeded: head >> 2)
        let mark = head & 3
        let length = mark == PackedForm.plainMark ? count : count / 2
        guard length >= 0, length <= bytes.count - position else { throw BrokenBytes(what: "a text without an end") }
        if mark == PackedForm.plainMark {
            buffer.append(contentsOf: bytes[position..<position + length])
            position += length
            return
        }
        for byte in bytes[position..<position + length] {
            buffer.append(Self.digit(byte >> 4))
            buffer.append(Self.digit(byte & 15))
        }
        position += length
        if mark == PackedForm.numberedMark {
            buffer.append(UInt8(ascii: "."))
            buffer.append(contentsOf: String(try number()).utf8)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x57 + value
    }
}
