/// Where the lines of a text begin.
///
/// A performance file: what is known of 64 bytes at a time (`TextMasks`) tells where the lines end. There is room for as many
/// lines as the text has bytes; what is not written costs no memory.
struct LineStarts: ~Copyable {
    /// Of each line, as an offset from the text's beginning; the first is 0.
    private(set) var starts: UnsafeMutablePointer<UInt32>
    /// The number of lines; what stands behind the last line end is one too, even when it is empty.
    private(set) var count = 1
    private var capacity = 1 << 12

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

    /// Takes another text, whose masks it puts in the place of those that were there; its line ends are `\n`, `\r\n` and `\r`.
    mutating func read(_ text: UnsafePointer<UInt8>, count length: Int, masks: inout TextMasks) {
        hasCarriageReturn = false
        zero = nil
        reserve(length + 64)
        count = 1 + masks.read(text, count: length, ends: starts + 1)
        if masks.isOdd { readOdd(text, length) }
    }

    /// The same, byte by byte, of a text with other control characters than tabs and line feeds.
    private mutating func readOdd(_ text: UnsafePointer<UInt8>, _ length: Int) {
        count = 1
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

    private mutating func add(_ start: Int) {
        starts[count] = UInt32(truncatingIfNeeded: start)
        count &+= 1
    }

    private mutating func reserve(_ needed: Int) {
        guard needed > capacity else { return }
        starts.deallocate()
        capacity = max(needed, capacity * 2)
        starts = .allocate(capacity: capacity)
        starts[0] = 0
    }
}
