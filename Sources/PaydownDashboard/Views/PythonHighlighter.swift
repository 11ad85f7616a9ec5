import PaydownScreen

/// A light reading of Python for the eye: keywords, strings and comments, line by line.
///
/// It is not the scanner's lexer: it never fails, knows only what is coloured, and works on the few lines that
/// are shown. What lies before them matters only for strings with three quotes, see `SourcePassage`.
package enum PythonHighlighter {
    /// A piece of a line, in UTF-8 offsets.
    package struct Span: Equatable, Sendable {
        package var range: Range<Int>
        package var role: Role

        package init(_ range: Range<Int>, _ role: Role) {
            self.range = range
            self.role = role
        }
    }

    /// Where a line begins: in code, or in a string with three quotes.
    package enum State: Equatable, Sendable {
        case code
        /// The quote's byte.
        case longString(quote: UInt8)
    }

    /// The spans of some lines of a text that begins in code, in order.
    package static func spans(of lines: [String], in range: Range<Int>) -> [[Span]] {
        let range = range.clamped(to: 0..<lines.count)
        var state = State.code
        for line in lines[..<range.lowerBound] { _ = spans(of: line, &state) }
        return range.map { spans(of: lines[$0], &state) }
    }

    /// The spans of one line; `state` is that of its beginning, and then that of the next line.
    package static func spans(of line: String, _ state: inout State) -> [Span] {
        var line = line
        return line.withUTF8 { utf8 in
            var scanner = Scanner(bytes: utf8)
            scanner.run(&state)
            return scanner.spans
        }
    }
}

private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    var spans: [PythonHighlighter.Span] = []

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func run(_ state: inout PythonHighlighter.State) {
        if case .longString(let quote) = state {
            guard string(from: 0, quote: quote, count: 3) else { return }
            state = .code
        }
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "#"):
                spans.append(.init(index..<bytes.count, .codeComment))
                return
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if let open = quoted(from: index) {
                    state = open
                    return
                }
            case _ where isWordByte(byte):
                if let open = word() {
                    state = open
                    return
                }
            default:
                index += 1
            }
        }
    }

    /// A name, a number, or the prefix of a string. The state of the next line when a long string stays open.
    private mutating func word() -> PythonHighlighter.State? {
        let start = index
        while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
        let isPrefix = index < bytes.count && (bytes[index] == 0x22 || bytes[index] == 0x27) && index - start <= 2
        if isPrefix {
            let letters = bytes[start..<index].map { $0 | 0x20 }
            if letters.allSatisfy({ "rbfut".utf8.contains($0) }) {
                return quoted(from: start)
            }
        }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
        if Self.keywords.contains(where: { $0.utf8.elementsEqual(word) }) {
            spans.append(.init(start..<index, .codeKeyword))
        }
        return nil
    }

    /// A string whose quote is at `index`; `start` is that of its prefix. The state of the next line when it stays open.
    private mutating func quoted(from start: Int) -> PythonHighlighter.State? {
        let quote = bytes[index]
        let isLong = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
        index += isLong ? 3 : 1
        if string(from: start, quote: quote, count: isLong ? 3 : 1) || !isLong { return nil }
        return .longString(quote: quote)
    }

    /// Goes to the end of a string, or of the line. True when the string ends here.
    private mutating func string(from start: Int, quote: UInt8, count: Int) -> Bool {
        var run = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\\") {
                // A raw string's backslash keeps the quote from ending it all the same.
                index = min(index + 1, bytes.count)
                run = 0
            } else if byte == quote {
                run += 1
                if run == count {
                    spans.append(.init(start..<index, .codeString))
                    return true
                }
            } else {
                run = 0
            }
        }
        if start < bytes.count { spans.append(.init(start..<bytes.count, .codeString)) }
        return false
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }

    /// The reserved words of Python 3 (reference, 2.3.1), without the soft ones, which are names as often.
    private static let keywords = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]
}
