/// A text as JSON has it: in quotes, only what must be escaped escaped, and what some readers of lines take for a line
/// break. The same bytes for the same text on every machine.
///
/// A performance file: a snapshot of ten thousand findings has a hundred thousand strings, and hardly one has anything
/// to escape.
package enum JSONString {
    package static func quoted(_ text: String) -> String {
        var text = text
        return text.withUTF8 { utf8 in
            String(unsafeUninitializedCapacity: room(for: utf8.count)) { buffer in
                guard let start = buffer.baseAddress else { preconditionFailure("a string without room") }
                return write(utf8, to: start)
            }
        }
    }

    /// How many bytes a text of so many may become.
    package static func room(for count: Int) -> Int {
        count * 6 + 2
    }

    /// Writes a text of valid UTF-8 to where there is `room` for it.
    ///
    /// Safe: no byte becomes more than six, and the quotes are two.
    /// - Returns: how many bytes were written.
    package static func write(_ utf8: UnsafeBufferPointer<UInt8>, to start: UnsafeMutablePointer<UInt8>) -> Int {
        var place = start
        append(0x22, to: &place)
        var index = 0
        let bytes = UnsafeRawBufferPointer(utf8)
        while index + 8 <= utf8.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if isPlain(word) {
                UnsafeMutableRawPointer(place).storeBytes(of: word, as: UInt64.self)
                place += 8
                index += 8
            } else {
                index += appendOne(utf8, index, to: &place)
            }
        }
        while index < utf8.count { index += appendOne(utf8, index, to: &place) }
        append(0x22, to: &place)
        return place - start
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Whether surely none of eight bytes has to be escaped.
    @inline(__always)
    private static func isPlain(_ word: UInt64) -> Bool {
        // A byte below a bound borrows from its high bit, which must not have been set before.
        let controls = (word &- ones &* 0x20) & ~word
        let found = controls | zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C) | zeros(word ^ ones &* 0x7F)
        return (found | zeros(word ^ ones &* 0xE2)) & highs == 0
    }

    /// The high bit of each byte that is zero, and perhaps of one above it.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- ones) & ~word
    }

    /// Writes what the byte there becomes; how many bytes of the text that took.
    @inline(__always)
    private static func appendOne(
        _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int, to place: inout UnsafeMutablePointer<UInt8>
    ) -> Int {
        let byte = utf8[index]
        if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F, byte != 0xE2 {
            append(byte, to: &place)
            return 1
        }
        if byte != 0xE2 {
            escape(UInt16(byte), to: &place)
            return 1
        }
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        guard index + 2 < utf8.count, utf8[index + 1] == 0x80, utf8[index + 2] & 0xFE == 0xA8 else {
            append(byte, to: &place)
            return 1
        }
        escape(0x2000 | UInt16(utf8[index + 2] & 0x3F), to: &place)
        return 3
    }

    @inline(never)
    private static func escape(_ unit: UInt16, to place: inout UnsafeMutablePointer<UInt8>) {
        append(0x5C, to: &place)
        switch unit {
        case 0x22, 0x5C: append(UInt8(unit), to: &place)
        case 0x08: append(UInt8(ascii: "b"), to: &place)
        case 0x09: append(UInt8(ascii: "t"), to: &place)
        case 0x0A: append(UInt8(ascii: "n"), to: &place)
        case 0x0C: append(UInt8(ascii: "f"), to: &place)
        case 0x0D: append(UInt8(ascii: "r"), to: &place)
        default:
            append(UInt8(ascii: "u"), to: &place)
            for shift: UInt16 in [12, 8, 4, 0] {
                let digit = UInt8(unit >> shift & 15)
                append(digit < 10 ? 0x30 + digit : 0x57 + digit, to: &place)
            }
        }
    }

    @inline(__always)
    private static func append(_ byte: UInt8, to place: inout UnsafeMutablePointer<UInt8>) {
        place.pointee = byte
        place += 1
    }
}
