/// Eight bytes of text at once: which of them may be part of a word.
///
/// A performance file: a loop over the letters of every word ends with a branch that the processor cannot foresee.
/// The sums below work on seven bits of each byte, so that none carries into the next.
enum WordBytes {
    static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The high bit of each byte that is no ASCII letter or digit, no `_` and below 0x80.
    @inline(__always)
    static func stops(_ word: UInt64) -> UInt64 {
        let low = word & lowBits
        let lowered = low | (ones &* 0x20)
        let letters = (lowered &+ ones &* 0x1F) & ~(lowered &+ ones &* 0x05)
        let digits = (low &+ ones &* 0x50) & ~(low &+ ones &* 0x46)
        let underscores = ~((low ^ (ones &* 0x5F)) &+ lowBits)
        return ~(letters | digits | underscores | word) & highBits
    }

    /// How many of the bytes are spaces, counted from the first.
    @inline(__always)
    static func leadingSpaces(_ word: UInt64) -> Int {
        let rest = word ^ (ones &* 0x20)
        return rest == 0 ? 8 : rest.trailingZeroBitCount >> 3
    }
}
