/// `with`, whose items may stand in parentheses since Python 3.9's parser.
extension Recogniser {
    mutating func readWith() throws(Refusal) {
        beginStatement()
        try readWithStatement()
    }

    /// From the word `with` on.
    mutating func readWithStatement() throws(Refusal) {
        next()
        if kind == .openParen, version >= .v3_9 {
            let start = mark()
            do throws(Refusal) {
                try readParenthesisedItems()
            } catch {
                goBack(start)
                try readItems()
            }
        } else {
            try readItems()
        }
        try readBlock()
    }

    private mutating func readParenthesisedItems() throws(Refusal) {
        next()
        repeat {
            if kind == .closeParen { break }
            try readItem()
        } while accept(.comma)
        guard kind == .closeParen else { throw refuse() }
        next()
        guard kind == .colon else { throw refuse() }
    }

    private mutating func readItems() throws(Refusal) {
        repeat { try readItem() } while accept(.comma)
    }

    private mutating func readItem() throws(Refusal) {
        _ = try readExpression()
        if accept(.kwAs) {
            if kind == .star, version == .v3_8 { throw refuse() }
            try readTarget()
        }
    }
}
