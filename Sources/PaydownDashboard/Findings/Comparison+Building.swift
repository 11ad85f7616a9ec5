import PaydownCore

extension Comparison {
    /// What changed from one snapshot to another, by the staged matching of `SnapshotDiff`. Linear in their findings.
    ///
    /// - Parameter past: snapshots before the newer one, oldest first, by which the age of findings is told.
    package convenience init(from old: LoadedSnapshot, to new: LoadedSnapshot, past: [LoadedSnapshot] = []) {
        let diff = SnapshotDiff(old: old.snapshot, new: new.snapshot)
        self.init(
            old: old, new: new,
            isNew: diff.newState.map { $0 == .new || $0 == .returned },
            fixed: Self.rows(diff.oldState) { $0 == .fixed || $0 == .gone },
            unseen: Self.rows(diff.oldState) { $0 == .unseen },
            match: diff.matchOfNew, rulesChanged: diff.epoch.isDigestChanged && diff.epoch.isChanged,
            ages: FindingAges(Self.past(past, old, new), new, old: old, diff))
    }

    /// With the older snapshot among them, unless it is the one that was taken later.
    private static func past(_ past: [LoadedSnapshot], _ old: LoadedSnapshot, _ new: LoadedSnapshot) -> [LoadedSnapshot]
    {
        if past.contains(where: { $0 === old }) || new.header.takenAt < old.header.takenAt { return past }
        return (past + [old]).sorted { $0.header.takenAt < $1.header.takenAt }
    }

    private static func rows(
        _ states: [SnapshotDiff.OldState], where isWanted: (SnapshotDiff.OldState) -> Bool
    ) -> [Int32] {
        states.indices.filter { isWanted(states[$0]) }.map { Int32($0) }
    }
}
