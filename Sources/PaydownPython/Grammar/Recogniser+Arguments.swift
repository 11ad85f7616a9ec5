/// What the arguments read so far allow those behind them to be.
struct ArgumentOrder {
    var sawKeyword = false
    var sawUnpackedKeywords = false
    var count = 0
    /// Where the names of the keyword arguments begin in `Recogniser.keywordNames`, for Python 3.8.
    let firstKeyword: Int
}

/// One argument of a call or of a class.
struct Argument {
    var kind = BaseFact.Kind.base
    var keyword = FactName.empty
    var value: Expression
    var valueStart: UnsafePointer<UInt8>
}

/// Arguments of calls and classes.
extension Recogniser {
    /// From the opening parenthesis on; the first positional argument, when it is a string like a key.
    mutating func readArguments() throws(Refusal) -> FactName {
        next()
        var order = ArgumentOrder(firstKeyword: keywordNames.count)
        var key = FactName.empty
        while kind != .closeParen {
            var isRead = skipPlainArgument(&order)
            if !isRead { isRead = try readPlainKeyword(&order) }
            if isRead {
                guard accept(.comma) else { break }
                continue
            }
            let argument = try readArgument(&order, allowsGenerator: true)
            if order.count == 1, argument.kind == .base, argument.value.has(.plainString) {
                key = noteKey() ?? .empty
            }
            if argument.value.has(.openGenerator) {
                guard order.count == 1, kind == .closeParen else { throw refuse(.generatorParentheses) }
                break
            }
            guard accept(.comma) else { break }
        }
        if version == .v3_8 { forgetKeywords(of: order) }
        try expect(.closeParen)
        return key
    }

    /// The arguments of this call have been read.
    mutating func forgetKeywords(of order: ArgumentOrder) {
        keywordNames.removeSubrange(order.firstKeyword...)
    }

    /// Passes over an argument that is one name and nothing else, which is every third; false when it is more.
    @inline(__always)
    private mutating func skipPlainArgument(_ order: inout ArgumentOrder) -> Bool {
        guard kind == .name else { return false }
        let after = lexer.cursor.pointee
        guard after == UInt8(ascii: ",") || after == UInt8(ascii: ")"), !order.sawKeyword, !order.sawUnpackedKeywords
        else { return false }
        order.count += 1
        next()
        return true
    }

    /// Reads `name=value`, which is every fifth argument; false when it is something else.
    @inline(__always)
    private mutating func readPlainKeyword(_ order: inout ArgumentOrder) throws(Refusal) -> Bool {
        let after = lexer.cursor
        guard kind == .name, after.pointee == UInt8(ascii: "="), after[1] != UInt8(ascii: "="), version > .v3_8
        else { return false }
        order.count += 1
        order.sawKeyword = true
        next()
        next()
        _ = try readExpression()
        return true
    }

    @inline(__always)
    mutating func readArgument(_ order: inout ArgumentOrder, allowsGenerator: Bool) throws(Refusal) -> Argument {
        order.count += 1
        let start = lexer.start
        if accept(.star) {
            guard !order.sawUnpackedKeywords else { throw refuse(.argumentOrder, at: start) }
            let valueStart = lexer.start
            return Argument(kind: .unpacked, value: try readExpression(), valueStart: valueStart)
        }
        if accept(.doubleStar) {
            order.sawUnpackedKeywords = true
            let valueStart = lexer.start
            return Argument(kind: .unpackedKeywords, value: try readExpression(), valueStart: valueStart)
        }
        var value = try readNamedExpression()
        if kind == .equal {
            guard value.has(.bareName) else { throw refuse(.keywordName, at: start) }
            let keyword = allowsGenerator && version > .v3_8 ? .empty : note(dotted)
            if version == .v3_8 {
                // Later Pythons look for this only after parsing.
                let word = text(of: keyword)
                guard !keywordNames[order.firstKeyword...].contains(word) else {
                    throw refuse(.keywordRepeated, at: start)
                }
                if keywordNames.count - order.firstKeyword < 256 { keywordNames.append(word) }
            }
            order.sawKeyword = true
            next()
            let valueStart = lexer.start
            value = try readExpression()
            return Argument(kind: .keyword, keyword: keyword, value: value, valueStart: valueStart)
        }
        if kind == .kwFor || kind == .kwAsync {
            guard allowsGenerator else { throw refuse() }
            try readComprehension()
            return Argument(value: Expression(.comprehension, .openGenerator), valueStart: start)
        }
        if order.sawKeyword || order.sawUnpackedKeywords { throw refuse(.argumentOrder) }
        return Argument(value: value, valueStart: start)
    }
}
