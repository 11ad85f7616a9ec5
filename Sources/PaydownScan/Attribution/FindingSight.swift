import PaydownCore

/// Looks for one finding among those of another moment, as snapshots are matched with one another.
struct FindingSight {
    private let change: Attribution.Question.Change
    /// The finding with those of its file and rule: what is alike is told apart by its neighbours.
    private let own: Snapshot
    private let row: Int
    private let rule: String
    private let path: String

    init(_ question: Attribution.Question) {
        let findings = question.findings
        change = question.change
        var table = FindingTable()
        var place = 0
        let (rule, path) = (findings.rule[question.row], findings.path[question.row])
        for row in 0..<findings.count where findings.rule[row] == rule && findings.path[row] == path {
            if row == question.row { place = table.count }
            table.append(findings[row])
        }
        own = Self.snapshot(table)
        row = place
        self.rule = findings.strings[rule]
        self.path = findings.strings[path]
    }

    func has(_ findings: FindingTable) -> Bool {
        let other = Self.snapshot(findings)
        switch change {
        case .came: return SnapshotDiff(old: other, new: own).matchOfNew[row] >= 0
        case .went: return SnapshotDiff(old: own, new: other).matchOfOld[row] >= 0
        }
    }

    /// The same for the findings of one file, whatever its path was: it is the same file.
    func has(ofFile findings: [Finding]) -> Bool {
        var table = FindingTable()
        for var finding in findings where finding.rule == rule {
            finding.path = path
            table.append(finding)
        }
        return has(table)
    }

    private static func snapshot(_ findings: FindingTable) -> Snapshot {
        Snapshot(
            header: SnapshotHeader(project: SnapshotHeader.Project(name: ""), takenAt: Timestamp(seconds: 0)),
            findings: findings)
    }
}
