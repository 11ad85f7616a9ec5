import PaydownCore

/// Applies a filter to the rows of one finding table.
///
/// A performance file: a million rows share some hundred thousand strings. Each string is asked all terms at once when
/// it is met first, and the answers are kept as bits by its id; a row's answer is its strings' bits together. Rows come
/// in the order of their paths, so a path is asked once for all its rows, and most paths settle it for all of them.
struct FilterMatcher {
    private let side: LoadedSnapshot
    private var first: FilterTerms
    /// Terms behind the first fifteen.
    private var others: [FilterTerms]

    /// - Parameters:
    ///   - isForAll: false for so few rows that to make room for all answers costs more than to ask again.
    ///   - checkOfRule: for `rule:`, which also finds the rules of a check by the check's name.
    init(
        _ query: FilterQuery, _ side: LoadedSnapshot, births: FindingBirths? = nil, isForAll: Bool = true,
        checkOfRule: (String) -> String
    ) {
        self.side = side
        var rest = query.terms[...]
        var parts: [FilterTerms] = []
        repeat {
            let part = Array(rest.prefix(FilterTerms.limit))
            parts.append(FilterTerms(part, side, births ?? side.births, isForAll: isForAll, checkOfRule: checkOfRule))
            rest = rest.dropFirst(FilterTerms.limit)
        } while !rest.isEmpty
        first = parts[0]
        others = Array(parts.dropFirst())
    }

    /// What a path says about the rows that have it.
    enum Verdict {
        case none
        case some
        case all
    }

    /// Says that the rows to come have this path.
    mutating func enter(_ path: StringID) -> Verdict {
        side.findings.strings.withUTF8(path) { enter($0, of: path) }
    }

    /// The same with the path's text at hand.
    mutating func enter(_ text: UnsafeBufferPointer<UInt8>, of path: StringID) -> Verdict {
        var verdict = first.enter(text, of: path)
        for index in others.indices where verdict != .none {
            switch others[index].enter(text, of: path) {
            case .none: verdict = .none
            case .some: verdict = .some
            case .all: break
            }
        }
        return verdict
    }

    /// Whether a row matches that has the path that was entered last.
    mutating func matches(_ row: Int, isNew: Bool, isFixed: Bool) -> Bool {
        guard first.hold(row, isNew: isNew, isFixed: isFixed) else { return false }
        for index in others.indices where !others[index].hold(row, isNew: isNew, isFixed: isFixed) { return false }
        return true
    }
}

/// Up to fifteen terms; a set of terms is a number with a bit for each.
private struct FilterTerms {
    static let limit = 15

    private typealias Bits = UInt16
    /// Set where a string's answers are known.
    private static let isKnown: Bits = 1 << 15

    private let findings: FindingTable
    private let owners: PathOwners?
    private let births: FindingBirths?
    private let tests: [TextTest]
    private let all: Bits
    private let negated: Bits
    /// The terms that ask each column.
    private let askingPath: Bits
    private let askingOwner: Bits
    /// Terms about the age of a finding.
    private let askingAge: Bits
    private let ages: [AgeTest?]
    private let askingRule: Bits
    private let askingSymbol: Bits
    private let askingProse: Bits
    /// Terms that hold of new findings only, and of fixed ones.
    private let new: Bits
    private let fixed: Bits
    /// Terms that hold whatever the texts are.
    private let everything: Bits
    /// The answers of symbols, rules and prose by string id; empty when no term asks, or nothing is remembered.
    private var symbols: [Bits]
    private var ruleAnswers: [Bits]
    private var prose: [Bits]
    /// The terms that hold by the path that was entered.
    private var byPath: Bits = 0

    init(
        _ terms: [FilterQuery.Term], _ side: LoadedSnapshot, _ births: FindingBirths?, isForAll: Bool,
        checkOfRule: (String) -> String
    ) {
        let rules = side.index.rules
        let findings = side.findings
        self.findings = findings
        owners = side.owners
        self.births = births
        ages = terms.map { if case .age(let test) = $0.pattern { test } else { nil } }
        let tests = terms.map { TextTest($0.pattern) }
        self.tests = tests
        func bits(_ isWanted: (Int) -> Bool) -> Bits {
            terms.indices.reduce(0) { isWanted($1) ? $0 | 1 << Bits($1) : $0 }
        }
        func asks(_ field: FilterQuery.Field) -> Bits {
            bits { index in
                switch terms[index].field {
                case .any, .new, .fixed: !tests[index].isEverything
                default: terms[index].field == field
                }
            }
        }
        all = bits { _ in true }
        negated = bits { terms[$0].isNegated }
        new = bits { terms[$0].field == .new }
        fixed = bits { terms[$0].field == .fixed }
        everything = bits { tests[$0].isEverything && terms[$0].field != .age }
        askingPath = asks(.path)
        askingOwner = bits { terms[$0].field == .owner }
        askingAge = bits { terms[$0].field == .age }
        askingRule = asks(.rule)
        askingSymbol = asks(.name)
        askingProse = asks(.any) & bits { tests[$0].looksIntoProse }
        let count = isForAll ? findings.strings.count : 0
        symbols = [Bits](repeating: 0, count: askingSymbol == 0 ? 0 : count)
        prose = [Bits](repeating: 0, count: askingProse == 0 ? 0 : count)
        // Rules are met early, so their ids are small.
        let lastRule = rules.map { Int($0.rawValue) }.max() ?? 0
        ruleAnswers = [Bits](repeating: 0, count: askingRule == 0 ? 0 : lastRule + 1)
        if askingRule == 0 { return }
        let byCheck = bits { terms[$0].field == .rule }
        for rule in rules {
            let check = checkOfRule(findings.strings[rule])
            ruleAnswers[Int(rule.rawValue)] =
                findings.strings.withUTF8(rule) { answers($0, askingRule) }
                | (bits { tests[$0].matches(check) } & byCheck)
        }
    }

    mutating func enter(_ path: UnsafeBufferPointer<UInt8>, of id: StringID) -> FilterMatcher.Verdict {
        byPath = everything
        if askingOwner != 0, let owners {
            byPath |= owners.withUTF8(id) { answers($0, askingOwner) }
            if (byPath ^ negated) & askingOwner != askingOwner { return .none }
        }
        // Terms about paths alone first: they are cheap, and they settle it when one does not hold.
        let alone = askingPath & ~askingSymbol & ~askingRule
        byPath |= answers(path, alone)
        if (byPath ^ negated) & alone != alone { return .none }
        byPath |= answers(path, askingPath & ~alone)
        // What does not depend on the row's being new or fixed cannot be undone by the row.
        let certain = byPath & ~new & ~fixed
        if certain & negated & ~askingOwner != 0 { return .none }
        // Another column can still make a term hold, which is good unless it is negated.
        let isSettled = negated & ~alone & ~askingOwner == 0
        return isSettled && certain | negated == all && askingAge == 0 ? .all : .some
    }

    mutating func hold(_ row: Int, isNew: Bool, isFixed: Bool) -> Bool {
        var holding = byPath
        if askingSymbol != 0 {
            holding |= symbolAnswers(findings.symbol[row])
        }
        if askingRule != 0 { holding |= ruleAnswers[Int(findings.rule[row].rawValue)] }
        if askingProse & ~holding != 0 {
            holding |= proseAnswers(findings.message[row]) | proseAnswers(findings.excerpt[row])
        }
        if askingAge != 0, let births {
            let (age, mayBeOlder) = (births.age(row), births.mayBeOlder(row))
            for index in ages.indices where ages[index]?.holds(age, mayBeOlder: mayBeOlder) == true {
                holding |= 1 << Bits(index)
            }
        }
        if !isNew { holding &= ~new }
        if !isFixed { holding &= ~fixed }
        return (holding ^ negated) & all == all
    }

    private mutating func symbolAnswers(_ id: StringID) -> Bits {
        if symbols.isEmpty { return answers(id, askingSymbol) }
        let index = Int(id.rawValue)
        if symbols[index] == 0 { symbols[index] = answers(id, askingSymbol) }
        return symbols[index]
    }

    private mutating func proseAnswers(_ id: StringID) -> Bits {
        if prose.isEmpty { return answers(id, askingProse) }
        let index = Int(id.rawValue)
        if prose[index] == 0 { prose[index] = answers(id, askingProse) }
        return prose[index]
    }

    private func answers(_ id: StringID, _ asking: Bits) -> Bits {
        findings.strings.withUTF8(id) { answers($0, asking) } | Self.isKnown
    }

    /// Those of some terms that hold of a text.
    private func answers(_ text: UnsafeBufferPointer<UInt8>, _ asking: Bits) -> Bits {
        var holding: Bits = 0
        var rest = asking
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            if tests[index].matches(text) { holding |= 1 << Bits(index) }
            rest &= rest - 1
        }
        return holding
    }
}
