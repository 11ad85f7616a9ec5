extension SnapshotDiff {
    /// Which new findings had been there before the old snapshot: those that the stages of `FindingMatcher` match with
    /// one that was fixed or went earlier.
    ///
    /// - Parameters:
    ///   - departed: findings that earlier snapshots had and the old one has not, each as it was last seen.
    ///   - new: the snapshot of this diff's `newState`.
    /// - Returns: for `markReturned`: rows of the new snapshot, ascending, with the row of `departed` that each was.
    package func returned(among departed: FindingTable, new: FindingTable) -> [(row: Int, departed: Int)] {
        let rows = newState.indices.filter { newState[$0] == .new }
        if rows.isEmpty || departed.isEmpty { return [] }
        let header = SnapshotHeader(project: SnapshotHeader.Project(name: ""), takenAt: Timestamp(seconds: 0))
        var arrived = FindingTable()
        for row in rows { arrived.append(new[row]) }
        let diff = SnapshotDiff(
            old: Snapshot(header: header, findings: departed), new: Snapshot(header: header, findings: arrived))
        return rows.indices.filter { diff.matchOfNew[$0] >= 0 }.map { (rows[$0], Int(diff.matchOfNew[$0])) }
    }
}
