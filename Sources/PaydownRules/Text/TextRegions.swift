/// Which parts of a Python text are strings and which are comments.
struct TextRegions {
    private var strings: [Range<Int>] = []
    private var comments: [Range<Int>] = []

    init(_ source: SourceBytes) {
        var scanner = TokenScanner(source, at: 0)
        while true {
            switch scanner.next() {
            case .end: return
            case .lineEnd: continue
            case .comment(let range): comments.append(range)
            case .token(let range):
                let last = source[range.upperBound - 1]
                if range.count > 1, last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") { strings.append(range) }
            }
        }
    }

    func hold(_ offset: Int, _ place: TextKind.Place) -> Bool {
        switch place {
        case .anywhere: true
        case .strings: Self.contains(offset, strings)
        case .comments: Self.contains(offset, comments)
        case .code: !Self.contains(offset, strings) && !Self.contains(offset, comments)
        }
    }

    private static func contains(_ offset: Int, _ ranges: [Range<Int>]) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 && ranges[low - 1].contains(offset)
    }
}
