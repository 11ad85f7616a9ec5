/// What the lexer has to know of a byte that begins a token.
///
/// A performance type: one byte tells nearly all operators and brackets unless a certain other one follows, so that one way
/// through the lexer serves them all. A jump to a way for each was foreseen by the processor too seldom.
struct OperatorByte {
    /// The token, if no other byte makes it longer; `name` for what begins a word.
    var kind = Token.error
    /// The bracket that a closing one closes; 0 for all else.
    var opening: UInt8 = 0
    /// All bits for a closing bracket.
    var closing: UInt8 = 0
    /// By how much the depth grows.
    var growth: Int8 = 0
    /// The kinds of byte before which it has to be looked at more closely.
    var longer = Follower.any

    /// Kinds of byte that may make the token before them a longer one.
    struct Follower: OptionSet {
        let rawValue: UInt8
        static let equal = Follower(rawValue: 1)
        static let star = Follower(rawValue: 2)
        static let slash = Follower(rawValue: 4)
        static let less = Follower(rawValue: 8)
        static let greater = Follower(rawValue: 16)
        static let dot = Follower(rawValue: 32)
        static let digit = Follower(rawValue: 64)
        /// All bytes are of this kind.
        static let any = Follower(rawValue: 128)

        init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        init(byte: UInt8) {
            switch Unicode.Scalar(byte) {
            case "=": self = [.any, .equal]
            case "*": self = [.any, .star]
            case "/": self = [.any, .slash]
            case "<": self = [.any, .less]
            case ">": self = [.any, .greater]
            case ".": self = [.any, .dot]
            case "0"..."9": self = [.any, .digit]
            default: self = .any
            }
        }
    }

    private init(_ kind: Token, unlessBefore longer: Follower) {
        self.kind = kind
        self.longer = longer
    }

    private init(opening kind: Token) {
        self.init(kind, unlessBefore: [])
        growth = 1
    }

    private init(closing kind: Token, _ opening: Unicode.Scalar) {
        self.init(kind, unlessBefore: [])
        self.opening = UInt8(ascii: opening)
        closing = .max
        growth = -1
    }

    init(byte: UInt8) {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "_", "\u{80}"..."\u{FF}": self.init(.name, unlessBefore: .any)
        case "(": self.init(opening: .openParen)
        case "[": self.init(opening: .openSquare)
        case "{": self.init(opening: .openBrace)
        case ")": self.init(closing: .closeParen, "(")
        case "]": self.init(closing: .closeSquare, "[")
        case "}": self.init(closing: .closeBrace, "{")
        case ",": self.init(.comma, unlessBefore: [])
        case ";": self.init(.semicolon, unlessBefore: [])
        case "~": self.init(.tilde, unlessBefore: [])
        case ":": self.init(.colon, unlessBefore: .equal)
        case "=": self.init(.equal, unlessBefore: .equal)
        case "+": self.init(.plus, unlessBefore: .equal)
        case "%": self.init(.percent, unlessBefore: .equal)
        case "@": self.init(.at, unlessBefore: .equal)
        case "&": self.init(.ampersand, unlessBefore: .equal)
        case "|": self.init(.bar, unlessBefore: .equal)
        case "^": self.init(.caret, unlessBefore: .equal)
        case "-": self.init(.minus, unlessBefore: [.equal, .greater])
        case "*": self.init(.star, unlessBefore: [.equal, .star])
        case "/": self.init(.slash, unlessBefore: [.equal, .slash])
        case "<": self.init(.less, unlessBefore: [.equal, .less, .greater])
        case ">": self.init(.greater, unlessBefore: [.equal, .greater])
        case ".": self.init(.dot, unlessBefore: [.dot, .digit])
        default: self.init(.error, unlessBefore: .any)
        }
    }
}
