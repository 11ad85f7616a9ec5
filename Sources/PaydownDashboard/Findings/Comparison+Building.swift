import PaydownCore

extension Comparison {
    /// What changed from one snapshot to another, by the staged matching of `SnapshotDiff`. Linear in their findings.
    package convenience init(from old: LoadedSnapshot, to new: LoadedSnapshot) {
        let diff = SnapshotDiff(old: old.snapshot, new: new.snapshot)
        self.init(
            old: old, new: new,
            isNew: diff.newState.map { $0 == .new || $0 == .returned },
            fixed: Self.rows(diff.oldState) { $0 == .fixed || $0 == .gone },
            unseen: Self.rows(diff.oldState) { $0 == .unseen },
            match: diff.matchOfNew, rulesChanged: old.header.tool.rules != new.header.tool.rules)
    }

    private static func rows(
        _ states: [SnapshotDiff.OldState], where isWanted: (SnapshotDiff.OldState) -> Bool
    ) -> [Int32] {
        states.indices.filter { isWanted(states[$0]) }.map { Int32($0) }
    }
}
