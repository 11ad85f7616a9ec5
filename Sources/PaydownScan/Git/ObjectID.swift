/// The name of an object of Git's, as a value that is compared and hashed in a few instructions.
///
/// A performance type: a history of two thousand commits names some hundred thousand objects; as arrays of digits they
/// would cost an allocation each.
struct ObjectID: Hashable, Sendable {
    private let words: SIMD4<UInt64>
    /// 40 with SHA-1, 64 with SHA-256.
    private let digits: UInt8

    /// Nil unless there are 40 or 64 hexadecimal digits.
    init?(_ hex: some Collection<UInt8>) {
        let count = hex.count
        guard count == 40 || count == 64 else { return nil }
        var words = SIMD4<UInt64>()
        var place = 0
        for byte in hex {
            guard let value = Self.value(byte) else { return nil }
            words[place / 16] = words[place / 16] << 4 | UInt64(value)
            place += 1
        }
        self.words = words
        digits = UInt8(count)
    }

    init?(_ hex: String) {
        self.init(Array(hex.utf8))
    }

    /// As Git writes it.
    var name: ObjectName {
        (0..<Int(digits)).map { place in
            let inWord = min(16, Int(digits) - place / 16 * 16)
            let digit = UInt8(truncatingIfNeeded: words[place / 16] >> UInt64((inWord - 1 - place % 16) * 4) & 15)
            return digit < 10 ? 0x30 + digit : 0x57 + digit
        }
    }

    /// The digits of a hash are as good as random already.
    func hash(into hasher: inout Hasher) {
        hasher.combine(words[0])
    }

    private static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
