import PaydownPython

/// Places of what facts are about.
extension FileReading {
    /// From the word `class` to the end of the body.
    mutating func draft(of fact: ClassFact, symbol: String? = nil) -> FindingDraft {
        draft(symbol ?? names[fact.name], from: fact.site, toStatementAt: fact.last)
    }

    /// From the word `def` to the end of the body.
    mutating func draft(of fact: FunctionFact, symbol: String? = nil) -> FindingDraft {
        draft(symbol ?? names[fact.name], from: fact.site, toStatementAt: fact.last)
    }

    private mutating func draft(_ symbol: String, from site: FactSite, toStatementAt last: UInt32) -> FindingDraft {
        var draft = FindingDraft(symbol, at: position(of: site))
        if let end = end(ofStatementAt: last) {
            draft.endLine = end.line
            draft.endColumn = end.column
        }
        draft.scope = scopeName(site.scope)
        return draft
    }

    /// From the name that is called to the closing parenthesis; only the beginning where the call does not begin with its name,
    /// and where CPython 3.8 puts it on another line than its own.
    mutating func draft(of fact: CallFact) -> FindingDraft {
        var draft = FindingDraft(names[fact.name], at: position(of: fact.site))
        draft.scope = scopeName(fact.site.scope)
        if let end = endOfCall(fact) {
            draft.endLine = end.line
            draft.endColumn = end.column
        }
        return draft
    }

    private mutating func endOfCall(_ fact: CallFact) -> Position? {
        let start = Int(fact.site.offset)
        let first = Array(names[fact.name].utf8.prefix { $0 != UInt8(ascii: ".") })
        guard fact.site.lineShift == 0, source.hold(first, at: start) else { return nil }
        var scanner = TokenScanner(source, at: start)
        var depth = 0
        while true {
            guard case .token(let token) = scanner.next() else {
                if depth == 0 { return nil }
                if case .end = scanner.next() { return nil }
                continue
            }
            guard token.count == 1 else { continue }
            switch source[token.lowerBound] {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return position(of: token.upperBound) }
                if depth < 0 { return nil }
            default: break
            }
        }
    }

    /// The whole statement of a fact.
    mutating func draft(_ symbol: String, statementOf site: FactSite) -> FindingDraft {
        let statement = facts.statements[Int(site.statement)]
        var draft = FindingDraft(symbol, from: position(of: Int(statement.start)), to: position(of: Int(statement.end)))
        draft.scope = scopeName(site.scope)
        return draft
    }

    /// The functions directly in the body of each class, by the number of its body.
    func methods() -> [ScopeID: [Int]] {
        var methods: [ScopeID: [Int]] = [:]
        for index in facts.functions.indices where facts.isClass(facts.functions[index].site.scope) {
            methods[facts.functions[index].site.scope, default: []].append(index)
        }
        return methods
    }
}
