/// Expressions above the operators: tuples, conditions, lambdas, `yield`, `:=`.
extension Recogniser {
    /// `star_expressions`: one or several with commas, some of them starred.
    mutating func readStarExpressions() throws(Refusal) -> Expression {
        let first = try readStarExpression()
        guard kind == .comma else { return first }
        return try readTuple(first, allowsStars: true)
    }

    /// The same without stars, as Python 3.8 has after `for … in`.
    mutating func readExpressions() throws(Refusal) -> Expression {
        let first = try readExpression()
        guard kind == .comma else { return first }
        return try readTuple(first, allowsStars: false)
    }

    private mutating func readTuple(_ first: Expression, allowsStars: Bool) throws(Refusal) -> Expression {
        var common = first.traits
        while accept(.comma) {
            guard startsExpression || kind == .star && allowsStars else { break }
            let element = allowsStars ? try readStarExpression() : try readExpression()
            common.formIntersection(element.traits)
        }
        return Expression(.tuple, common.intersection([.assignable, .deletable]).union(.openTuple))
    }

    /// Whether the current token can begin an expression.
    var startsExpression: Bool {
        switch kind {
        case .name, .number, .string, .formatStart, .kwFalse, .kwNone, .kwTrue, .kwAwait, .kwLambda, .kwNot,
            .openParen, .openSquare, .openBrace, .ellipsis, .plus, .minus, .tilde, .error:
            true
        default:
            false
        }
    }

    /// `*x` or an expression.
    @inline(__always)
    mutating func readStarExpression() throws(Refusal) -> Expression {
        guard kind == .star else { return try readExpression() }
        next()
        return starred(try readOperands(allowsComparison: false))
    }

    /// `*x`, or an expression with perhaps a name bound to it.
    @inline(__always)
    mutating func readStarNamedExpression() throws(Refusal) -> Expression {
        guard kind == .star else { return try readNamedExpression() }
        next()
        return starred(try readOperands(allowsComparison: false))
    }

    private func starred(_ operand: Expression) -> Expression {
        guard operand.has(.assignable) else { return Expression(.other, .starred) }
        // Only after its parser does Python 3.8 find that a starred expression cannot be deleted.
        return Expression(.other, version == .v3_8 ? [.starred, .assignable, .deletable] : [.starred, .assignable])
    }

    /// `name := value`, or an expression.
    @inline(__always)
    mutating func readNamedExpression() throws(Refusal) -> Expression {
        let first = try readExpression()
        guard kind == .colonEqual else { return first }
        guard first.has(.bareName) else { throw refuse() }
        next()
        _ = try readExpression()
        return Expression(.other, .walrus)
    }

    /// `expression`: operands and operators, a condition, or a lambda.
    mutating func readExpression() throws(Refusal) -> Expression {
        guard kind.isAtom else { return try readLargeExpression() }
        // Most expressions are one operand.
        let start = lexer.start
        let first = try readPrimary()
        lastDisjunction = start
        return kind.endsExpression ? first : try readMoreExpression(first, from: start)
    }

    @inline(never)
    private mutating func readLargeExpression() throws(Refusal) -> Expression {
        if kind == .kwLambda { return try readLambda() }
        return try readCondition(readDisjunction())
    }

    /// What follows the first operand.
    @inline(never)
    private mutating func readMoreExpression(_ first: Expression, from start: Place) throws(Refusal) -> Expression {
        let operands = try readMoreOperands(first, allowsComparison: true)
        let whole = try readMoreDisjunction(operands)
        lastDisjunction = start
        return try readCondition(whole)
    }

    /// `if … else …` behind what there is, if it follows.
    @inline(__always)
    private mutating func readCondition(_ value: Expression) throws(Refusal) -> Expression {
        var first = value
        while kind == .kwIf {
            next()
            _ = try readDisjunction()
            try expect(.kwElse)
            first = .other
            if kind == .kwLambda { return try readLambda() }
            _ = try readDisjunction()
        }
        return first
    }

    /// Operands with `and`, `or` and `not` among them.
    @inline(__always)
    mutating func readDisjunction() throws(Refusal) -> Expression {
        let start = lexer.start
        defer { lastDisjunction = start }
        var first: Expression
        if kind == .kwNot {
            repeat { next() } while kind == .kwNot
            _ = try readOperands(allowsComparison: true)
            first = .other
        } else {
            first = try readOperands(allowsComparison: true)
        }
        return try readMoreDisjunction(first)
    }

    @inline(__always)
    private mutating func readMoreDisjunction(_ first: Expression) throws(Refusal) -> Expression {
        var first = first
        while kind == .kwAnd || kind == .kwOr {
            repeat { next() } while kind == .kwNot
            _ = try readOperands(allowsComparison: true)
            first = .other
        }
        return first
    }

    private mutating func readLambda() throws(Refusal) -> Expression {
        // The only recursion without a bracket: CPython runs out of stack at 559 (3.8) or 746, we stop as for brackets.
        guard lambdaDepth < BracketStack.capacity else { throw refuse(.tooManyLambdas) }
        lambdaDepth += 1
        defer { lambdaDepth -= 1 }
        // Directly in an f-string's field, the colon belongs to the f-string.
        repeat {
            next()
            try readParameters(until: .colon)
            guard kind == .colon, lexer.fieldDepth == 0 || lexer.depth != lexer.fieldDepth else { throw refuse() }
            next()
        } while kind == .kwLambda
        _ = try readExpression()
        return .other
    }

    mutating func readYield() throws(Refusal) -> Expression {
        next()
        if accept(.kwFrom) {
            _ = try readExpression()
        } else if startsExpression || kind == .star {
            _ = try readStarExpressions()
        }
        return Expression(.other, .yields)
    }
}
