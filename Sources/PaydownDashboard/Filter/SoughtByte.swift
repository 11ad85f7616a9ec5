import CVector

/// A byte that is looked for in texts, sixteen places at a time.
///
/// A performance file: the first letter of a filter is looked for in all paths and symbols between two key presses, and
/// stands in few of them.
struct SoughtByte: Sendable {
    private let byte: UInt8
    /// What is set in the bytes of a text before they are compared.
    private let fold: UInt8

    /// - Parameter ignoresCase: whether a small ASCII letter is found in capitals too.
    init(_ byte: UInt8, ignoresCase: Bool) {
        self.byte = byte
        fold = ignoresCase && byte >= 0x61 && byte <= 0x7A ? 0x20 : 0
    }

    /// Bits of those of sixteen places where it stands.
    @inline(__always)
    func places(_ text: UnsafePointer<UInt8>) -> UInt32 { vector_same16(text, byte, fold) }

    /// The first place from `start` on, or nil.
    @inline(__always)
    func place(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        guard let base = text.baseAddress else { return nil }
        var place = start
        while place + 16 <= text.count {
            let found = places(base + place)
            if found != 0 { return place + found.trailingZeroBitCount }
            place += 16
        }
        if place < text.count, text.count >= 16 {
            // The last sixteen places overlap with those before them, of which none was one.
            let found = places(base + text.count - 16) >> UInt32(16 - (text.count - place))
            return found == 0 ? nil : place + found.trailingZeroBitCount
        }
        while place < text.count {
            if text[place] | fold == byte { return place }
            place += 1
        }
        return nil
    }
}
