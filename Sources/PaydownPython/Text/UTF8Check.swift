/// Strict UTF-8, as CPython decodes it: shortest forms only, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
    /// The offset of the first byte that does not belong, or nil.
    static func firstError(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let count = bytes.count
        var index = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while index < count {
            // Most of the text is ASCII, eight bytes at a time.
            while count - index >= 8,
                raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
            }
            guard index < count else { return nil }
            let first = bytes[index]
            if first < 0x80 {
                index += 1
                continue
            }
            let length = sequenceLength(bytes, at: index)
            if length == 0 { return index }
            index += length
        }
        return nil
    }

    /// How many bytes the multi-byte sequence here has; 0 when it is malformed.
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        func isTail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        switch bytes[index] {
        case 0xC2...0xDF:
            return isTail(1) ? 2 : 0
        case 0xE0:
            return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : 0
        case 0xED:
            return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : 0
        case 0xE1...0xEF:
            return isTail(1) && isTail(2) ? 3 : 0
        case 0xF0:
            return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : 0
        case 0xF1...0xF3:
            return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
        case 0xF4:
            return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : 0
        default:
            return 0
        }
    }
}
