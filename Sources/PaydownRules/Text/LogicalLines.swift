/// The logical lines of a Python text: where each begins and ends, brackets, strings and `\` looked through.
///
/// Found without a grammar, so that a text that CPython refuses has them as well; a string that is never closed ends
/// with its line. Blank lines and lines that are only a comment belong to none. Strings are those of every Python up
/// to 3.11: an f-string ends at the first of its own quotes, whatever version the project names, so that a statement's
/// hash does not change with the version.
struct LogicalLines {
    /// From the first byte of the first token to the end of the last.
    private(set) var ranges: [Range<Int>] = []

    init(_ source: SourceBytes) {
        var scanner = TokenScanner(source, at: 0)
        var start: Int?
        var end = 0
        var depth = 0
        while true {
            switch scanner.next() {
            case .end:
                if let start { ranges.append(start..<end) }
                return
            case .comment: continue
            case .lineEnd:
                guard depth == 0, let first = start else { continue }
                ranges.append(first..<end)
                start = nil
            case .token(let range):
                start = start ?? range.lowerBound
                end = range.upperBound
                guard range.count == 1 else { continue }
                switch source[range.lowerBound] {
                case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
                default: break
                }
            }
        }
    }

    /// The logical line that lies, wholly or in part, on a physical one: the last that begins before its end.
    ///
    /// - Parameter line: the bytes of the physical line.
    func range(on line: Range<Int>) -> Range<Int>? {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound < line.upperBound { low = middle + 1 } else { high = middle }
        }
        guard low > 0, ranges[low - 1].upperBound > line.lowerBound else { return nil }
        return ranges[low - 1]
    }
}
