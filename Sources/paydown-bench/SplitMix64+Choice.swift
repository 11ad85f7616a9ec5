import PaydownCore

/// What the made snapshots are drawn with: the same for the same seed, on every machine.
extension SplitMix64 {
    mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }

    mutating func chance(_ times: Int, of all: Int) -> Bool {
        below(all) < times
    }

    /// Without the small bias of `below`; another draw from the same seed.
    mutating func even(below bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &self)
    }
}
