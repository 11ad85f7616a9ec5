/// What became of a finding, as people are told: the states of both sides in one.
package enum DiffState: String, CaseIterable, Sendable {
    case new
    case returned
    case fixed
    case gone
    case moved
    case unseen
    case unchanged

    fileprivate init(_ state: SnapshotDiff.NewState) {
        self =
            switch state {
            case .unchanged: .unchanged
            case .moved: .moved
            case .new: .new
            case .returned: .returned
            }
    }

    fileprivate init(_ state: SnapshotDiff.OldState) {
        self =
            switch state {
            case .unchanged: .unchanged
            case .moved: .moved
            case .fixed: .fixed
            case .gone: .gone
            case .unseen: .unseen
            }
    }
}

extension DiffCounts {
    package subscript(state: DiffState) -> Int {
        switch state {
        case .new: new
        case .returned: returned
        case .fixed: fixed
        case .gone: gone
        case .moved: moved
        case .unseen: unseen
        case .unchanged: unchanged
        }
    }

    package static func += (left: inout DiffCounts, right: DiffCounts) {
        left.unchanged += right.unchanged
        left.moved += right.moved
        left.new += right.new
        left.returned += right.returned
        left.fixed += right.fixed
        left.gone += right.gone
        left.unseen += right.unseen
        left.revealed += right.revealed
    }
}

/// A finding of a difference: its rows in the two snapshots.
package struct DiffEntry: Equatable, Sendable {
    package let state: DiffState
    /// Nil for what is new or returned.
    package let old: Int?
    /// Nil for what is not there any more.
    package let new: Int?

    package init(state: DiffState, old: Int?, new: Int?) {
        self.state = state
        self.old = old
        self.new = new
    }
}

extension SnapshotDiff {
    /// The findings in some states, state by state as `DiffState` has them, each by path, line and column.
    ///
    /// - Parameters:
    ///   - old: the snapshot of this diff's `oldState`, as `new` is of its `newState`.
    ///   - rules: only of these; nil for all.
    package func entries(
        in states: Set<DiffState>, rules: Set<String>? = nil, old: FindingTable, new: FindingTable
    ) -> [DiffEntry] {
        var found: [DiffState: [DiffEntry]] = [:]
        let newRules = RuleChoice(rules, new)
        for (row, newState) in newState.enumerated() {
            let state = DiffState(newState)
            guard states.contains(state), newRules.holds(row) else { continue }
            let match = matchOfNew[row] < 0 ? nil : Int(matchOfNew[row])
            found[state, default: []].append(DiffEntry(state: state, old: match, new: row))
        }
        let oldRules = RuleChoice(rules, old)
        for (row, oldState) in oldState.enumerated() where matchOfOld[row] < 0 {
            let state = DiffState(oldState)
            guard states.contains(state), oldRules.holds(row) else { continue }
            found[state, default: []].append(DiffEntry(state: state, old: row, new: nil))
        }
        return DiffState.allCases.flatMap { state in
            guard let entries = found[state] else { return [DiffEntry]() }
            return entries[0].new != nil ? Self.ordered(entries, new, \.new) : Self.ordered(entries, old, \.old)
        }
    }

    private static func ordered(
        _ entries: [DiffEntry], _ table: FindingTable, _ row: KeyPath<DiffEntry, Int?>
    ) -> [DiffEntry] {
        let rows = entries.map { $0[keyPath: row] ?? 0 }
        let paths = Set(rows.map { table.path[$0] }).sorted { table.strings.isOrdered($0, before: $1) }
        let rank = Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, $0) })
        let keys = rows.map { (rank[table.path[$0]] ?? 0, table.line[$0], table.column[$0], $0) }
        if zip(keys, keys.dropFirst()).allSatisfy({ $0 <= $1 }) { return entries }
        return keys.indices.sorted { keys[$0] < keys[$1] }.map { entries[$0] }
    }
}

/// Whether a row is of one of some rules.
private struct RuleChoice {
    private let table: FindingTable
    private let wanted: Set<StringID>?

    init(_ rules: Set<String>?, _ table: FindingTable) {
        self.table = table
        wanted = rules.map { rules in
            Set(Set(table.rule).filter { rules.contains(table.strings[$0]) })
        }
    }

    func holds(_ row: Int) -> Bool {
        wanted?.contains(table.rule[row]) ?? true
    }
}
