/// Random numbers that are the same in every run: SplitMix64 (Steele, Lea, Flood 2014).
///
/// A test names the seed in its arguments, so a failure says which one it was.
package struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number from 0 up to the bound, without it.
    package mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }

    /// The same without the small bias of `below`: another draw from the same seed.
    package mutating func even(below bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &self)
    }

    package mutating func chance(_ times: Int, of all: Int) -> Bool {
        below(all) < times
    }

    package mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}
