import CVector

/// Many bytes of text at once: where a word ends, how many spaces there are.
///
/// A performance file: a loop over the letters of every word ends with a branch that the processor cannot foresee.
enum WordBytes {
    /// How long the word is that begins at the first of the 16 bytes of a mask (`vector_word16`) and ends among them, and
    /// whether it has a byte beyond ASCII.
    @inline(__always)
    static func length(_ mask: UInt32) -> (length: Int, isBeyondASCII: Bool) {
        let stop = mask & 0xFFFF
        return (stop.trailingZeroBitCount, (mask >> 16) & (stop &- 1) & ~stop != 0)
    }

    /// The same of a word of any length.
    @inline(never)
    static func length(from first: UnsafePointer<UInt8>) -> (length: Int, isBeyondASCII: Bool) {
        var length = 0
        var isBeyondASCII = false
        while true {
            let mask = vector_word16(first + length)
            if mask & 0xFFFF != 0 {
                let last = Self.length(mask)
                return (length + last.length, isBeyondASCII || last.isBeyondASCII)
            }
            isBeyondASCII = isBeyondASCII || mask != 0
            length += 16
        }
    }
}
