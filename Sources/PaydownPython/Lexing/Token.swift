/// The kinds of token, as CPython's tokenizer tells them apart; keywords are kinds of their own.
enum Token: UInt8 {
    case endOfFile, newline, indent, dedent, error
    case name, number, string, formatStart
    // Keywords.
    case kwFalse, kwNone, kwTrue, kwAnd, kwAs, kwAssert, kwAsync, kwAwait, kwBreak, kwClass, kwContinue, kwDef
    case kwDel, kwElif, kwElse, kwExcept, kwFinally, kwFor, kwFrom, kwGlobal, kwIf, kwImport, kwIn, kwIs
    case kwLambda, kwNonlocal, kwNot, kwOr, kwPass, kwRaise, kwReturn, kwTry, kwWhile, kwWith, kwYield
    // Brackets and separators.
    case openParen, closeParen, openSquare, closeSquare, openBrace, closeBrace
    case comma, colon, semicolon, dot, ellipsis, arrow, equal, colonEqual, exclamation
    // Operators between two operands.
    case plus, minus, star, doubleStar, slash, doubleSlash, percent, at, ampersand, bar, caret
    case leftShift, rightShift, tilde
    case less, greater, lessEqual, greaterEqual, equalEqual, notEqual
    /// `+=` and its kin.
    case augmented

    var isKeyword: Bool {
        rawValue >= Token.kwFalse.rawValue && rawValue <= Token.kwYield.rawValue
    }

    /// Whether a simple statement may end here.
    var endsStatement: Bool {
        self == .newline || self == .semicolon
    }
}
