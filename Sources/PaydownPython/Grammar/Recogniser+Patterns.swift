/// The patterns of `case`.
extension Recogniser {
    /// A pattern, or several with commas and without brackets.
    mutating func readPatterns() throws(Refusal) {
        let starred = try readMaybeStarred()
        guard kind == .comma else {
            if starred { throw refuse() }
            return
        }
        while accept(.comma) {
            if kind == .colon || kind == .kwIf { break }
            _ = try readMaybeStarred()
        }
    }

    /// A pattern or `*name`; whether it was the latter.
    private mutating func readMaybeStarred() throws(Refusal) -> Bool {
        guard accept(.star) else {
            try readPattern()
            return false
        }
        guard kind == .name else { throw refuse() }
        next()
        if kind == .dot || kind == .openParen || kind == .equal { throw refuse(.patternCapture) }
        return true
    }

    private mutating func readPattern() throws(Refusal) {
        repeat { try readClosedPattern() } while accept(.bar)
        guard accept(.kwAs) else { return }
        guard kind == .name, !isWord("_") else { throw refuse(.patternCapture) }
        next()
        if kind == .dot || kind == .openParen || kind == .equal { throw refuse(.patternCapture) }
    }

    private mutating func readClosedPattern() throws(Refusal) {
        switch kind {
        case .name:
            try readNamePattern()
        case .openSquare:
            next()
            try readSequence(until: .closeSquare)
        case .openParen:
            next()
            try readGroup()
        case .openBrace:
            next()
            try readMapping()
        default:
            try readLiteralPattern()
        }
    }

    /// A capture, a dotted value or a class with its arguments.
    private mutating func readNamePattern() throws(Refusal) {
        next()
        while accept(.dot) { try expect(.name) }
        if accept(.openParen) {
            try readClassArguments()
        } else if kind == .equal {
            throw refuse(.patternCapture)
        }
    }

    private mutating func readClassArguments() throws(Refusal) {
        var sawKeyword = false
        while kind != .closeParen {
            var isKeyword = false
            if kind == .name {
                let start = mark()
                next()
                if kind == .equal {
                    isKeyword = true
                    next()
                } else {
                    goBack(start)
                }
            }
            if sawKeyword, !isKeyword { throw refuse(.argumentOrder) }
            sawKeyword = isKeyword
            try readPattern()
            guard accept(.comma) else { break }
        }
        try expect(.closeParen)
    }

    private mutating func readSequence(until end: Token) throws(Refusal) {
        while kind != end {
            _ = try readMaybeStarred()
            guard accept(.comma) else { break }
        }
        try expect(end)
    }

    private mutating func readGroup() throws(Refusal) {
        if accept(.closeParen) { return }
        let starred = try readMaybeStarred()
        if accept(.closeParen) {
            if starred { throw refuse() }
            return
        }
        try expect(.comma)
        try readSequence(until: .closeParen)
    }

    private mutating func readMapping() throws(Refusal) {
        while kind != .closeBrace {
            if accept(.doubleStar) {
                guard kind == .name, !isWord("_") else { throw refuse(.patternCapture) }
                next()
                _ = accept(.comma)
                break
            }
            if kind == .name {
                next()
                guard kind == .dot else { throw refuse() }
                while accept(.dot) { try expect(.name) }
            } else {
                try readLiteralPattern()
            }
            try expect(.colon)
            try readPattern()
            guard accept(.comma) else { break }
        }
        try expect(.closeBrace)
    }

    private mutating func readLiteralPattern() throws(Refusal) {
        switch kind {
        case .kwNone, .kwTrue, .kwFalse:
            next()
        case .string, .formatStart:
            _ = try readStrings()
        case .number, .minus:
            if kind == .minus { next() }
            guard kind == .number else { throw refuse() }
            let firstIsImaginary = isImaginary
            next()
            if kind == .plus || kind == .minus {
                next()
                guard kind == .number, isImaginary, !firstIsImaginary else { throw refuse() }
                next()
            }
        default:
            throw refuse()
        }
    }

    private var isImaginary: Bool {
        (lexer.end - 1).pointee | 0x20 == UInt8(ascii: "j")
    }
}
