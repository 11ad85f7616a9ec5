/// A small generator with a seed, the same on every machine (xorshift64*, Vigna 2016).
package struct SeededBytes {
    private var state: UInt64

    package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    package mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// A number below the bound, which is at least 1.
    package mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % max(bound, 1) }
}
