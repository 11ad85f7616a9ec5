/// Where the lines of a text begin and end.
///
/// A line ends with `\n`, `\r\n` or a lone `\r`: the lines that Python gives a script which reads the file as text, and
/// those that CPython numbers. A form feed or a U+2028 ends none.
struct LineTable {
    /// The offset of each line's first byte.
    private(set) var starts: [Int] = [0]
    private let count: Int

    init(_ source: SourceBytes) {
        count = source.count
        var index = 0
        while index < count {
            while index + 8 <= count {
                let word = source.word(index)
                let ends = EightBytes.zeros(word ^ EightBytes.all(0x0A)) | EightBytes.zeros(word ^ EightBytes.all(0x0D))
                if ends != 0 {
                    index += ends.trailingZeroBitCount >> 3
                    break
                }
                index += 8
            }
            let byte = index < count ? source[index] : 0
            index += 1
            if byte == 0x0A {
                starts.append(index)
            } else if byte == 0x0D, index >= count || source[index] != 0x0A {
                starts.append(index)
            }
        }
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

    /// The 1-based column of a byte, in Unicode scalars.
    func column(of offset: Int, in source: SourceBytes) -> Int {
        var column = 1
        var index = starts[line(of: offset) - 1]
        while index < offset {
            column += source[index] & 0xC0 == 0x80 ? 0 : 1
            index += 1
        }
        return column
    }
}
