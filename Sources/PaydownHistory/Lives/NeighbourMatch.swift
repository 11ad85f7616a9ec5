import PaydownCore

/// Matches a snapshot with the one before it.
///
/// A performance file: two neighbours of 26,000 findings differ in a hundred. A file whose findings are the same in both has
/// them matched one by one by `FindingMatcher` as well, and no other file is compared with it; so only files in which
/// something changed, and those that are said to be renamed, are given to `SnapshotDiff`.
struct NeighbourMatch {
    let step: SnapshotStep
    private var diff: SnapshotDiff
    /// Rows of the new snapshot that `diff` is about.
    private let newRows: [Int]
    /// By rule: findings in files where nothing changed.
    private let unchanged: [String: Int]

    /// - Parameter files: `existing` of the hashes of `KnownFiles`, not of paths.
    init(
        _ delta: ContentDelta, old: SnapshotHeader, new: SnapshotHeader, renames: [String: String],
        existing: Set<UInt32>?
    ) {
        let state = delta.state
        let isChanged = Self.changedPaths(delta, renames)
        func changedRows(_ slots: [UInt32]) -> [Int] {
            slots.indices.filter { isChanged[Int(state.cell(slots[$0], FindingCells.path))] }
        }
        let oldRows = changedRows(delta.old)
        let newRows = changedRows(state.sequence)
        let oldTable = state.table(of: oldRows.map { delta.old[$0] })
        let newTable = state.table(of: newRows.map { state.sequence[$0] })
        let diff = SnapshotDiff(
            old: Snapshot(header: old, findings: oldTable), new: Snapshot(header: new, findings: newTable),
            files: FileMap(renames: renames, existing: existing.map { Self.existing($0, oldTable, renames) }))

        var step = SnapshotStep()
        var unchanged: [UInt32: Int] = [:]
        var place = 0
        for (row, oldRow) in Self.keptRows(delta).enumerated() {
            if place < newRows.count, newRows[place] == row {
                let match = diff.matchOfNew[place]
                let origin = SnapshotStep.Origin(
                    stage: diff.stageOfNew[place], isMoved: diff.newState[place] == .moved)
                step.append(origin, old: match < 0 ? 0 : oldRows[Int(match)])
                place += 1
            } else {
                step.append(.first, old: oldRow)
                unchanged[state.cell(state.sequence[row], FindingCells.rule), default: 0] += 1
            }
        }
        for (index, match) in diff.matchOfOld.enumerated() where match < 0 {
            step.lostRows.append(oldRows[index])
            step.losses.append(diff.oldState[index])
        }
        self.step = step
        self.diff = diff
        self.newRows = newRows
        self.unchanged = Dictionary(uniqueKeysWithValues: unchanged.map { (state.strings[StringID($0)], $1) })
    }

    /// What became of findings, by rule.
    ///
    /// - Parameter returned: rows of the new snapshot whose findings were fixed once.
    mutating func changes(returned: [Int]) -> [String: DiffCounts] {
        let places = Set(returned)
        diff.markReturned(newRows.indices.filter { places.contains(newRows[$0]) })
        var changes = diff.countsByRule
        for (rule, count) in unchanged { changes[rule, default: DiffCounts()].unchanged += count }
        return changes
    }

    /// By the id of a path: whether anything about its findings is different.
    private static func changedPaths(_ delta: ContentDelta, _ renames: [String: String]) -> [Bool] {
        let state = delta.state
        var isChanged = [Bool](repeating: false, count: state.strings.count)
        var (oldRow, newRow) = (0, 0)
        for step in delta.script.steps {
            oldRow += step.kept
            newRow += step.kept
            for slot in delta.old[oldRow..<oldRow + step.dropped] {
                isChanged[Int(state.cell(slot, FindingCells.path))] = true
            }
            for slot in state.sequence[newRow..<newRow + step.inserted] {
                isChanged[Int(state.cell(slot, FindingCells.path))] = true
            }
            oldRow += step.dropped
            newRow += step.inserted
        }
        for (old, new) in renames {
            for path in [old, new] {
                if let id = state.strings.find(path) { isChanged[Int(id.rawValue)] = true }
            }
        }
        return isChanged
    }

    /// By new row: the old row that it is a copy of, or -1.
    private static func keptRows(_ delta: ContentDelta) -> [Int] {
        var rows: [Int] = []
        rows.reserveCapacity(delta.state.sequence.count)
        var oldRow = 0
        for step in delta.script.steps {
            rows += oldRow..<oldRow + step.kept
            rows += repeatElement(-1, count: step.inserted)
            oldRow += step.kept + step.dropped
        }
        return rows
    }

    /// Of the files of old findings, those that there are now.
    private static func existing(
        _ hashes: Set<UInt32>, _ table: FindingTable, _ renames: [String: String]
    ) -> Set<String> {
        var paths = Set(Set(table.path).map { table.strings[$0] })
        for path in paths {
            if let renamed = renames[path] { paths.insert(renamed) }
        }
        return paths.filter { hashes.contains(KnownFiles.hash($0)) }
    }
}
