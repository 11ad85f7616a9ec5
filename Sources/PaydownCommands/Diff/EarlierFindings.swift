import PaydownCore

/// Findings that a project had before the older side of a difference, and that this side has not: what is new against it
/// and among them has come back.
struct EarlierFindings {
    let kept: KeptSnapshots

    /// So many of the earlier snapshots are looked at, evenly taken: each is a comparison of its own.
    private static let limit = 16

    /// Each of the findings once, as it was seen last.
    func departed(before side: DiffSide) throws -> FindingTable {
        let header = side.snapshot.header
        let earlier = try kept.all().filter {
            $0.header.project.name == header.project.name && $0.header.takenAt.seconds <= header.takenAt.seconds
        }
        var departed = FindingTable()
        var known: Set<String> = []
        for choice in Self.thinned(earlier).reversed() {
            let snapshot = try kept.snapshot(choice)
            let diff = SnapshotDiff(old: snapshot, new: side.snapshot)
            for row in diff.oldState.indices where diff.oldState[row] == .fixed || diff.oldState[row] == .gone {
                let finding = snapshot.findings[row]
                guard known.insert(finding.rule + "\u{0}" + finding.fingerprint).inserted else { continue }
                departed.append(finding)
            }
        }
        return departed
    }

    private static func thinned(_ all: [KeptSnapshots.Kept]) -> [KeptSnapshots.Kept] {
        guard all.count > limit else { return all }
        // The newest ones are the likeliest to tell, so the last is always among them.
        return (1...limit).map { all[$0 * all.count / limit - 1] }
    }
}
