/// Puts together a scalar from UTF-8 bytes that may come one at a time; what is not UTF-8 vanishes.
struct ScalarDecoder {
    private var value: UInt32 = 0
    private var missing = 0
    private var least: UInt32 = 0

    var isEmpty: Bool { missing == 0 }

    /// Takes a byte of 0x80 or more; returns the scalar that it completes.
    mutating func feed(_ byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case 0x80...0xBF:
            guard missing > 0 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
            missing -= 1
            guard missing == 0 else { return nil }
            // A form longer than needed, or a surrogate, is no character.
            guard value >= least else { return nil }
            return Unicode.Scalar(value)
        case 0xC2...0xDF:
            begin(byte & 0x1F, missing: 1, least: 0x80)
        case 0xE0...0xEF:
            begin(byte & 0x0F, missing: 2, least: 0x800)
        case 0xF0...0xF4:
            begin(byte & 0x07, missing: 3, least: 0x10000)
        default:
            missing = 0
        }
        return nil
    }

    private mutating func begin(_ bits: UInt8, missing: Int, least: UInt32) {
        value = UInt32(bits)
        self.missing = missing
        self.least = least
    }
}
