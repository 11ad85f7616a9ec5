/// A text as JSON has it: in quotes, only what must be escaped escaped, and what some readers of lines take for a line
/// break. The same bytes for the same text on every machine.
package enum JSONString {
    package static func quoted(_ text: String) -> String {
        var text = text
        var json: [UInt8] = []
        text.withUTF8 { append($0, to: &json) }
        return String(decoding: json, as: UTF8.self)
    }

    /// Puts a text of valid UTF-8 behind what was written before.
    package static func append(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        var copied = 0
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            var length = 1
            if byte == 0xE2 {
                // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
                guard index + 2 < utf8.count, utf8[index + 1] == 0x80, utf8[index + 2] & 0xFE == 0xA8 else {
                    index += 1
                    continue
                }
                length = 3
            } else if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F {
                index += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<index]))
            escape(length == 3 ? 0x2000 | UInt16(utf8[index + 2] & 0x3F) : UInt16(byte), to: &bytes)
            index += length
            copied = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...]))
        bytes.append(0x22)
    }

    private static func escape(_ unit: UInt16, to bytes: inout [UInt8]) {
        bytes.append(0x5C)
        switch unit {
        case 0x22, 0x5C: bytes.append(UInt8(unit))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift: UInt16 in [12, 8, 4, 0] {
                let digit = UInt8(unit >> shift & 15)
                bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
    }
}
