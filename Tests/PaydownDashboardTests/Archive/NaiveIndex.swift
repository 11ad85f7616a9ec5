import PaydownCore

@testable import PaydownDashboard

/// A snapshot's index made the obvious way: the plain twin of `SnapshotIndex`.
struct NaiveIndex {
    private let snapshot: Snapshot
    private let findings: [Finding]

    init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        findings = (0..<snapshot.findings.count).map { snapshot.findings[$0] }
    }

    var order: [Int32] {
        findings.indices.sorted { left, right in
            let (a, b) = (findings[left], findings[right])
            if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
            return (a.line, a.column, left) < (b.line, b.column, right)
        }
        .map { Int32($0) }
    }

    func rows(of check: String) -> [Int32] { order.filter { self.check(of: findings[Int($0)]) == check } }

    func rows(ofPath path: String) -> [Int32] { order.filter { findings[Int($0)].path == path } }

    func symbols(_ rule: String, first limit: Int) -> [SnapshotIndex.Tally] {
        let mine = findings.filter { $0.rule == rule }
        let tallies = Dictionary(grouping: mine, by: \.symbol).map { symbol, all in
            SnapshotIndex.Tally(name: symbol, count: all.count, files: Set(all.map(\.path)).count)
        }
        return Array(
            tallies.sorted { left, right in
                left.count != right.count
                    ? left.count > right.count : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
            }
            .prefix(limit))
    }

    func hotFiles(_ checks: [String], first limit: Int) -> [SnapshotIndex.FileTally] {
        let files = Dictionary(grouping: findings.filter { !$0.path.isEmpty }, by: \.path).map { path, all in
            SnapshotIndex.FileTally(
                path: path, count: all.count,
                byCheck: checks.compactMap { check in
                    let count = all.count { self.check(of: $0) == check }
                    return count > 0 ? (check, count) : nil
                })
        }
        return Array(
            files.sorted { left, right in
                left.count != right.count
                    ? left.count > right.count : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
            }
            .prefix(limit))
    }

    private func check(of finding: Finding) -> String {
        snapshot.header.rule(finding.rule)?.check ?? finding.rule
    }
}
