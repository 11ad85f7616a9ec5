/// Lower case as Python's `str.lower()` has it.
package enum CaseFold {
    package static func text(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x41 || (0x5B...0x7F).contains($0) }) { return text }
        return text.lowercased()
    }

    @inline(__always)
    package static func ascii(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}
