/// A filter as it was typed, understood: all its terms must hold.
///
/// `word` is fuzzy, `"exact"` literal, `/re/` a regular expression; `path:` `rule:` `name:` look at one field;
/// `owner:` at who owns the file, `age:>30d` at how long it is there;
/// `new:` and `fixed:` at what changed since the baseline; `!` before a term turns it round. A word without
/// capitals ignores case.
package struct FilterQuery: Equatable, Sendable {
    package struct Term: Equatable, Sendable {
        package var field: Field
        package var pattern: Pattern
        package var isNegated: Bool
    }

    package enum Field: String, CaseIterable, Sendable {
        case any
        case path
        case rule
        case name
        case new
        case fixed
        case owner
        case age
    }

    package enum Pattern: Equatable, Sendable {
        /// Nothing typed yet: everything matches.
        case everything
        case fuzzy(String)
        case literal(String)
        case regex(String)
        case age(AgeTest)
    }

    package var terms: [Term] = []
    /// What could not be understood, for people.
    package var problem: String?

    package init(_ text: String) {
        var scanner = Scanner(text)
        while let token = scanner.next() {
            if let term = Self.term(token, problem: &problem) { terms.append(term) }
        }
        if scanner.isUnclosed, problem == nil { problem = "a \" or / is not closed" }
    }

    package var isEmpty: Bool { terms.isEmpty }

    /// The same filter without the terms about these fields.
    func without(_ fields: Set<Field>) -> FilterQuery {
        var query = self
        query.terms.removeAll { fields.contains($0.field) }
        return query
    }

    /// The same filter without the terms that nothing is known about; the problem says why.
    func usable(on snapshot: LoadedSnapshot, hasBirths: Bool) -> FilterQuery {
        var query = self
        if snapshot.owners == nil, terms.contains(where: { $0.field == .owner }) {
            query = query.without([.owner])
            query.problem = problem ?? "owner: needs a CODEOWNERS file in the project"
        }
        if !hasBirths, terms.contains(where: { $0.field == .age }) {
            query = query.without([.age])
            query.problem = query.problem ?? "age: needs a history; 'paydown history backfill' makes one"
        }
        return query
    }

    private static func term(_ token: Scanner.Token, problem: inout String?) -> Term? {
        let field = token.field.flatMap { Field(rawValue: $0) } ?? .any
        if field == .age {
            if token.text.isEmpty { return nil }
            guard let test = AgeTest(token.text) else {
                problem = "age:\(token.text) is no age; write age:>30d, age:<2w, age:1y"
                return nil
            }
            return Term(field: .age, pattern: .age(test), isNegated: token.isNegated)
        }
        let pattern: Pattern
        switch token.kind {
        case _ where token.text.isEmpty: pattern = .everything
        case .quoted: pattern = .literal(token.text)
        case .regex:
            if let reason = Self.problem(inRegex: token.text) {
                problem = reason
                return nil
            }
            pattern = .regex(token.text)
        case .word: pattern = field == .any ? .fuzzy(token.text) : .literal(token.text)
        }
        if pattern == .everything, field != .new, field != .fixed { return nil }
        return Term(field: field, pattern: pattern, isNegated: token.isNegated)
    }

    private static func problem(inRegex source: String) -> String? {
        do {
            _ = try Regex(source)
            return nil
        } catch {
            return "/\(source)/ is no regular expression"
        }
    }
}

/// Splits a filter into its tokens; spaces separate them except within quotes and slashes.
private struct Scanner {
    enum Kind {
        case word
        case quoted
        case regex
    }

    struct Token {
        var field: String?
        var text: String
        var kind: Kind
        var isNegated: Bool
    }

    private static let fields = ["path", "rule", "name", "new", "fixed", "owner", "age"]
    private var rest: Substring
    private(set) var isUnclosed = false

    init(_ text: String) {
        rest = text[...]
    }

    mutating func next() -> Token? {
        rest = rest.drop { $0 == " " }
        guard !rest.isEmpty else { return nil }
        var token = Token(field: nil, text: "", kind: .word, isNegated: false)
        if rest.first == "!" {
            token.isNegated = true
            rest.removeFirst()
        }
        for field in Self.fields where rest.lowercased().hasPrefix(field + ":") {
            token.field = field
            rest.removeFirst(field.count + 1)
            break
        }
        if rest.first == "\"" {
            token.kind = .quoted
            token.text = delimited(by: "\"")
        } else if rest.first == "/", rest.dropFirst().contains("/") || token.field == nil {
            token.kind = .regex
            token.text = delimited(by: "/")
        } else {
            token.text = String(rest.prefix { $0 != " " })
            rest.removeFirst(token.text.count)
        }
        return token
    }

    /// The text up to the next `sign` that no backslash stands before; to the end when there is none.
    private mutating func delimited(by sign: Character) -> String {
        rest.removeFirst()
        var text = ""
        var isEscaped = false
        while let character = rest.popFirst() {
            if character == sign, !isEscaped { return text }
            if isEscaped, character == sign { text.removeLast() }
            text.append(character)
            isEscaped = character == "\\" && !isEscaped
        }
        isUnclosed = true
        return text
    }
}
