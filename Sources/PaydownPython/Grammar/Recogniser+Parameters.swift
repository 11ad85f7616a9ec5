/// Parameters of functions and lambdas.
extension Recogniser {
    /// Reads up to the token that ends them; those of a function are noted as facts.
    mutating func readParameters(until end: Token) throws(Refusal) {
        let isFunction = end == .closeParen
        let first = facts.parameters.count
        var sawDefault = false
        var sawSlash = false
        var sawStar = false
        /// A bare `*` wants a named parameter behind it.
        var wantsName = false
        var count = 0
        while kind != end {
            switch kind {
            case .name:
                var parameter = try readParameter(isFunction, sawStar ? .keywordOnly : .positional)
                if accept(.equal) {
                    _ = try readExpression()
                    parameter.hasDefault = true
                    if !sawStar { sawDefault = true }
                } else if sawDefault, !sawStar {
                    throw refuse(.parameterOrder)
                }
                if isFunction { facts.parameters.append(parameter) }
                wantsName = false
            case .slash:
                guard count > 0, !sawSlash, !sawStar else { throw refuse(.parameterOrder) }
                sawSlash = true
                next()
                if isFunction {
                    for index in first..<facts.parameters.count { facts.parameters[index].kind = .positionalOnly }
                }
            case .star:
                guard !sawStar else { throw refuse(.parameterOrder) }
                sawStar = true
                next()
                if kind == .name {
                    let parameter = try readParameter(isFunction, .variadic)
                    if isFunction { facts.parameters.append(parameter) }
                } else {
                    guard kind == .comma else { throw refuse(.parameterOrder) }
                    wantsName = true
                }
            case .doubleStar:
                guard !wantsName else { throw refuse(.parameterOrder) }
                next()
                guard kind == .name else { throw refuse() }
                let parameter = try readParameter(isFunction, .keywords)
                if isFunction { facts.parameters.append(parameter) }
                _ = accept(.comma)
                guard kind == end else { throw refuse(.parameterOrder) }
                return
            case .openParen:
                throw refuse(.python2Unpacking)
            default:
                throw refuse()
            }
            count += 1
            guard accept(.comma) else { break }
        }
        if wantsName || kind != end { throw refuse(wantsName ? .parameterOrder : .invalidSyntax) }
    }

    private mutating func readParameter(
        _ isFunction: Bool, _ parameterKind: ParameterFact.Kind
    ) throws(Refusal) -> ParameterFact {
        let name = isFunction ? noteName() : .empty
        next()
        var annotation = ByteSpan.none
        if isFunction, accept(.colon) {
            let start = lexer.start
            if parameterKind == .variadic, version >= .v3_11 {
                _ = try readStarExpression()
            } else {
                _ = try readExpression()
            }
            annotation = span(start, lexer.previousEnd)
        }
        return ParameterFact(kind: parameterKind, hasDefault: false, name: name, annotation: annotation)
    }
}
