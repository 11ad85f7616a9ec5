/// Compound statements other than definitions, `with` and `match`.
extension Recogniser {
    /// A colon and what belongs to it, with more said of its surroundings.
    mutating func readBlock(adding more: FactContext = []) throws(Refusal) {
        guard kind == .colon else { throw refuse() }
        endStatement(lexer.start)
        next()
        let outer = context
        context.formUnion(more.union(.nested))
        try readSuite()
        context = outer
    }

    /// What stands behind a colon: a line of simple statements, or an indented block.
    mutating func readSuite() throws(Refusal) {
        guard kind == .newline else {
            try readSimpleLine()
            return
        }
        next()
        guard kind == .indent else { throw refuse(.expectedIndent) }
        next()
        repeat { try readStatement() } while kind != .dedent && kind != .endOfFile
        if kind == .dedent { next() }
    }

    mutating func readIf() throws(Refusal) {
        repeat {
            beginStatement()
            next()
            let test = try readNamedExpression()
            try readBlock(adding: test.has(.dotted) && dottedEnds(in: "TYPE_CHECKING") ? .typeChecking : [])
        } while kind == .kwElif
        try readElse()
    }

    private mutating func readElse() throws(Refusal) {
        guard kind == .kwElse else { return }
        beginStatement()
        next()
        try readBlock()
    }

    mutating func readWhile() throws(Refusal) {
        beginStatement()
        next()
        _ = try readNamedExpression()
        try readBlock()
        try readElse()
    }

    mutating func readFor() throws(Refusal) {
        beginStatement()
        try readForStatement()
    }

    private mutating func readForStatement() throws(Refusal) {
        next()
        try readTargets()
        try expect(.kwIn)
        if version >= .v3_9 {
            _ = try readStarExpressions()
        } else {
            _ = try readExpressions()
        }
        try readBlock()
        try readElse()
    }

    mutating func readAsync() throws(Refusal) {
        let start = lexer.start
        beginStatement()
        next()
        switch kind {
        case .kwDef:
            try readFunction(at: start, isAsync: true, decorators: noDecorators())
        case .kwFor:
            try readForStatement()
        case .kwWith:
            try readWithStatement()
        default:
            throw refuse()
        }
    }

    mutating func readTry() throws(Refusal) {
        beginStatement()
        next()
        try readBlock(adding: .inTry)
        var handlers = 0
        var starred = false
        while kind == .kwExcept {
            beginStatement()
            next()
            let isStarred = kind == .star
            if isStarred {
                guard version >= .v3_11 else { throw refuse(.newerSyntax) }
                next()
            }
            guard handlers == 0 || isStarred == starred else { throw refuse() }
            starred = isStarred
            handlers += 1
            if kind != .colon || isStarred { try readHandlerType() }
            try readBlock(adding: .inHandler)
        }
        if handlers > 0 { try readElse() }
        if kind == .kwFinally {
            beginStatement()
            next()
            try readBlock()
        } else if handlers == 0 {
            throw refuse()
        }
    }

    private mutating func readHandlerType() throws(Refusal) {
        _ = try readExpression()
        if accept(.kwAs) {
            try expect(.name)
        } else if kind == .comma {
            throw refuse(.python2Except)
        }
    }

    /// Whether the dotted name read last ends in this name.
    private func dottedEnds(in word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard dotted.end - dotted.lastStart == count else { return false }
        for index in 0..<count where dotted.lastStart[index] != word.utf8Start[index] { return false }
        return true
    }
}
