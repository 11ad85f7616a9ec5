import PaydownCore

/// Applies a filter to the rows of one finding table.
///
/// A performance file: a million rows share some hundred thousand strings. Each string is asked all terms at once when
/// it is met first, and the answers are kept as bits by its id; a row's answer is its strings' bits together. Rows come
/// in the order of their paths, so a path is asked once for all its rows, and most paths settle it for all of them.
/// Rows are taken in blocks, see `StringAnswers`.
struct FilterMatcher {
    private let side: LoadedSnapshot
    private var first: FilterTerms
    /// Terms behind the first fifteen.
    private var others: [FilterTerms]
    /// The rows of the block.
    private var rows: [Int32] = []

    /// So many rows are decided together.
    static let blockRows = 1 << 12

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

    /// Says that the rows to come have this path. False when none of them can match.
    mutating func enter(_ path: StringID) -> Bool {
        side.findings.strings.withUTF8(path) { enter($0, of: path) }
    }

    /// The same with the path's text at hand.
    mutating func enter(_ text: UnsafeBufferPointer<UInt8>, of path: StringID) -> Bool {
        guard first.enter(text, of: path) else { return false }
        for index in others.indices where !others[index].enter(text, of: path) { return false }
        return true
    }

    var isFull: Bool { rows.count >= Self.blockRows }

    /// Adds a row with the path that was entered last to the block.
    mutating func add(_ row: Int32) {
        rows.append(row)
        first.add(1)
        for index in others.indices { others[index].add(1) }
    }

    /// Adds the first of some rows with the path that was entered last, as many as there is room for.
    ///
    /// - Returns: how many were added.
    mutating func add(_ more: ArraySlice<Int32>) -> Int {
        let more = more.prefix(Self.blockRows - rows.count)
        rows.append(contentsOf: more)
        first.add(more.count)
        for index in others.indices { others[index].add(more.count) }
        return more.count
    }

    /// Hands over the rows of the block that match, in their order, and begins another block.
    ///
    /// - Parameter isNew: by row; empty when nothing is known of it.
    mutating func decide(
        isNew: [Bool] = [], isFixed: Bool = false, _ take: (UnsafeBufferPointer<Int32>) -> Void
    ) {
        rows.withUnsafeMutableBufferPointer { rows in
            withUnsafeTemporaryAllocation(of: Bool.self, capacity: rows.count) { isKept in
                isKept.initialize(repeating: true)
                first.decide(UnsafeBufferPointer(rows), isNew: isNew, isFixed: isFixed, isKept)
                for index in others.indices {
                    others[index].decide(UnsafeBufferPointer(rows), isNew: isNew, isFixed: isFixed, isKept)
                }
                var count = 0
                for index in 0..<rows.count {
                    // No jump where it would be guessed wrong as often as not.
                    rows[count] = rows[index]
                    count += isKept[index] ? 1 : 0
                }
                take(UnsafeBufferPointer(rebasing: rows[..<count]))
            }
        }
        rows.removeAll(keepingCapacity: true)
    }
}

/// Up to fifteen terms; a set of terms is a number with a bit for each.
private struct FilterTerms {
    static let limit = 15

    private typealias Bits = StringAnswers.Bits

    private let findings: FindingTable
    private let owners: PathOwners?
    private let births: FindingBirths?
    private let tests: TextTests
    private let all: Bits
    private let negated: Bits
    /// The terms that ask each column.
    private let askingPath: Bits
    private let askingOwner: Bits
    private let askingRule: Bits
    /// Terms about the age of a finding.
    private let ages: [AgeTest?]
    private let askingAge: Bits
    /// Terms that hold of new findings only, and of fixed ones.
    private let new: Bits
    private let fixed: Bits
    /// Terms that hold whatever the texts are.
    private let everything: Bits
    private var symbols: StringAnswers
    private var prose: StringAnswers
    /// By the id of a rule; empty when no term asks.
    private var ruleAnswers: [Bits]
    /// The terms that hold by the path that was entered.
    private var byPath: Bits = 0
    /// The terms that hold of each row of the block, by its path.
    private var holding: [Bits] = []

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
        let tests = TextTests(terms.map(\.pattern))
        self.tests = tests
        func bits(_ isWanted: (Int) -> Bool) -> Bits {
            terms.indices.reduce(0) { isWanted($1) ? $0 | 1 << Bits($1) : $0 }
        }
        func asks(_ field: FilterQuery.Field) -> Bits {
            bits { index in
                switch terms[index].field {
                case .any, .new, .fixed: !tests.isEverything(index)
                default: terms[index].field == field
                }
            }
        }
        all = bits { _ in true }
        negated = bits { terms[$0].isNegated }
        new = bits { terms[$0].field == .new }
        fixed = bits { terms[$0].field == .fixed }
        everything = bits { tests.isEverything($0) && terms[$0].field != .age }
        askingPath = asks(.path)
        askingOwner = bits { terms[$0].field == .owner }
        askingAge = bits { terms[$0].field == .age }
        askingRule = asks(.rule)
        symbols = StringAnswers(asks(.name), tests, in: findings.strings, isRemembered: isForAll)
        let askingProse = asks(.any) & bits { tests.looksIntoProse($0) }
        prose = StringAnswers(askingProse, tests, in: findings.strings, isRemembered: isForAll)
        // Rules are met early, so their ids are small.
        let lastRule = rules.map { Int($0.rawValue) }.max() ?? 0
        ruleAnswers = [Bits](repeating: 0, count: askingRule == 0 ? 0 : lastRule + 1)
        if askingRule == 0 { return }
        let byCheck = bits { terms[$0].field == .rule }
        for rule in rules {
            let check = checkOfRule(findings.strings[rule])
            ruleAnswers[Int(rule.rawValue)] =
                findings.strings.withUTF8(rule) { tests.passed($0, of: askingRule) }
                | (bits { tests.matches($0, check) } & byCheck)
        }
    }

    /// Says that the rows to come have this path. False when none of them can match.
    mutating func enter(_ path: UnsafeBufferPointer<UInt8>, of id: StringID) -> Bool {
        byPath = everything
        if askingOwner != 0, let owners {
            byPath |= owners.withUTF8(id) { tests.passed($0, of: askingOwner) }
            if (byPath ^ negated) & askingOwner != askingOwner { return false }
        }
        // Terms about paths alone first: they are cheap, and they settle it when one does not hold.
        let alone = askingPath & ~symbols.asking & ~askingRule
        byPath |= tests.passed(path, of: alone)
        if (byPath ^ negated) & alone != alone { return false }
        byPath |= tests.passed(path, of: askingPath & ~alone)
        // What does not depend on the row's being new or fixed cannot be undone by the row.
        return byPath & ~new & ~fixed & negated & ~askingOwner == 0
    }

    /// Says that so many rows with the path that was entered are in the block.
    mutating func add(_ count: Int) {
        for _ in 0..<count { holding.append(byPath) }
    }

    /// Says of the rows of the block which ones match, among those that are kept so far, and begins another block.
    mutating func decide(
        _ rows: UnsafeBufferPointer<Int32>, isNew: [Bool], isFixed: Bool, _ isKept: UnsafeMutableBufferPointer<Bool>
    ) {
        // Aside, for it changes while the answers of columns do.
        var block: [Bits] = []
        swap(&block, &holding)
        block.withUnsafeMutableBufferPointer { holding in
            if symbols.asking != 0 { symbols.add(to: holding, of: rows, findings.symbol) }
            if askingRule != 0 {
                for (index, row) in rows.enumerated() where askingRule & ~holding[index] != 0 {
                    holding[index] |= ruleAnswers[Int(findings.rule[Int(row)].rawValue)]
                }
            }
            if prose.asking != 0 {
                prose.add(to: holding, of: rows, findings.message)
                prose.add(to: holding, of: rows, findings.excerpt)
            }
            if askingAge != 0 {
                for (index, row) in rows.enumerated() { holding[index] |= ageAnswers(Int(row)) }
            }
            if !isFixed, fixed != 0 { for index in rows.indices { holding[index] &= ~fixed } }
            if new != 0 {
                for (index, row) in rows.enumerated() where isNew.isEmpty || !isNew[Int(row)] {
                    holding[index] &= ~new
                }
            }
            for index in rows.indices where (holding[index] ^ negated) & all != all { isKept[index] = false }
        }
        block.removeAll(keepingCapacity: true)
        holding = block
    }

    private func ageAnswers(_ row: Int) -> Bits {
        guard let births else { return 0 }
        let (age, mayBeOlder) = (births.age(row), births.mayBeOlder(row))
        return ages.indices.reduce(0) { holding, index in
            ages[index]?.holds(age, mayBeOlder: mayBeOlder) == true ? holding | 1 << Bits(index) : holding
        }
    }
}
