import PaydownCore
import PaydownDashboard
import Testing

struct FindingAgesTests {
    private func loaded(_ number: Int, _ findings: [(symbol: String, path: String, line: Int)]) -> LoadedSnapshot {
        var table = FindingTable()
        for finding in findings {
            table.append(
                Finding(
                    rule: "r", path: finding.path, line: finding.line, symbol: finding.symbol,
                    statement: finding.symbol))
        }
        let header = ContentModel.header(day: number, rules: [Rule(id: "r", check: "imports")])
        return LoadedSnapshot(id: SnapshotID(number), snapshot: Snapshot(header: header, findings: table))
    }

    @Test func `the age of a finding is told by all snapshots in memory, through moves and returns`() throws {
        let past = [
            loaded(0, [("old", "a.py", 1), ("back", "a.py", 5)]), loaded(1, [("old", "a.py", 3), ("mid", "a.py", 9)]),
            loaded(2, [("old", "b.py", 1), ("mid", "a.py", 9)]),
        ]
        let now = loaded(3, [("old", "b.py", 2), ("mid", "c.py", 9), ("back", "a.py", 6), ("new", "d.py", 1)])

        let comparison = Comparison(from: past[2], to: now, past: past)

        let ages = try #require(comparison.ages)
        let births = (0..<4).map { ages.birth(Int32($0)) }
        let moments = (past + [now]).map(\.header.takenAt)
        #expect(births.map(\.by.takenAt) == [moments[0], moments[1], moments[0], moments[3]])
        #expect(births.map(\.after?.takenAt) == [nil, moments[0], nil, moments[2]])
        #expect(comparison.isNew == [false, false, true, true])
    }

    @Test func `a finding in another file says where it was`() {
        let before = loaded(0, [("a", "a.py", 4), ("b", "b.py", 1)])
        let comparison = Comparison(from: before, to: loaded(1, [("a", "z.py", 9), ("b", "b.py", 7)]))

        #expect(comparison.movedFrom(0)?.path == "a.py" && comparison.movedFrom(0)?.line == 4)
        #expect(comparison.movedFrom(1) == nil)
    }

    @Test func `what moved since the baseline is what came less what was fixed: what could not be seen did not move`() {
        let before = loaded(0, [("a", "a.py", 1), ("a", "broken.py", 1), ("b", "a.py", 2)])
        var snapshot = loaded(1, [("a", "a.py", 1), ("c", "a.py", 4), ("c", "d.py", 4)]).snapshot
        snapshot.header.coverage.problems = [Coverage.Problem(path: "broken.py", message: "no")]
        let now = LoadedSnapshot(id: SnapshotID(1), snapshot: snapshot)
        let comparison = Comparison(from: before, to: now)

        let movements = Movement.list(from: before, to: now, comparison: comparison)

        #expect(movements.map(\.name) == ["c", "b"])
        #expect(movements.map(\.change) == [2, -1])
        #expect(comparison.changes == ["r": ["c": 2, "b": -1]])
        // By counts alone, until the two are compared, the one that cannot be seen looks fixed.
        #expect(Movement.list(from: before, to: now).map(\.name) == ["c", "a", "b"])
    }
}
