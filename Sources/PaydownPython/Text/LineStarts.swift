/// Where the lines of a text begin; a line ends with `\n`, `\r\n` or a lone `\r`.
///
/// A performance file: only where something is found does anybody ask for a line, so that the places are written down when the
/// first one does; until then it is enough to have seen which bytes end lines (`TextMasks`). There is room for as many lines
/// as the text has bytes; what is not written costs no memory. Goes with one `SourceText`, on one thread: the masks are that
/// text's, and stay until it takes another.
package final class LineStarts {
    /// Of each line, as an offset from the text's beginning; the first is 0.
    private var memory: UnsafeMutablePointer<UInt32>
    /// The number of lines; what stands behind the last line end is one too, even when it is empty.
    private var count = 1
    private var capacity = 1 << 12
    private var length = 0
    /// Which bytes are a `\n`, and in how many words; nil when the starts are known.
    private var mask: (words: UnsafePointer<UInt64>, count: Int)?

    private(set) var hasCarriageReturn = false
    /// The offset of the first zero byte.
    private(set) var zero: Int?

    init() {
        memory = .allocate(capacity: capacity)
        memory[0] = 0
    }

    deinit {
        memory.deallocate()
    }

    /// Takes another text, whose masks it puts in the place of those that were there.
    func read(_ text: UnsafePointer<UInt8>, count length: Int, masks: inout TextMasks) {
        hasCarriageReturn = false
        zero = nil
        masks.read(text, count: length)
        self.length = length
        mask = (UnsafePointer(masks.lines), masks.count)
        if masks.isOdd { readOdd(text) }
    }

    /// The offset of each line's first byte.
    package var offsets: UnsafeBufferPointer<UInt32> {
        if let mask { readMask(mask.words, mask.count) }
        return UnsafeBufferPointer(start: memory, count: count)
    }

    private func readMask(_ words: UnsafePointer<UInt64>, _ wordCount: Int) {
        begin()
        for index in 0..<wordCount {
            var bits = words[index]
            while bits != 0 {
                add(index &* 64 &+ bits.trailingZeroBitCount &+ 1)
                bits &= bits &- 1
            }
        }
    }

    /// Byte by byte, of a text with other control characters than tabs and line feeds.
    private func readOdd(_ text: UnsafePointer<UInt8>) {
        begin()
        for place in 0..<length where text[place] <= 0x0D {
            switch text[place] {
            case 0x0A:
                add(place + 1)
            case 0x0D:
                hasCarriageReturn = true
                if text[place + 1] != 0x0A { add(place + 1) }
            case 0:
                zero = zero ?? place
            default:
                break
            }
        }
    }

    private func begin() {
        mask = nil
        count = 1
        // Every byte may end a line.
        let needed = length + 1
        guard needed > capacity else { return }
        memory.deallocate()
        capacity = max(needed, capacity * 2)
        memory = .allocate(capacity: capacity)
        memory[0] = 0
    }

    @inline(__always)
    private func add(_ start: Int) {
        (memory + count).initialize(to: UInt32(truncatingIfNeeded: start))
        count &+= 1
    }
}
