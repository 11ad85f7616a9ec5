/// `match`, which is a word like any other unless a whole header follows it (Python 3.10).
extension Recogniser {
    /// Reads a `match` statement, when one begins here; else nothing.
    mutating func readSoftKeyword() throws(Refusal) -> Bool {
        guard version >= .v3_10, isWord("match") else { return false }
        let start = mark()
        beginStatement()
        do throws(Refusal) {
            try readMatchHeader()
        } catch {
            goBack(start)
            return false
        }
        next()
        guard kind == .indent else { throw refuse(.expectedIndent) }
        next()
        let outer = context
        context.insert(.nested)
        repeat { try readCase() } while kind != .dedent && kind != .endOfFile
        context = outer
        if kind == .dedent { next() }
        return true
    }

    private mutating func readMatchHeader() throws(Refusal) {
        next()
        let first = try readStarNamedExpression()
        if kind == .comma {
            while accept(.comma) {
                if kind == .colon { break }
                _ = try readStarNamedExpression()
            }
        } else if first.has(.starred) {
            throw refuse()
        }
        guard kind == .colon else { throw refuse() }
        endStatement(lexer.start)
        next()
        guard kind == .newline else { throw refuse() }
    }

    private mutating func readCase() throws(Refusal) {
        guard isWord("case") else { throw refuse() }
        beginStatement()
        next()
        try readPatterns()
        if accept(.kwIf) { _ = try readNamedExpression() }
        try readBlock()
    }
}
