/// Where the lines of a text begin and end.
///
/// A line ends with `\n`, `\r\n` or a lone `\r`: the lines that Python gives a script which reads the file as text, and
/// those that CPython numbers. A form feed or a U+2028 ends none.
struct LineTable {
    /// The offset of each line's first byte.
    private(set) var starts: [UInt32] = [0]
    private var count = 0
    /// The place asked about last and its column: on a line of megabytes, counting from its beginning each time would
    /// take the square of its length.
    private var last = (line: 1, offset: 0, column: 1)

    init() {}

    init(_ source: SourceBytes) {
        read(source)
    }

    /// Puts the lines of another text in their place; the memory is kept.
    ///
    /// A performance loop: every file with a finding in it is read once. All line ends of eight bytes are found together.
    mutating func read(_ source: SourceBytes) {
        starts.removeAll(keepingCapacity: true)
        starts.append(0)
        count = source.count
        last = (1, 0, 1)
        var index = 0
        while index + 8 <= count {
            let word = source.word(index)
            let feeds = EightBytes.zeros(word ^ EightBytes.all(0x0A))
            let returns = EightBytes.zeros(word ^ EightBytes.all(0x0D))
            var ends = feeds | returns
            while ends != 0 {
                noteEnd(index + ends.trailingZeroBitCount >> 3, in: source)
                ends &= ends &- 1
            }
            index += 8
        }
        while index < count {
            if source[index] == 0x0A || source[index] == 0x0D { noteEnd(index, in: source) }
            index += 1
        }
    }

    /// The same for a text whose lines are known.
    mutating func take(_ known: UnsafeBufferPointer<UInt32>, of source: SourceBytes) {
        starts.removeAll(keepingCapacity: true)
        starts.append(contentsOf: known)
        count = source.count
        last = (1, 0, 1)
    }

    /// At a `\n` or `\r`; the first half of `\r\n` ends nothing.
    @inline(__always)
    private mutating func noteEnd(_ index: Int, in source: SourceBytes) {
        if source[index] == 0x0D, index + 1 < count, source[index + 1] == 0x0A { return }
        starts.append(UInt32(truncatingIfNeeded: index + 1))
    }

    /// The 1-based line that holds a byte.
    func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The bytes of a 1-based line without its end; empty behind the last.
    func range(_ line: Int, in source: SourceBytes) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return count..<count }
        let start = Int(starts[line - 1])
        var end = line < starts.count ? Int(starts[line]) : count
        while end > start, source[end - 1] == 0x0A || source[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The 1-based column of a byte on a line, in Unicode scalars.
    mutating func column(of offset: Int, onLine line: Int, in source: SourceBytes) -> Int {
        var index = Int(starts[line - 1])
        var column = 1
        // What was asked about last may stand behind, as the end of a call does behind a call in it.
        if last.line == line, abs(last.offset - offset) < offset - index {
            (index, column) = (last.offset, last.column)
        }
        while index < offset {
            column += source[index] & 0xC0 == 0x80 ? 0 : 1
            index += 1
        }
        while index > offset {
            index -= 1
            column -= source[index] & 0xC0 == 0x80 ? 0 : 1
        }
        last = (line, offset, column)
        return column
    }
}
