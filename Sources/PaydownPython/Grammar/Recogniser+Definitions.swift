/// Classes, functions, decorators.
extension Recogniser {
    /// Where the decorators of the definition to come are.
    struct Decorators {
        var first: Int
        var count: Int
    }

    func noDecorators() -> Decorators {
        Decorators(first: facts.decorators.count, count: 0)
    }

    mutating func readDecorated() throws(Refusal) {
        let first = facts.decorators.count
        while kind == .at {
            beginStatement()
            next()
            try readDecorator()
            endStatement(lexer.end)
            try expect(.newline)
        }
        let decorators = Decorators(first: first, count: facts.decorators.count - first)
        let start = lexer.start
        switch kind {
        case .kwDef:
            try readFunction(at: start, isAsync: false, decorators: decorators)
        case .kwClass:
            try readClass(decorators: decorators)
        case .kwAsync:
            next()
            guard kind == .kwDef else { throw refuse() }
            try readFunction(at: start, isAsync: true, decorators: decorators)
        default:
            throw refuse()
        }
    }

    private mutating func readDecorator() throws(Refusal) {
        let start = lexer.start
        let expression: Expression
        if version >= .v3_9 {
            expression = try readNamedExpression()
        } else {
            guard kind == .name else { throw refuse(.newerSyntax) }
            expression = try readPrimary()
            guard expression.has(.dotted) || expression.has(.namedCall), kind == .newline else {
                throw refuse(.newerSyntax)
            }
        }
        var name = FactName.empty
        if expression.has(.dotted) {
            name = note(dotted)
        } else if expression.has(.namedCall) {
            name = callee
        }
        facts.decorators.append(
            DecoratorFact(name: name, offset: offset(start), text: span(start, lexer.end))
        )
    }

    // MARK: Functions

    /// From the word `def` on; `start` is where the statement begins.
    mutating func readFunction(at start: Place, isAsync: Bool, decorators: Decorators) throws(Refusal) {
        statementStart = start
        statement = nil
        let site = site(at: start)
        next()
        guard kind == .name else { throw refuse() }
        let name = noteName()
        next()
        if kind == .openSquare {
            guard version >= .v3_12 else { throw refuse(.newerSyntax) }
            try readTypeParameters()
        }
        try expect(.openParen)
        let firstParameter = facts.parameters.count
        try readParameters(until: .closeParen)
        let parameterCount = facts.parameters.count - firstParameter
        try expect(.closeParen)
        var returns = ByteSpan.none
        if accept(.arrow) {
            let returnStart = lexer.start
            _ = try readExpression()
            returns = span(returnStart, lexer.previousEnd)
        }
        let index = facts.functions.count
        facts.functions.append(
            FunctionFact(
                name: name, isAsync: isAsync, site: site, last: 0,
                body: ScopeID(rawValue: Int32(truncatingIfNeeded: facts.scopes.count)),
                firstParameter: UInt32(truncatingIfNeeded: firstParameter),
                parameterCount: UInt32(truncatingIfNeeded: parameterCount),
                firstDecorator: UInt32(truncatingIfNeeded: decorators.first),
                decoratorCount: UInt32(truncatingIfNeeded: decorators.count), returns: returns
            )
        )
        facts.functions[index].last = try readBody(.function, name, owner: index)
    }

    // MARK: Classes

    mutating func readClass(decorators: Decorators) throws(Refusal) {
        beginStatement()
        let site = site(at: lexer.start)
        next()
        guard kind == .name else { throw refuse() }
        let name = noteName()
        next()
        if kind == .openSquare {
            guard version >= .v3_12 else { throw refuse(.newerSyntax) }
            try readTypeParameters()
        }
        let firstBase = facts.bases.count
        if accept(.openParen) { try readBases() }
        let index = facts.classes.count
        facts.classes.append(
            ClassFact(
                name: name, site: site, last: 0,
                body: ScopeID(rawValue: Int32(truncatingIfNeeded: facts.scopes.count)),
                firstBase: UInt32(truncatingIfNeeded: firstBase),
                baseCount: UInt32(truncatingIfNeeded: facts.bases.count - firstBase),
                firstDecorator: UInt32(truncatingIfNeeded: decorators.first),
                decoratorCount: UInt32(truncatingIfNeeded: decorators.count)
            )
        )
        facts.classes[index].last = try readBody(.class, name, owner: index)
    }

    /// The colon and the body, as a scope of its own; the last byte of it.
    private mutating func readBody(
        _ kind: ScopeFact.Kind, _ name: FactName, owner: Int
    ) throws(Refusal) -> UInt32 {
        guard self.kind == .colon else { throw refuse() }
        endStatement(lexer.start)
        next()
        let outerScope = scope
        let outerContext = context
        let outerIsFunction = isFunctionScope
        isFunctionScope = kind == .function
        facts.scopes.append(
            ScopeFact(kind: kind, name: name, parent: scope, owner: UInt32(truncatingIfNeeded: owner))
        )
        scope = ScopeID(rawValue: Int32(truncatingIfNeeded: facts.scopes.count - 1))
        context.remove(.nested)
        if kind == .function { context.insert(.inFunction) }
        try readSuite()
        scope = outerScope
        context = outerContext
        isFunctionScope = outerIsFunction
        return offset(lastByte)
    }

    /// The last byte of the last significant token before the current one.
    private var lastByte: Place {
        switch kind {
        case .newline, .indent, .dedent, .endOfFile: lexer.end - 1
        default: lexer.previousEnd - 1
        }
    }

    private mutating func readBases() throws(Refusal) {
        var order = ArgumentOrder(firstKeyword: keywordNames.count)
        while kind != .closeParen {
            let start = lexer.start
            let argument = try readArgument(&order, allowsGenerator: false)
            var name = FactName.empty
            var subscripted = FactName.empty
            if argument.value.has(.dotted) {
                name = note(dotted)
            } else if argument.value.has(.namedSubscript) {
                subscripted = note(self.subscripted)
            }
            facts.bases.append(
                BaseFact(
                    kind: argument.kind, keyword: argument.keyword, name: name, subscripted: subscripted,
                    offset: offset(start), text: span(argument.valueStart, lexer.previousEnd)
                )
            )
            guard accept(.comma) else { break }
        }
        if version == .v3_8 { forgetKeywords(of: order) }
        try expect(.closeParen)
    }

    // MARK: Type parameters

    /// `[T: bound, *Ts, **P]` of Python 3.12, with defaults since 3.13.
    mutating func readTypeParameters() throws(Refusal) {
        next()
        repeat {
            if kind == .closeSquare { break }
            let stars = kind
            if stars == .star || stars == .doubleStar { next() }
            try expect(.name)
            if kind == .colon {
                guard stars != .star, stars != .doubleStar else { throw refuse(.typeParameter) }
                next()
                _ = try readExpression()
            }
            if kind == .equal {
                guard version >= .v3_13 else { throw refuse(.newerSyntax) }
                next()
                _ = stars == .star ? try readStarExpression() : try readExpression()
            }
        } while accept(.comma)
        guard kind == .closeSquare, (lexer.previousEnd - 1).pointee != UInt8(ascii: "[") else {
            throw refuse(.typeParameter)
        }
        next()
    }
}
