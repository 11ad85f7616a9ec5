import PaydownCore
import Testing

/// A rule that nobody looked for says nothing by its silence.
@Suite struct UnseenRuleTests {
    private func snapshot(_ rules: [String: Bool], _ findings: [(rule: String, symbol: String)]) -> Snapshot {
        var snapshot = Snapshot.of(
            findings.map { Finding(rule: $0.rule, path: "a.py", line: 1, symbol: $0.symbol, statement: "s") })
        snapshot.header.rules = rules.sorted { $0.key < $1.key }.map {
            Rule(id: $0.key, check: "c", isSeen: $0.value)
        }
        return snapshot
    }

    @Test func `what a tool found before it was not run is unseen, and nothing else is`() {
        let old = snapshot(["lint": true, "own": true], [("lint", "x"), ("own", "y")])
        let new = snapshot(["lint": false, "own": true], [])

        let diff = SnapshotDiff(old: old, new: new)

        #expect(diff.oldState == [.unseen, .fixed])
        #expect(diff.counts.fixed == 1)
        #expect(diff.countsByRule["lint"]?.fixed == 0)
    }

    @Test func `what a tool finds after it was not run was revealed`() {
        let old = snapshot(["lint": false, "own": true], [])
        let new = snapshot(["lint": true, "own": true], [("lint", "x"), ("own", "y")])

        let diff = SnapshotDiff(old: old, new: new)

        #expect(diff.newState == [.new, .new])
        #expect(diff.counts.revealed == 1)
        #expect(diff.countsByRule["lint"]?.revealed == 1)
        #expect(diff.countsByRule["own"]?.revealed == 0)
    }
}
