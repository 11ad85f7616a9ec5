/// Operands: prefixes, atoms and what may trail them.
extension Recogniser {
    /// Operands with binary operators between them, all of one level.
    mutating func readOperands(allowsComparison: Bool) throws(Refusal) -> Expression {
        try readMoreOperands(readOperand(), allowsComparison: allowsComparison)
    }

    /// The operators and operands behind the first operand.
    mutating func readMoreOperands(_ first: Expression, allowsComparison: Bool) throws(Refusal) -> Expression {
        var first = first
        while true {
            switch kind {
            case .plus, .minus, .star, .doubleStar, .slash, .doubleSlash, .percent, .at, .ampersand, .bar, .caret,
                .leftShift, .rightShift:
                next()
            case .less, .greater, .lessEqual, .greaterEqual, .equalEqual, .notEqual, .kwIn:
                guard allowsComparison else { return first }
                next()
            case .kwIs:
                guard allowsComparison else { return first }
                next()
                if kind == .kwNot { next() }
            case .kwNot:
                guard allowsComparison else { return first }
                next()
                try expect(.kwIn)
            default:
                return first
            }
            _ = try readOperand()
            first = .other
        }
    }

    /// One operand with its signs and `await`.
    @inline(__always)
    private mutating func readOperand() throws(Refusal) -> Expression {
        switch kind {
        case .plus, .minus, .tilde:
            repeat { next() } while kind == .plus || kind == .minus || kind == .tilde
            if kind == .kwAwait { next() }
            _ = try readPrimary()
            return .other
        case .kwAwait:
            next()
            _ = try readPrimary()
            return .other
        default:
            return try readPrimary()
        }
    }

    /// An atom and its attributes, calls and subscriptions.
    mutating func readPrimary() throws(Refusal) -> Expression {
        let start = lexer.start
        let atom: Expression
        switch kind {
        case .name:
            dotted = DottedPlace(start: start, end: lexer.end, lastStart: start, isPlain: !lexer.isNonASCII)
            if let last = lexer.readAttributes() {
                dotted.end = lexer.end
                dotted.lastStart = last
                atom = Expression(.attribute, [.target, .dotted])
            } else {
                atom = Expression(.name, [.target, .bareName, .dotted])
            }
            lexer.nextAfterOperand()
        case .number:
            next()
            atom = Expression(.number)
        case .kwNone:
            next()
            atom = Expression(.none)
        case .kwTrue, .kwFalse:
            next()
            atom = Expression(.boolean)
        default:
            atom = try readLargeAtom()
        }
        return kind.endsExpression ? atom : try readTrailers(atom, from: start)
    }

    /// Strings and what has brackets around it.
    @inline(never)
    private mutating func readLargeAtom() throws(Refusal) -> Expression {
        switch kind {
        case .string, .formatStart:
            return try readStrings()
        case .ellipsis:
            next()
            return .other
        case .openParen:
            let inner = try readParentheses()
            if inner.has(.dotted) { dotted.isPlain = false }
            return inner
        case .openSquare:
            return try readList()
        case .openBrace:
            return try readBraces()
        default:
            throw refuse()
        }
    }

    /// Attributes, calls and subscriptions, as many as follow.
    ///
    /// - Parameter start: where the atom begins.
    @inline(never)
    private mutating func readTrailers(_ atom: Expression, from start: Place) throws(Refusal) -> Expression {
        var result = atom
        /// Whether `dotted` is the place of all that was read so far.
        var isDotted = atom.has(.dotted)
        while true {
            if kind.endsExpression { return result }
            switch kind {
            case .dot:
                let dot = lexer.start
                next()
                guard kind == .name else { throw refuse() }
                if isDotted {
                    dotted.isPlain = dotted.isPlain && dot == dotted.end && lexer.start == dot + 1 && !lexer.isNonASCII
                    dotted.lastStart = lexer.readAttributes() ?? lexer.start
                    dotted.end = lexer.end
                    result = Expression(.attribute, [.target, .dotted])
                } else {
                    _ = lexer.readAttributes()
                    result = Expression(.attribute, .target)
                }
                lexer.nextAfterOperand()
            case .openParen:
                if isDotted {
                    isDotted = false
                    let name = note(dotted)
                    let index = facts.calls.count
                    facts.calls.append(CallFact(name: name, key: .empty, site: site(at: start)))
                    let key = try readArguments()
                    if !key.isEmpty { facts.calls[index].key = key }
                    callee = name
                    result = Expression(.call, .namedCall)
                } else {
                    _ = try readArguments()
                    result = Expression(.call)
                }
            case .openSquare:
                result = try readSubscription(start, isDotted)
                isDotted = false
            default:
                return result
            }
        }
    }

    // MARK: Subscriptions

    private mutating func readSubscription(_ start: Place, _ isDotted: Bool) throws(Refusal) -> Expression {
        let name = dotted
        next()
        let index = try readSlices()
        try expect(.closeSquare)
        if isDotted {
            subscripted = name
            if index.has(.plainString), let key = noteKey() {
                let base = note(name)
                facts.subscripts.append(SubscriptFact(name: base, key: key, site: site(at: start)))
            }
            return Expression(.subscription, [.target, .namedSubscript])
        }
        return Expression(.subscription, .target)
    }

    private mutating func readSlices() throws(Refusal) -> Expression {
        let first = try readSlice()
        guard kind == .comma else {
            // A lone starred index is a tuple to CPython.
            return first
        }
        while accept(.comma) {
            if kind == .closeSquare { break }
            _ = try readSlice()
        }
        return .other
    }

    private mutating func readSlice() throws(Refusal) -> Expression {
        var result = Expression.other
        if kind == .star {
            guard version >= .v3_11 else { throw refuse(.newerSyntax) }
            return try readStarExpression()
        }
        if kind != .colon {
            result = version >= .v3_10 ? try readNamedExpression() : try readExpression()
            guard kind == .colon, !result.has(.walrus) else { return result }
        }
        next()
        if startsExpression { _ = try readExpression() }
        if accept(.colon), startsExpression { _ = try readExpression() }
        return .other
    }

    // MARK: Parentheses, lists, sets, dictionaries

    private mutating func readParentheses() throws(Refusal) -> Expression {
        next()
        return try readParenthesised(until: .closeParen)
    }

    /// What parentheses hold, and the token that closes them.
    mutating func readParenthesised(until end: Token) throws(Refusal) -> Expression {
        if accept(end) { return Expression(.tuple, [.assignable, .deletable]) }
        if kind == .kwYield {
            _ = try readYield()
            try expect(end)
            return .other
        }
        let place = lexer.start
        let first = try readStarNamedExpression()
        if kind == .comma {
            let common = try readElements(first, until: end)
            return Expression(.tuple, common)
        }
        if kind == .kwFor || kind == .kwAsync {
            guard !first.has(.starred) else { throw refuse() }
            try readComprehension()
            try expect(end)
            return Expression(.comprehension)
        }
        guard kind == end else { throw refuse() }
        if first.has(.starred), version >= .v3_9 { throw refuse(.invalidSyntax, at: place) }
        next()
        let kept: Expression.Traits = [.target, .dotted, .namedCall, .namedSubscript, .plainString]
        return Expression(first.form, first.traits.intersection(kept))
    }

    /// The rest of a tuple or list from its first comma on, and its closing bracket; what all of it allows.
    private mutating func readElements(_ first: Expression, until end: Token) throws(Refusal) -> Expression.Traits {
        var common = first.traits
        while accept(.comma) {
            if kind == end { break }
            common.formIntersection(try readStarNamedExpression().traits)
        }
        try expect(end)
        return common.intersection([.assignable, .deletable])
    }

    private mutating func readList() throws(Refusal) -> Expression {
        next()
        if accept(.closeSquare) { return Expression(.list, [.assignable, .deletable]) }
        let first = try readStarNamedExpression()
        if kind == .kwFor || kind == .kwAsync {
            guard !first.has(.starred) else { throw refuse() }
            try readComprehension()
            try expect(.closeSquare)
            return Expression(.comprehension)
        }
        return Expression(.list, try readElements(first, until: .closeSquare))
    }

    private mutating func readBraces() throws(Refusal) -> Expression {
        next()
        if accept(.closeBrace) { return Expression(.dictionary) }
        if kind == .doubleStar { return try readDictionary(afterFirst: false) }
        let first = try readSetElement()
        if kind == .colon, !first.has(.starred), !first.has(.walrus) {
            next()
            _ = try readExpression()
            if kind == .kwFor || kind == .kwAsync {
                try readComprehension()
                try expect(.closeBrace)
                return Expression(.comprehension)
            }
            return try readDictionary(afterFirst: true)
        }
        if kind == .kwFor || kind == .kwAsync {
            guard !first.has(.starred) else { throw refuse() }
            try readComprehension()
            try expect(.closeBrace)
            return Expression(.comprehension)
        }
        while accept(.comma) {
            if kind == .closeBrace { break }
            _ = try readSetElement()
        }
        try expect(.closeBrace)
        return Expression(.set)
    }

    private mutating func readSetElement() throws(Refusal) -> Expression {
        version >= .v3_9 ? try readStarNamedExpression() : try readStarExpression()
    }

    private mutating func readDictionary(afterFirst: Bool) throws(Refusal) -> Expression {
        var wantsItem = !afterFirst
        while true {
            if wantsItem {
                if kind == .closeBrace { break }
                if accept(.doubleStar) {
                    _ = try readOperands(allowsComparison: false)
                } else {
                    _ = try readExpression()
                    try expect(.colon)
                    _ = try readExpression()
                }
            }
            wantsItem = true
            guard accept(.comma) else { break }
        }
        try expect(.closeBrace)
        return Expression(.dictionary)
    }

    /// `for … in … if …`, once or more.
    mutating func readComprehension() throws(Refusal) {
        while kind == .kwFor || kind == .kwAsync {
            if accept(.kwAsync), kind != .kwFor { throw refuse() }
            next()
            try readTargets()
            try expect(.kwIn)
            _ = try readDisjunction()
            while accept(.kwIf) {
                if kind == .kwLambda, version < .v3_9 {
                    _ = try readExpression()
                } else {
                    _ = try readDisjunction()
                }
            }
        }
    }
}
