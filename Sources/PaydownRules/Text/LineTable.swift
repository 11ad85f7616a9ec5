/// Where the lines of a text begin and end.
///
/// A line ends with `\n`, `\r\n` or a lone `\r`: the lines that Python gives a script which reads the file as text, and
/// those that CPython numbers. A form feed or a U+2028 ends none.
struct LineTable {
    /// The offset of each line's first byte.
    private(set) var starts: [Int] = [0]
    private var count = 0
    /// The place asked about last and its column: on a line of megabytes, counting from its beginning each time would
    /// take the square of its length.
    private var lastOffset = 0
    private var lastColumn = 1

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
        lastOffset = 0
        lastColumn = 1
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
        starts.append(contentsOf: known.lazy.map { Int($0) })
        count = source.count
        lastOffset = 0
        lastColumn = 1
    }

    /// At a `\n` or `\r`; the first half of `\r\n` ends nothing.
    @inline(__always)
    private mutating func noteEnd(_ index: Int, in source: SourceBytes) {
        if source[index] == 0x0D, index + 1 < count, source[index + 1] == 0x0A { return }
        starts.append(index + 1)
    }

    /// The 1-based line that holds a byte.
    func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The bytes of a 1-based line without its end; empty behind the last.
    func range(_ line: Int, in source: SourceBytes) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return count..<count }
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : count
        while end > start, source[end - 1] == 0x0A || source[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The 1-based column of a byte on a line, in Unicode scalars.
    mutating func column(of offset: Int, onLine line: Int, in source: SourceBytes) -> Int {
        let start = starts[line - 1]
        var index = start
        var column = 1
        if lastOffset >= start, lastOffset <= offset { (index, column) = (lastOffset, lastColumn) }
        while index < offset {
            column += source[index] & 0xC0 == 0x80 ? 0 : 1
            index += 1
        }
        (lastOffset, lastColumn) = (offset, column)
        return column
    }

    /// The byte at a 1-based column of a line; nil when the line has no such column.
    mutating func offset(ofColumn wanted: Int, onLine line: Int, in source: SourceBytes) -> Int? {
        let range = range(line, in: source)
        var index = range.lowerBound
        var column = 1
        if lastOffset >= index, lastOffset < range.upperBound, lastColumn <= wanted {
            (index, column) = (lastOffset, lastColumn)
        }
        while index < range.upperBound, column < wanted {
            index += 1
            while index < range.upperBound, source[index] & 0xC0 == 0x80 { index += 1 }
            column += 1
        }
        guard column == wanted, index < range.upperBound else { return nil }
        (lastOffset, lastColumn) = (index, column)
        return index
    }
}
