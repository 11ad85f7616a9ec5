/// JSON text being written: UTF-8 bytes, the same for the same values on every machine.
struct JSONText {
    private(set) var bytes: [UInt8] = []

    /// Forgets what was written so far, to write on into the same memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Text that is JSON already.
    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func raw(_ utf8: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: utf8)
    }

    mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    /// A string in quotes; only what must be escaped is, and what some readers of lines take for a line break.
    mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
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
            escape(length == 3 ? 0x2000 | UInt16(utf8[index + 2] & 0x3F) : UInt16(byte))
            index += length
            copied = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...]))
        bytes.append(0x22)
    }

    private mutating func escape(_ unit: UInt16) {
        switch unit {
        case 0x22: raw("\\\"")
        case 0x5C: raw("\\\\")
        case 0x08: raw("\\b")
        case 0x09: raw("\\t")
        case 0x0A: raw("\\n")
        case 0x0C: raw("\\f")
        case 0x0D: raw("\\r")
        default:
            raw("\\u")
            for shift: UInt16 in [12, 8, 4, 0] {
                let digit = UInt8(unit >> shift & 15)
                bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
    }

    mutating func integer(_ value: UInt32) {
        integer(Int(value))
    }

    mutating func integer(_ value: Int) {
        if value >= 0, value < 10 {
            bytes.append(0x30 + UInt8(value))
        } else {
            raw(String(value))
        }
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
