import PaydownCore

/// Numbers and texts behind each other in as few bytes as they need.
///
/// Numbers are LEB128: seven bits a byte, the lowest first, the highest bit says that more follow. Signed ones are
/// folded first (0, -1, 1, -2 … are 0, 1, 2, 3 …).
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    @inline(__always)
    mutating func number(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    @inline(__always)
    mutating func number(_ value: Int) {
        number(UInt64(bitPattern: Int64(value)))
    }

    @inline(__always)
    mutating func number(_ value: UInt32) {
        number(UInt64(value))
    }

    @inline(__always)
    mutating func signed(_ value: Int) {
        number(UInt64(bitPattern: Int64(value &<< 1 ^ value &>> 63)))
    }

    mutating func flag(_ value: Bool) {
        bytes.append(value ? 1 : 0)
    }

    mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    /// Whole numbers as such, others as their eight bytes behind a mark: nearly every measure is a count.
    mutating func double(_ value: Double) {
        if let whole = Int(exactly: value), abs(whole) < 1 << 53, value.sign == .plus || whole != 0 {
            bytes.append(0)
            signed(whole)
        } else {
            bytes.append(1)
            append(fixed: value.bitPattern)
        }
    }

    mutating func append(fixed value: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift))) }
    }

    mutating func append(fixed value: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
    }

    mutating func append(_ other: [UInt8]) {
        bytes.append(contentsOf: other)
    }

    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { self.text($0) }
    }

    /// A text by its length and one of the forms of `PackedForm`.
    mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        switch PackedForm(utf8) {
        case .plain:
            number(UInt64(utf8.count) << 2 | PackedForm.plainMark)
            bytes.append(contentsOf: utf8)
        case .digits(let count):
            number(UInt64(count) << 2 | PackedForm.digitsMark)
            pack(utf8, digits: count)
        case .numberedDigits(let count, let ordinal):
            number(UInt64(count) << 2 | PackedForm.numberedMark)
            pack(utf8, digits: count)
            number(ordinal)
        }
    }

    private mutating func pack(_ utf8: UnsafeBufferPointer<UInt8>, digits: Int) {
        for index in stride(from: 0, to: digits, by: 2) {
            bytes.append(PackedForm.value(utf8[index]) << 4 | PackedForm.value(utf8[index + 1]))
        }
    }
}

/// How a text is written: as it is, or as half of its bytes when it is made of hexadecimal digits, as fingerprints and
/// hashes of statements and lines are; those are half of what there is to store, and do not compress.
enum PackedForm {
    case plain
    /// An even number of lower-case digits.
    case digits(Int)
    /// The same, a dot, and a decimal number behind it: `78b1d433b6.19`.
    case numberedDigits(Int, ordinal: UInt64)

    static let plainMark: UInt64 = 0
    static let digitsMark: UInt64 = 1
    static let numberedMark: UInt64 = 2
    /// Shorter ones are words.
    private static let fewest = 8

    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        var count = 0
        while count < utf8.count, Self.isDigit(utf8[count]) { count += 1 }
        guard count >= Self.fewest, count % 2 == 0 else {
            self = .plain
            return
        }
        if count == utf8.count {
            self = .digits(count)
        } else if utf8[count] == UInt8(ascii: "."), let ordinal = Self.ordinal(utf8, from: count + 1) {
            self = .numberedDigits(count, ordinal: ordinal)
        } else {
            self = .plain
        }
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    @inline(__always)
    static func value(_ digit: UInt8) -> UInt8 {
        digit < 0x3A ? digit - 0x30 : digit - 0x57
    }

    /// A number as it is written back: no leading zero, few enough digits to be exact.
    private static func ordinal(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64? {
        let count = utf8.count - start
        guard (1...9).contains(count), utf8[start] != 0x30 else { return nil }
        var value: UInt64 = 0
        for byte in utf8[start...] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + UInt64(byte - 0x30)
        }
        return value
    }
}
