import CVector

/// Where the lines of a text begin, and what else one look at all of its bytes tells.
///
/// A performance file: 64 bytes are looked at together, and only those that end a line cost more. Counting line ends
/// between one fact and the next took eight times as long. Of each block the bytes behind the text are left out, and
/// every write is preceded by a comparison with the capacity; a text has as many bytes behind it as a block
/// (`SourceText.padding`).
struct LineStarts: ~Copyable {
    /// Of each line, as an offset from the text's beginning; the first is 0.
    private(set) var starts: UnsafeMutablePointer<UInt32>
    /// The number of lines; what stands behind the last line end is one too, even when it is empty.
    private(set) var count = 1
    private var capacity = 1 << 12

    private(set) var isASCII = true
    private(set) var hasCarriageReturn = false
    /// The offset of the first zero byte.
    private(set) var zero: Int?

    init() {
        starts = .allocate(capacity: capacity)
        starts[0] = 0
    }

    deinit {
        starts.deallocate()
    }

    /// Takes another text; its line ends are `\n`, `\r\n` and `\r`.
    mutating func read(_ text: UnsafePointer<UInt8>, count length: Int) {
        count = 1
        hasCarriageReturn = false
        zero = nil
        var high: UInt32 = 0
        var block = 0
        while block < length {
            if count + 64 > capacity { grow() }
            var hits = vector_controls64(text + block, &high)
            if length - block < 64 { hits &= (1 << UInt64(length - block)) &- 1 }
            while hits != 0 {
                let place = block + hits.trailingZeroBitCount
                hits &= hits &- 1
                if text[place] == 0x0A { add(place + 1) } else { take(text, place) }
            }
            block += 64
        }
        isASCII = high == 0
    }

    @inline(__always)
    private mutating func add(_ start: Int) {
        starts[count] = UInt32(truncatingIfNeeded: start)
        count &+= 1
    }

    /// A control character that is no `\n`.
    private mutating func take(_ text: UnsafePointer<UInt8>, _ place: Int) {
        switch text[place] {
        case 0x0D:
            hasCarriageReturn = true
            if text[place + 1] != 0x0A { add(place + 1) }
        case 0: zero = zero ?? place
        default: break
        }
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: starts, count: count)
        starts.deallocate()
        starts = larger
        capacity *= 2
    }
}
