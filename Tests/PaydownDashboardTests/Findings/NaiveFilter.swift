import PaydownCore
import PaydownDashboard

/// A filter applied to one finding at a time, as its description says: the plain twin of `FilterMatcher`.
struct NaiveFilter {
    private let terms: [FilterQuery.Term]

    init(_ text: String) {
        terms = FilterQuery(text).terms
    }

    /// Without the terms that a baseline cannot answer.
    var withoutChanges: NaiveFilter {
        var copy = self
        copy = NaiveFilter(terms: terms.filter { $0.field != .new && $0.field != .fixed })
        return copy
    }

    private init(terms: [FilterQuery.Term]) {
        self.terms = terms
    }

    func matches(_ finding: Finding, check: String, isNew: Bool, isFixed: Bool) -> Bool {
        terms.allSatisfy { term in
            holds(term, finding, check: check, isNew: isNew, isFixed: isFixed) != term.isNegated
        }
    }

    private func holds(_ term: FilterQuery.Term, _ finding: Finding, check: String, isNew: Bool, isFixed: Bool) -> Bool
    {
        switch term.field {
        case .path: matches(term.pattern, finding.path)
        case .rule: matches(term.pattern, finding.rule) || matches(term.pattern, check)
        case .name: matches(term.pattern, finding.symbol)
        case .new: isNew && (term.pattern == .everything || anywhere(term.pattern, finding))
        case .fixed: isFixed && (term.pattern == .everything || anywhere(term.pattern, finding))
        case .any: anywhere(term.pattern, finding)
        // Nobody is known to own anything, and nothing has an age.
        case .owner, .age: !term.isNegated
        }
    }

    private func anywhere(_ pattern: FilterQuery.Pattern, _ finding: Finding) -> Bool {
        var texts = [finding.symbol, finding.path, finding.rule]
        if case .fuzzy = pattern {} else { texts += [finding.message, finding.excerpt] }
        return texts.contains { matches(pattern, $0) }
    }

    private func matches(_ pattern: FilterQuery.Pattern, _ text: String) -> Bool {
        switch pattern {
        case .everything, .age:
            return true
        case .literal(let literal):
            let ignoresCase = literal == literal.lowercased()
            return (ignoresCase ? text.lowercased() : text).contains(literal)
        case .regex(let source):
            guard let regex = try? Regex(source) else { return true }
            return text.contains(source == source.lowercased() ? regex.ignoresCase() : regex)
        case .fuzzy(let word):
            return Self.fuzzy(word, text)
        }
    }

    /// Every window of the allowed width is looked at.
    static func fuzzy(_ word: String, _ text: String) -> Bool {
        let ignoresCase = word == word.lowercased()
        let letters = Array(word.utf8)
        let bytes = text.utf8.map { ignoresCase && (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
        guard !letters.isEmpty else { return true }
        return bytes.indices.contains { start in
            var found = 0
            for byte in bytes[start...].prefix(letters.count * 2 + 4) where byte == letters[found] {
                found += 1
                if found == letters.count { return true }
            }
            return false
        }
    }
}
