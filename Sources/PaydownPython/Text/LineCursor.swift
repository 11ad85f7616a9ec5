/// Turns places in a text into lines and columns, going on from the place asked for last.
///
/// A performance file: facts come nearly in the order of the text, so that the next one is in the same line or in one of
/// the next few. The pointers stay within one text and its line starts (see `LineStarts`), and the cursor lives no longer
/// than the scan of it.
struct LineCursor {
    private let base: UnsafePointer<UInt8>
    private let starts: UnsafePointer<UInt32>
    private let count: Int
    private let isASCII: Bool
    /// The line at hand, from 0; where it begins, and where the next one does.
    private var line = 0
    private var start: UInt32 = 0
    private var next: UInt32
    /// How many scalars lie between the line's start and this place in it, when the text is not ASCII.
    private var scalars = 0
    private var place: UInt32 = 0

    init(base: UnsafePointer<UInt8>, starts: UnsafePointer<UInt32>, count: Int, isASCII: Bool) {
        self.base = base
        self.starts = starts
        self.count = count
        self.isASCII = isASCII
        next = starts[1]
    }

    /// The line and column of the byte there.
    @inline(__always)
    mutating func position(of target: UnsafePointer<UInt8>) -> Position {
        let offset = UInt32(truncatingIfNeeded: target - base)
        if offset < start || offset >= next { move(to: offset) }
        let before = isASCII ? offset &- start : scalars(before: offset)
        return Position(line: UInt32(truncatingIfNeeded: line) &+ 1, column: before &+ 1)
    }

    /// To the line that this byte is in.
    private mutating func move(to offset: UInt32) {
        // Seldom far, but nobody can foresee how far: the next lines are all compared, without a branch.
        var rounds = 0
        while offset >= starts[line + 1], rounds < 4 {
            var steps = 0
            for index in 1...LineStarts.sentinels {
                // -1 for a start up to the offset.
                steps &-= (Int(starts[line &+ index]) &- Int(offset) &- 1) &>> 63
            }
            line &+= steps
            rounds += 1
        }
        if starts[line] > offset || starts[line + 1] <= offset { search(offset) }
        start = starts[line]
        next = starts[line + 1]
        place = start
        scalars = 0
    }

    private mutating func search(_ offset: UInt32) {
        var low = 0
        var high = count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        line = low
    }

    /// Counts on, or back, within the line.
    private mutating func scalars(before offset: UInt32) -> UInt32 {
        while place < offset {
            scalars += base[Int(place)] & 0xC0 == 0x80 ? 0 : 1
            place += 1
        }
        while place > offset {
            place -= 1
            scalars -= base[Int(place)] & 0xC0 == 0x80 ? 0 : 1
        }
        return UInt32(truncatingIfNeeded: scalars)
    }
}
