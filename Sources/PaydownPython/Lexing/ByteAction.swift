/// What the lexer does when a token begins with a byte.
///
/// A performance type: one table look-up and one jump, where comparing with ranges of bytes took half a dozen branches.
enum ByteAction: UInt8 {
    case word, digit, quote, hash, lineFeed, carriageReturn, blank, backslash, zero
    case openParen, closeParen, openSquare, closeSquare, openBrace, closeBrace
    case comma, colon, semicolon, dot, equal, plus, minus, star, slash, percent, at
    case ampersand, bar, caret, tilde, less, greater, exclamation, backtick, other

    init(_ byte: UInt8) {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "_", "\u{80}"..."\u{FF}": self = .word
        case "0"..."9": self = .digit
        case "\"", "'": self = .quote
        case "#": self = .hash
        case "\n": self = .lineFeed
        case "\r": self = .carriageReturn
        case " ", "\t", "\u{C}": self = .blank
        case "\\": self = .backslash
        case "\0": self = .zero
        case "(": self = .openParen
        case ")": self = .closeParen
        case "[": self = .openSquare
        case "]": self = .closeSquare
        case "{": self = .openBrace
        case "}": self = .closeBrace
        case ",": self = .comma
        case ":": self = .colon
        case ";": self = .semicolon
        case ".": self = .dot
        case "=": self = .equal
        case "+": self = .plus
        case "-": self = .minus
        case "*": self = .star
        case "/": self = .slash
        case "%": self = .percent
        case "@": self = .at
        case "&": self = .ampersand
        case "|": self = .bar
        case "^": self = .caret
        case "~": self = .tilde
        case "<": self = .less
        case ">": self = .greater
        case "!": self = .exclamation
        case "`": self = .backtick
        default: self = .other
        }
    }
}
