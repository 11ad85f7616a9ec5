import PaydownPython

/// The logical lines of a Python text: where each begins and ends, brackets, strings and `\` looked through.
///
/// Found without a grammar, so that a text that CPython refuses has them as well; a string that is never closed ends
/// with its line. Blank lines and lines that are only a comment belong to none. Strings are those of every Python up
/// to 3.11: an f-string ends at the first of its own quotes, whatever version the project names, so that a statement's
/// hash does not change with the version.
struct LogicalLines {
    /// From the first byte of the first token to the end of the last.
    private var spans: [ByteSpan] = []

    init() {}

    /// The lines that the scanner met in a file that CPython reads: the same ones, without a second look at the text.
    init(_ spans: [ByteSpan]) {
        self.spans = spans
    }

    /// A performance loop, at some 500 MB/s; for files that are refused.
    init(_ source: SourceBytes) {
        Self.classes.withUnsafeBufferPointer { read(source, $0) }
    }

    var indices: Range<Int> { spans.indices }

    subscript(index: Int) -> Range<Int> {
        Int(spans[index].start)..<Int(spans[index].end)
    }

    private mutating func read(_ source: SourceBytes, _ classes: UnsafeBufferPointer<ByteClass>) {
        var index = 0
        var start = -1
        var end = 0
        var depth = 0
        while index < source.count {
            let byte = source[index]
            switch classes[Int(byte)] {
            case .plain:
                if start < 0 { start = index }
                index += 1
                while index < source.count, classes[Int(source[index])] == .plain { index += 1 }
                end = index
            case .blank:
                index += 1
            case .lineEnd:
                index += 1
                guard depth == 0, start >= 0 else { continue }
                append(start..<end)
                start = -1
            case .hash:
                while index < source.count, source[index] != 0x0A, source[index] != 0x0D { index += 1 }
            case .quote:
                if start < 0 { start = index }
                index = Self.endOfString(from: index, in: source)
                end = index
            case .open, .close:
                if start < 0 { start = index }
                depth = max(0, depth + (classes[Int(byte)] == .open ? 1 : -1))
                index += 1
                end = index
            case .backslash:
                let length = Self.lengthOfContinuation(at: index, in: source)
                if length == 0 {
                    if start < 0 { start = index }
                    end = index + 1
                }
                index += max(1, length)
            }
        }
        if start >= 0 { append(start..<end) }
    }

    private mutating func append(_ range: Range<Int>) {
        spans.append(ByteSpan(start: UInt32(range.lowerBound), end: UInt32(range.upperBound)))
    }

    private enum ByteClass: UInt8 {
        case plain
        case blank
        case lineEnd
        case hash
        case quote
        case open
        case close
        case backslash
    }

    private static let classes: [ByteClass] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 0x20, 0x09, 0x0C: .blank
        case 0x0A, 0x0D: .lineEnd
        case UInt8(ascii: "#"): .hash
        case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close
        case UInt8(ascii: "\\"): .backslash
        default: .plain
        }
    }

    /// How long a backslash and the line end behind it are; 0 when it stands before anything else.
    private static func lengthOfContinuation(at index: Int, in source: SourceBytes) -> Int {
        guard index + 1 < source.count else { return 0 }
        if source[index + 1] == 0x0A { return 2 }
        guard source[index + 1] == 0x0D else { return 0 }
        return index + 2 < source.count && source[index + 2] == 0x0A ? 3 : 2
    }

    /// Behind the closing quotes; an unclosed string ends with its line, a long one with the text.
    ///
    /// A prefix does not matter: in a raw string as well, a backslash keeps a quote from ending it.
    static func endOfString(from start: Int, in source: SourceBytes) -> Int {
        let quote = source[start]
        let isLong = start + 2 < source.count && source[start + 1] == quote && source[start + 2] == quote
        var index = start + (isLong ? 3 : 1)
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "\\") {
                index += max(2, lengthOfContinuation(at: index, in: source))
            } else if byte == quote, !isLong {
                return index + 1
            } else if byte == quote, index + 2 < source.count, source[index + 1] == quote, source[index + 2] == quote {
                return index + 3
            } else if !isLong, byte == 0x0A || byte == 0x0D {
                return index
            } else {
                index += 1
            }
        }
        return min(index, source.count)
    }

    /// The logical line that lies, wholly or in part, on a physical one: the last that begins before its end.
    ///
    /// - Parameter line: the bytes of the physical line.
    func range(on line: Range<Int>) -> Range<Int>? {
        index(on: line).map { self[$0] }
    }

    /// The number of that line, from 0.
    func index(on line: Range<Int>) -> Int? {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if Int(spans[middle].start) < line.upperBound { low = middle + 1 } else { high = middle }
        }
        guard low > 0, Int(spans[low - 1].end) > line.lowerBound else { return nil }
        return low - 1
    }
}
