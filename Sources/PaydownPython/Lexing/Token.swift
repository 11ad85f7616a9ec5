/// The kinds of token, as CPython's tokenizer tells them apart; keywords are kinds of their own.
enum Token: UInt8 {
    // What ends an expression in nearly all cases; `endsExpression` relies on these coming first.
    case endOfFile, newline, comma, colon, semicolon, equal, closeParen, closeSquare, closeBrace
    case indent, dedent, error
    // `isAtom` relies on these and the first three keywords.
    case name, number, string, formatStart
    // Keywords.
    case kwFalse, kwNone, kwTrue, kwAnd, kwAs, kwAssert, kwAsync, kwAwait, kwBreak, kwClass, kwContinue, kwDef
    case kwDel, kwElif, kwElse, kwExcept, kwFinally, kwFor, kwFrom, kwGlobal, kwIf, kwImport, kwIn, kwIs
    case kwLambda, kwNonlocal, kwNot, kwOr, kwPass, kwRaise, kwReturn, kwTry, kwWhile, kwWith, kwYield
    // Brackets and separators.
    case openParen, openSquare, openBrace, dot, ellipsis, arrow, colonEqual, exclamation
    // Operators between two operands.
    case plus, minus, star, doubleStar, slash, doubleSlash, percent, at, ampersand, bar, caret
    case leftShift, rightShift, tilde
    case less, greater, lessEqual, greaterEqual, equalEqual, notEqual
    /// `+=` and its kin.
    case augmented

    /// Whether an expression is over when this follows it; of the tokens for which it is not, some end it too.
    @inline(__always)
    var endsExpression: Bool {
        rawValue <= Token.closeBrace.rawValue
    }

    /// Whether an operand begins with this, and nothing stands before it: a name, a number, a string, a constant.
    @inline(__always)
    var isAtom: Bool {
        rawValue &- Token.name.rawValue <= Token.kwTrue.rawValue - Token.name.rawValue
    }

    /// Whether a simple statement may end here.
    var endsStatement: Bool {
        self == .newline || self == .semicolon
    }
}
