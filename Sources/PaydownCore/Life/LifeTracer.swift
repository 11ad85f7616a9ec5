/// Follows findings through snapshots, oldest first.
package struct LifeTracer {
    let snapshots: [Snapshot]
    let diffs: [SnapshotDiff]

    /// - Parameter diffs: from each snapshot to the next one.
    package init(_ snapshots: [Snapshot], _ diffs: [SnapshotDiff]) {
        precondition(diffs.count == max(0, snapshots.count - 1), "a difference between each two neighbours")
        self.snapshots = snapshots
        self.diffs = diffs
    }

    package init(_ snapshots: [Snapshot]) {
        self.init(snapshots, zip(snapshots, snapshots.dropFirst()).map { SnapshotDiff(old: $0, new: $1) })
    }

    /// The life of the finding in that row of that snapshot.
    package func life(of row: Int, in snapshot: Int) -> LifeLine {
        var rows = [Int?](repeating: nil, count: snapshots.count)
        var stages = [Int](repeating: 0, count: snapshots.count)
        rows[snapshot] = row
        var here = (snapshot: snapshot, row: row)
        while let earlier = earlier(here) {
            stages[here.snapshot] = earlier.stage
            rows[earlier.snapshot] = earlier.row
            here = (earlier.snapshot, earlier.row)
        }
        here = (snapshot, row)
        while let later = later(here) {
            stages[later.snapshot] = later.stage
            rows[later.snapshot] = later.row
            here = (later.snapshot, later.row)
        }
        return LifeLine(events: events(rows, stages), rows: rows)
    }

    private struct Step {
        let snapshot: Int
        let row: Int
        let stage: Int
    }

    // MARK: Steps

    private func earlier(_ here: (snapshot: Int, row: Int)) -> Step? {
        guard here.snapshot > 0 else { return nil }
        let diff = diffs[here.snapshot - 1]
        if diff.matchOfNew[here.row] >= 0 {
            return Step(
                snapshot: here.snapshot - 1, row: Int(diff.matchOfNew[here.row]),
                stage: Int(diff.stageOfNew[here.row]))
        }
        let table = snapshots[here.snapshot].findings
        for snapshot in stride(from: here.snapshot - 2, through: 0, by: -1) {
            let departed = diffs[snapshot]
            let rows = alike(table, here.row, in: snapshots[snapshot].findings) { departed.matchOfOld[$0] < 0 }
            guard !rows.isEmpty else { continue }
            let match = Self.match(snapshots[snapshot].findings, rows, table, [here.row])
            if let found = match.old.first { return Step(snapshot: snapshot, row: found, stage: match.stage) }
        }
        return nil
    }

    private func later(_ here: (snapshot: Int, row: Int)) -> Step? {
        guard here.snapshot < diffs.count else { return nil }
        let diff = diffs[here.snapshot]
        if diff.matchOfOld[here.row] >= 0 {
            let row = Int(diff.matchOfOld[here.row])
            return Step(snapshot: here.snapshot + 1, row: row, stage: Int(diff.stageOfNew[row]))
        }
        let table = snapshots[here.snapshot].findings
        for snapshot in (here.snapshot + 2)..<max(here.snapshot + 2, snapshots.count) {
            let arrived = diffs[snapshot - 1]
            let rows = alike(table, here.row, in: snapshots[snapshot].findings) { arrived.matchOfNew[$0] < 0 }
            guard !rows.isEmpty else { continue }
            let match = Self.match(table, [here.row], snapshots[snapshot].findings, rows)
            if let found = match.new.first { return Step(snapshot: snapshot, row: found, stage: match.stage) }
        }
        return nil
    }

    /// The rows of a table that are about the same as a finding, by rule and subject, without which no stage matches.
    private func alike(
        _ table: FindingTable, _ row: Int, in other: FindingTable, where isWanted: (Int) -> Bool
    ) -> [Int] {
        let symbol = table.symbol[row]
        let subject = table.strings[symbol.isEmpty ? table.message[row] : symbol]
        // Looked up once, so that each row is a comparison of numbers.
        guard let rule = other.strings.find(table.strings[table.rule[row]]), let wanted = other.strings.find(subject)
        else { return [] }
        return other.rule.indices.filter { candidate in
            guard other.rule[candidate] == rule, isWanted(candidate) else { return false }
            let symbol = other.symbol[candidate]
            return (symbol.isEmpty ? other.message[candidate] : symbol) == wanted
        }
    }

    /// The rows that are the same finding, as the stages have it; empty when none is.
    private static func match(
        _ old: FindingTable, _ oldRows: [Int], _ new: FindingTable, _ newRows: [Int]
    ) -> (old: [Int], new: [Int], stage: Int) {
        func snapshot(_ table: FindingTable, _ rows: [Int]) -> Snapshot {
            var chosen = FindingTable()
            for row in rows { chosen.append(table[row]) }
            return Snapshot(
                header: SnapshotHeader(
                    project: SnapshotHeader.Project(name: ""), takenAt: Timestamp(seconds: 0)), findings: chosen)
        }
        let diff = SnapshotDiff(old: snapshot(old, oldRows), new: snapshot(new, newRows))
        let pairs = newRows.indices.filter { diff.matchOfNew[$0] >= 0 }
        return (
            pairs.map { oldRows[Int(diff.matchOfNew[$0])] }, pairs.map { newRows[$0] },
            pairs.first.map { Int(diff.stageOfNew[$0]) } ?? 0
        )
    }

    // MARK: Events

    private func events(_ rows: [Int?], _ stages: [Int]) -> [LifeLine.Event] {
        var events: [LifeLine.Event] = []
        /// Where it was seen last.
        var last: (snapshot: Int, row: Int)?
        for (snapshot, row) in rows.enumerated() {
            guard let row else {
                if let before = last, before.snapshot == snapshot - 1 {
                    events.append(departure(before, snapshot))
                }
                continue
            }
            let place = place(snapshot, row)
            if let before = last {
                let change = change(from: before, to: (snapshot, row), stages[snapshot], after: events.last?.change)
                if let change {
                    events.append(
                        LifeLine.Event(snapshot: snapshot, change: change, place: place, stage: stages[snapshot]))
                }
            } else {
                events.append(LifeLine.Event(snapshot: snapshot, change: .born, place: place))
            }
            last = (snapshot, row)
        }
        return events
    }

    /// Between its last snapshot and the next one.
    private func departure(_ before: (snapshot: Int, row: Int), _ snapshot: Int) -> LifeLine.Event {
        let change: LifeLine.Change =
            switch diffs[before.snapshot].oldState[before.row] {
            case .gone: .gone
            case .unseen: .unseen
            default: .fixed
            }
        return LifeLine.Event(snapshot: snapshot, change: change, place: place(before.snapshot, before.row))
    }

    private func change(
        from before: (snapshot: Int, row: Int), to now: (snapshot: Int, row: Int), _ stage: Int,
        after last: LifeLine.Change?
    ) -> LifeLine.Change? {
        if before.snapshot < now.snapshot - 1 { return last == .unseen ? .seenAgain : .returned }
        if diffs[before.snapshot].newState[now.row] == .moved {
            return .moved(from: place(before.snapshot, before.row))
        }
        return stage == 2 || stage == 3 ? .edited : nil
    }

    private func place(_ snapshot: Int, _ row: Int) -> LifeLine.Place {
        let table = snapshots[snapshot].findings
        return LifeLine.Place(path: table.strings[table.path[row]], line: Int(table.line[row]))
    }
}
