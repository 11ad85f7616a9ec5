/// Mixes the bits of a number, so that like numbers give unlike ones.
///
/// The finaliser of SplitMix64: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014; with the constants of S. Vigna's public-domain reference.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number that depends on every one of these and on their order: the same on every machine and in every run,
    /// which Swift's own hashing is not.
    static func digest(_ numbers: some Sequence<UInt64>) -> UInt64 {
        numbers.reduce(0x9E37_79B9_7F4A_7C15) { mixed(($0 ^ $1) &+ 0x9E37_79B9_7F4A_7C15) }
    }
}
