/// What became of every finding between two snapshots.
///
/// Rows are those of the two snapshots' tables. How findings are matched is in `FindingMatcher`.
package struct SnapshotDiff: Equatable, Sendable {
    /// A finding of the new snapshot.
    package enum NewState: UInt8, CaseIterable, Sendable {
        /// It was there before, in the same file; its line may be another.
        case unchanged
        /// It was there before, in another file.
        case moved
        case new
        /// It was fixed once and is there again; only the history knows that, see `markReturned`.
        case returned
    }

    /// A finding of the old snapshot.
    package enum OldState: UInt8, CaseIterable, Sendable {
        case unchanged
        case moved
        case fixed
        /// Its file is not there any more.
        case gone
        /// Its file or its rule was not looked at this time, so nobody knows: never progress.
        case unseen
    }

    package private(set) var newState: [NewState]
    /// By row of the new snapshot: the row of the old one, or -1.
    package let matchOfNew: [Int32]
    /// By row of the new snapshot: the stage of `FindingMatcher` that matched it, 1...4, or 0.
    package let stageOfNew: [UInt8]
    package let oldState: [OldState]
    /// By row of the old snapshot: the row of the new one, or -1.
    package let matchOfOld: [Int32]
    package private(set) var counts = DiffCounts()
    /// By rule, for every rule that has findings in one of the snapshots.
    package private(set) var countsByRule: [String: DiffCounts] = [:]
    package let epoch: RuleEpoch
    /// From old paths to new ones: those of the file map, and those that were found.
    package let renames: [String: String]
    /// Whether so many files went and came that not all pairs of them were compared.
    package let isRenameSearchCapped: Bool
    /// How often findings were held against each other because there was more than one way to pair them: what the work
    /// grows with, beside the number of findings.
    package let comparisons: Int
    /// By row of the new snapshot, the number of its rule in `ruleNames`.
    private let ruleNames: [String]
    private let ruleOfNew: [UInt32]
    /// New rows of files or rules that the old snapshot could not see.
    private var revealed: Set<Int> = []

    package init(old: Snapshot, new: Snapshot, files: FileMap = FileMap()) {
        let rows = IdentityRows(old: old.findings, new: new.findings)
        var paths = PathGroups(rows: rows, renames: files.renames)
        let search = RenameSearch(rows: rows, paths: paths, old: old.findings, new: new.findings)
        paths.rename(search.pairs)
        var matcher = FindingMatcher(rows: rows, old: old.findings, new: new.findings)
        matcher.match(paths)

        epoch = RuleEpoch(old: old.header, new: new.header)
        renames = paths.renames
        isRenameSearchCapped = search.isCapped
        comparisons = matcher.comparisons
        matchOfNew = matcher.matchOfNew
        matchOfOld = matcher.matchOfOld
        stageOfNew = matcher.stageOfNew
        let places = SamePlaces(paths)
        newState = matcher.matchOfNew.enumerated().map { row, match in
            if match < 0 { return .new }
            return places.areSame(rows.path[Int(match)], rows.path[rows.oldCount + row]) ? .unchanged : .moved
        }
        var sight = FileSight(files: files, problems: new.header.coverage.problems)
        let isUnseen = Self.flags(rows.ruleNames, epoch.dropped.union(Self.unseenRules(new.header)))
        oldState = matcher.matchOfOld.enumerated().map { row, match in
            if match >= 0 {
                return places.areSame(rows.path[row], rows.path[rows.oldCount + Int(match)]) ? .unchanged : .moved
            }
            let state = sight.state(ofMissing: rows.path[row], now: paths.path[row], paths.strings)
            return state == .fixed && isUnseen[Int(rows.ruleNumber[row])] ? .unseen : state
        }
        ruleNames = rows.ruleNames
        ruleOfNew = Array(rows.ruleNumber[rows.oldCount...])
        count(ruleOfOld: rows.ruleNumber[..<rows.oldCount])
        countRevealed(new.findings, old.header)
    }

    /// Rules that nobody looked for.
    private static func unseenRules(_ header: SnapshotHeader) -> Set<String> {
        Set(header.rules.lazy.filter { !$0.isSeen }.map(\.id))
    }

    private static func flags(_ names: [String], _ wanted: Set<String>) -> [Bool] {
        names.map { wanted.contains($0) }
    }

    /// New findings that may have been there before: the old snapshot did not see their file or their rule.
    private mutating func countRevealed(_ table: FindingTable, _ old: SnapshotHeader) {
        let problems = old.coverage.problems
        let isUnseen = Self.flags(ruleNames, epoch.added.union(Self.unseenRules(old)))
        if problems.isEmpty, !isUnseen.contains(true) { return }
        let sight = FileSight(files: FileMap(), problems: problems)
        var known: [StringID: Bool] = [:]
        for (row, state) in newState.enumerated() where state == .new {
            let path = table.path[row]
            let isHidden = known[path] ?? sight.isHidden(table.strings[path])
            known[path] = isHidden
            if !isHidden, !isUnseen[Int(ruleOfNew[row])] { continue }
            revealed.insert(row)
            counts.revealed += 1
            countsByRule[ruleNames[Int(ruleOfNew[row])]]?.revealed += 1
        }
    }

    /// Whether a new finding may have been there before, unseen.
    package func isRevealed(_ row: Int) -> Bool { revealed.contains(row) }

    private mutating func count(ruleOfOld: ArraySlice<UInt32>) {
        var byRule = [DiffCounts](repeating: DiffCounts(), count: ruleNames.count)
        for (row, state) in newState.enumerated() {
            counts.add(state)
            byRule[Int(ruleOfNew[row])].add(state)
        }
        for (state, rule) in zip(oldState, ruleOfOld) {
            counts.add(state)
            byRule[Int(rule)].add(state)
        }
        countsByRule = Dictionary(uniqueKeysWithValues: zip(ruleNames, byRule))
    }

    /// Says of new findings that they were there before the old snapshot already.
    ///
    /// - Parameter rows: of the new snapshot; those that are not `new` stay what they are.
    package mutating func markReturned(_ rows: some Sequence<Int>) {
        for row in rows where newState[row] == .new {
            newState[row] = .returned
            let rule = ruleNames[Int(ruleOfNew[row])]
            counts.add(.new, -1)
            counts.add(.returned)
            countsByRule[rule]?.add(.new, -1)
            countsByRule[rule]?.add(.returned)
            if revealed.remove(row) != nil {
                counts.revealed -= 1
                countsByRule[rule]?.revealed -= 1
            }
        }
    }
}

/// Which paths are the same place: equal ones, and those that only Unicode's ways to spell a letter make different.
private struct SamePlaces {
    private var alike: Set<UInt64> = []

    init(_ paths: PathGroups) {
        var strings = paths.strings
        // Texts are compared as letters here, so a pair that is equal need not have the same bytes.
        for (old, new) in paths.renames where old == new {
            alike.insert(UInt64(strings.intern(old).rawValue) << 32 | UInt64(strings.intern(new).rawValue))
        }
    }

    func areSame(_ old: UInt32, _ new: UInt32) -> Bool {
        old == new || !alike.isEmpty && alike.contains(UInt64(old) << 32 | UInt64(new))
    }
}
