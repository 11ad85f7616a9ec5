import PaydownCore

/// Applies a filter to the rows of one finding table.
///
/// A performance file: a million rows share some hundred thousand strings, so each term asks each string
/// once and remembers the answer by its id. A row then costs a few array look-ups.
struct FilterMatcher {
    /// Terms about the path alone are asked once for a run of rows of one file; rows come in the order of paths.
    private var pathTerms: [TermMatcher]
    private var terms: [TermMatcher]
    private var path: StringID?
    private var pathHolds = true

    /// - Parameters:
    ///   - checkOfRule: for `rule:`, which also finds the rules of a check by the check's name.
    init(_ query: FilterQuery, _ findings: FindingTable, checkOfRule: (String) -> String) {
        let matcher = { TermMatcher($0, findings, checkOfRule: checkOfRule) }
        pathTerms = query.terms.filter { $0.field == .path }.map(matcher)
        terms = query.terms.filter { $0.field != .path }.map(matcher)
    }

    mutating func matches(_ row: Int, isNew: Bool, isFixed: Bool, in findings: FindingTable) -> Bool {
        if !pathTerms.isEmpty {
            let path = findings.path[row]
            if path != self.path {
                self.path = path
                pathHolds = Self.hold(&pathTerms, row, isNew: isNew, isFixed: isFixed, in: findings)
            }
            if !pathHolds { return false }
        }
        return Self.hold(&terms, row, isNew: isNew, isFixed: isFixed, in: findings)
    }

    private static func hold(
        _ terms: inout [TermMatcher], _ row: Int, isNew: Bool, isFixed: Bool, in findings: FindingTable
    ) -> Bool {
        for index in terms.indices
        where terms[index].matches(row, isNew: isNew, isFixed: isFixed, in: findings) == terms[index].isNegated {
            return false
        }
        return true
    }
}

private struct TermMatcher {
    let isNegated: Bool
    private let field: FilterQuery.Field
    private let test: TextTest
    /// By string id: 0 not asked yet, 1 no, 2 yes.
    private var answers: [UInt8]
    /// Rule ids whose check's name matches.
    private let rulesByCheck: Set<StringID>
    private let looksIntoProse: Bool

    init(_ term: FilterQuery.Term, _ findings: FindingTable, checkOfRule: (String) -> String) {
        isNegated = term.isNegated
        field = term.field
        test = TextTest(term.pattern)
        answers = [UInt8](repeating: 0, count: findings.strings.count)
        if case .fuzzy = term.pattern { looksIntoProse = false } else { looksIntoProse = true }
        let test = test
        rulesByCheck = field == .rule ? Self.rules(of: findings) { test.matches(checkOfRule($0)) } : []
    }

    /// The rules that have findings and whose name passes. One look at each row, one test for each rule.
    private static func rules(of findings: FindingTable, where isWanted: (String) -> Bool) -> Set<StringID> {
        var isMet = [Bool](repeating: false, count: findings.strings.count)
        var wanted: Set<StringID> = []
        for rule in findings.rule where !isMet[Int(rule.rawValue)] {
            isMet[Int(rule.rawValue)] = true
            if isWanted(findings.strings[rule]) { wanted.insert(rule) }
        }
        return wanted
    }

    mutating func matches(_ row: Int, isNew: Bool, isFixed: Bool, in findings: FindingTable) -> Bool {
        switch field {
        case .path:
            return holds(findings.path[row], findings)
        case .rule:
            return rulesByCheck.contains(findings.rule[row]) || holds(findings.rule[row], findings)
        case .name:
            return holds(findings.symbol[row], findings)
        case .new:
            return isNew && (test.isEverything || anywhere(row, findings))
        case .fixed:
            return isFixed && (test.isEverything || anywhere(row, findings))
        case .any:
            return anywhere(row, findings)
        }
    }

    private mutating func anywhere(_ row: Int, _ findings: FindingTable) -> Bool {
        if holds(findings.symbol[row], findings) || holds(findings.path[row], findings)
            || holds(findings.rule[row], findings)
        {
            return true
        }
        // Letters of a short word stand in almost any sentence, so only literals look into prose.
        return looksIntoProse && (holds(findings.message[row], findings) || holds(findings.excerpt[row], findings))
    }

    private mutating func holds(_ id: StringID, _ findings: FindingTable) -> Bool {
        let index = Int(id.rawValue)
        if answers[index] != 0 { return answers[index] == 2 }
        let answer = findings.strings.withUTF8(id) { test.matches($0) }
        answers[index] = answer ? 2 : 1
        return answer
    }
}

/// One pattern made ready for many texts.
private enum TextTest {
    case everything
    case fuzzy(FuzzyMatch)
    case literal([UInt8], ignoresCase: Bool)
    case regex(Regex<AnyRegexOutput>)

    init(_ pattern: FilterQuery.Pattern) {
        switch pattern {
        case .everything:
            self = .everything
        case .fuzzy(let word):
            self = .fuzzy(FuzzyMatch(word))
        case .literal(let text):
            self = .literal(Array(text.utf8), ignoresCase: text == text.lowercased())
        case .regex(let source):
            // The query has compiled it once already; a source that fails is a problem there, not here.
            guard let regex = try? Regex(source) else {
                self = .everything
                return
            }
            self = .regex(source == source.lowercased() ? regex.ignoresCase() : regex)
        }
    }

    var isEverything: Bool {
        if case .everything = self { true } else { false }
    }

    func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }

    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .everything: true
        case .fuzzy(let match): match.matches(text)
        case .literal(let literal, let ignoresCase): contains(text, literal, ignoresCase)
        case .regex(let regex): String(decoding: text, as: UTF8.self).contains(regex)
        }
    }

    private func contains(_ text: UnsafeBufferPointer<UInt8>, _ literal: [UInt8], _ ignoresCase: Bool) -> Bool {
        guard let first = literal.first else { return true }
        guard text.count >= literal.count else { return false }
        func fold(_ byte: UInt8) -> UInt8 { ignoresCase && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
        for start in 0...(text.count - literal.count) where fold(text[start]) == first {
            var length = 1
            while length < literal.count, fold(text[start + length]) == literal[length] { length += 1 }
            if length == literal.count { return true }
        }
        return false
    }
}
