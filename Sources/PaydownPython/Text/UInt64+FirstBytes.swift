extension UInt64 {
    /// All bits of the first bytes of a little-endian word, 1 to 8 of them.
    @inline(__always)
    static func firstBytes(_ count: Int) -> UInt64 {
        ~0 >> (UInt64(truncatingIfNeeded: 64 &- count &* 8) & 63)
    }
}
