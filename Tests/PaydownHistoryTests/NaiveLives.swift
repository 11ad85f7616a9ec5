import PaydownCore

/// Lives worked out plainly: whole snapshots are matched, and what was lost is looked for in a list.
struct NaiveLives {
    struct Life {
        /// The snapshots in which it came back after it was fixed or gone.
        var returns: [Int] = []
        var fingerprint: String
        var born: Int
        /// Where it was last, and since which step it is lost; nil while it is there.
        var lost: (finding: Finding, step: Int, state: SnapshotDiff.OldState, row: Int)?
    }

    private(set) var lives: [Life] = []
    /// By snapshot, by row: the number of its life.
    private(set) var rows: [[Int]] = []
    private(set) var changes: [[String: DiffCounts]] = []

    init(_ commits: [MadeHistory.Commit]) {
        var previous: MadeHistory.Commit?
        for (number, commit) in commits.enumerated() {
            let old = previous?.snapshot
            var files = commit.files
            if commit.parent != nil, commit.parent != old?.header.revision?.commit { files.renames = [:] }
            var diff = SnapshotDiff(
                old: old ?? Snapshot(header: commit.snapshot.header), new: commit.snapshot, files: files)
            let before = rows.last ?? []
            var now = diff.matchOfNew.map { $0 < 0 ? -1 : before[Int($0)] }
            let table = commit.snapshot.findings
            let born = now.indices.filter { now[$0] < 0 }
            var returned: [Int] = []
            for (row, life) in revived(born.map { ($0, table[$0]) }) {
                now[row] = life
                if lives[life].lost?.state != .unseen {
                    returned.append(row)
                    lives[life].returns.append(number)
                }
                lives[life].lost = nil
            }
            for row in born where now[row] < 0 {
                now[row] = lives.count
                lives.append(Life(fingerprint: name(table[row].fingerprint), born: number))
            }
            if let old {
                for (row, state) in diff.oldState.enumerated() where diff.matchOfOld[row] < 0 {
                    lives[before[row]].lost = (old.findings[row], number, state, row)
                }
            }
            diff.markReturned(returned)
            changes.append(old == nil ? [:] : diff.countsByRule)
            rows.append(now)
            previous = commit
        }
    }

    private func name(_ fingerprint: String) -> String {
        let taken = Set(lives.map(\.fingerprint))
        if !taken.contains(fingerprint) { return fingerprint }
        let base = fingerprint.prefix { $0 != "." }
        let highest = taken.compactMap { name in
            name.hasPrefix(base + ".") ? Int(name.dropFirst(base.count + 1)) : nil
        }.max()
        return "\(base).\((highest ?? 0) + 1)"
    }

    private func revived(_ born: [(row: Int, finding: Finding)]) -> [(row: Int, life: Int)] {
        var found: [(row: Int, life: Int)] = []
        func isOpen(_ row: Int) -> Bool { !found.contains { $0.row == row } }
        func candidates(_ fits: (Finding) -> Bool) -> [Int] {
            lives.indices.filter { life in
                guard let lost = lives[life].lost, !found.contains(where: { $0.life == life }) else { return false }
                return fits(lost.finding)
            }
        }
        func order(_ life: Int) -> (Int, Int) { (-(lives[life].lost?.step ?? 0), lives[life].lost?.row ?? 0) }
        for stage in 1...3 {
            for (row, finding) in born where isOpen(row) {
                let fitting = candidates { old in
                    old.path == finding.path && old.rule == finding.rule && old.symbol == finding.symbol
                        && (stage == 3 || old.scope == finding.scope)
                        && (stage == 2 || old.statement == finding.statement)
                }
                if let life = fitting.min(by: { order($0) < order($1) }) { found.append((row, life)) }
            }
        }
        func isSame(_ old: Finding, _ new: Finding) -> Bool {
            (old.rule, old.symbol, old.scope, old.statement) == (new.rule, new.symbol, new.scope, new.statement)
        }
        let open = born.filter { isOpen($0.row) }
        for (row, finding) in open where open.count(where: { isSame($0.finding, finding) }) == 1 {
            let fitting = candidates { isSame($0, finding) }
            if fitting.count == 1 { found.append((row, fitting[0])) }
        }
        return found
    }
}
