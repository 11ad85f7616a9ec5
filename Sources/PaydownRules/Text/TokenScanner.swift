/// Divides Python text into tokens as CPython 3.11's `tokenize` does, white space left out.
///
/// It refuses nothing: what is no token is one byte long. Only for hashes and logical lines; facts come from
/// `PaydownPython`, whose lexer is strict.
struct TokenScanner {
    enum Step {
        case token(Range<Int>)
        case comment(Range<Int>)
        case lineEnd
        case end
    }

    private let source: SourceBytes
    private let limit: Int
    private var index: Int

    /// - Parameter limit: where the text is taken to end; all of it when nil.
    init(_ source: SourceBytes, at index: Int, limit: Int? = nil) {
        self.source = source
        self.index = index
        self.limit = limit ?? source.count
    }

    mutating func next() -> Step {
        while index < limit {
            let byte = source[index]
            switch byte {
            case 0x20, 0x09, 0x0C:
                index += 1
            case 0x0A, 0x0D:
                index += byte == 0x0D && peek(1) == 0x0A ? 2 : 1
                return .lineEnd
            case UInt8(ascii: "#"):
                let start = index
                while let byte = peek(0), byte != 0x0A, byte != 0x0D { index += 1 }
                return .comment(start..<index)
            case UInt8(ascii: "\\") where peek(1) == 0x0A || peek(1) == 0x0D:
                index += peek(1) == 0x0D && peek(2) == 0x0A ? 3 : 2
            default:
                let start = index
                skipToken(byte)
                return .token(start..<index)
            }
        }
        return .end
    }

    private func peek(_ ahead: Int) -> UInt8? {
        index + ahead < limit ? source[index + ahead] : nil
    }

    private mutating func skipToken(_ byte: UInt8) {
        if Self.startsName(byte) {
            let start = index
            while let byte = peek(0), Self.startsName(byte) || Self.isDigit(byte) { index += 1 }
            if let quote = peek(0), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                isPrefix(start..<index)
            {
                skipString(quote)
            }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            skipString(byte)
        } else if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(Self.isDigit) ?? false) {
            skipNumber()
        } else {
            index += operatorLength(byte)
        }
    }

    // MARK: Strings

    /// Whether a name before a quote is a prefix of a string: one or two letters that go together.
    private func isPrefix(_ range: Range<Int>) -> Bool {
        let (b, f, r, u) = (UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "u"))
        let first = CaseFold.ascii(source[range.lowerBound])
        if range.count == 1 { return first == b || first == f || first == r || first == u }
        guard range.count == 2 else { return false }
        let second = CaseFold.ascii(source[range.lowerBound + 1])
        return first == r && (second == b || second == f) || second == r && (first == b || first == f)
    }

    private mutating func skipString(_ quote: UInt8) {
        index = min(LogicalLines.endOfString(from: index, in: source), limit)
    }

    // MARK: Numbers

    private mutating func skipNumber() {
        if source[index] == UInt8(ascii: "0"), let letter = peek(1).map(CaseFold.ascii),
            letter == UInt8(ascii: "x") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "b")
        {
            index += 2
            while let byte = peek(0), Self.isHexadecimal(byte) || byte == UInt8(ascii: "_") { index += 1 }
            return
        }
        skipDigits()
        if peek(0) == UInt8(ascii: ".") {
            index += 1
            skipDigits()
        }
        if let letter = peek(0).map(CaseFold.ascii), letter == UInt8(ascii: "e") {
            let isSigned = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
            if peek(isSigned ? 2 : 1).map(Self.isDigit) ?? false {
                index += isSigned ? 2 : 1
                skipDigits()
            }
        }
        if let letter = peek(0).map(CaseFold.ascii), letter == UInt8(ascii: "j") { index += 1 }
    }

    private mutating func skipDigits() {
        while let byte = peek(0), Self.isDigit(byte) || byte == UInt8(ascii: "_") { index += 1 }
    }

    // MARK: Operators

    private func operatorLength(_ byte: UInt8) -> Int {
        let second = peek(1)
        let third = peek(2)
        let equal = UInt8(ascii: "=")
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: ">"):
            if second == byte { return third == equal ? 3 : 2 }
            return second == equal ? 2 : 1
        case UInt8(ascii: "-"):
            return second == equal || second == UInt8(ascii: ">") ? 2 : 1
        case UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "^"),
            UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: ":"):
            return second == equal ? 2 : 1
        case UInt8(ascii: "."):
            return second == byte && third == byte ? 3 : 1
        default:
            return 1
        }
    }

    @inline(__always)
    private static func startsName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
    }
}
