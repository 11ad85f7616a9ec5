import PaydownCore

extension Comparison {
    /// What changed from one snapshot to another, by the staged matching of `SnapshotDiff`. Linear in their findings.
    ///
    /// - Parameter past: snapshots before the newer one, oldest first, by which the age of findings is told.
    package convenience init(from old: LoadedSnapshot, to new: LoadedSnapshot, past: [LoadedSnapshot]? = nil) {
        let diff = SnapshotDiff(old: old.snapshot, new: new.snapshot)
        self.init(
            old: old, new: new,
            isNew: diff.newState.map { $0 == .new || $0 == .returned },
            fixed: Self.rows(diff.oldState) { $0 == .fixed || $0 == .gone },
            unseen: Self.rows(diff.oldState) { $0 == .unseen },
            match: diff.matchOfNew, rulesChanged: old.header.tool.rules != new.header.tool.rules,
            ages: FindingAges(past ?? [old], new, old: old, diff))
    }

    private static func rows(
        _ states: [SnapshotDiff.OldState], where isWanted: (SnapshotDiff.OldState) -> Bool
    ) -> [Int32] {
        states.indices.filter { isWanted(states[$0]) }.map { Int32($0) }
    }
}
