import PaydownCore
import Testing

struct PastFoldTests {
    private func snapshot(_ symbols: [String], unseen: [String] = []) -> Snapshot {
        var table = FindingTable()
        for (number, symbol) in symbols.enumerated() {
            table.append(
                Finding(rule: "r", path: symbol + ".py", line: number + 1, symbol: symbol, statement: symbol))
        }
        var header = SnapshotHeader(
            project: SnapshotHeader.Project(name: "p"), takenAt: Timestamp(seconds: 0),
            rules: [Rule(id: "r", check: "c")])
        header.coverage.problems = unseen.map { Coverage.Problem(path: $0 + ".py", message: "no") }
        return Snapshot(header: header, findings: table)
    }

    @Test func `each return after a fix is counted, with the snapshot of the last`() {
        var fold = PastFold()
        for symbols in [["a", "b"], ["b"], ["b", "a"], ["b"], ["c", "b", "a"]] { fold.add(snapshot(symbols)) }

        #expect(fold.pasts.map(\.birth) == [4, 0, 0])
        #expect(fold.pasts.map(\.returns) == [0, 0, 2])
        #expect(fold.pasts[2].lastReturn == 4)
    }

    @Test func `what was only out of sight has not returned`() {
        var fold = PastFold()
        fold.add(snapshot(["a", "b"]))
        fold.add(snapshot(["b"], unseen: ["a"]))
        fold.add(snapshot(["a", "b"]))

        #expect(fold.pasts.map(\.birth) == [0, 0] && fold.pasts.map(\.returns) == [0, 0])
    }

    @Test func `what the first snapshot that looked for a rule has may be older`() {
        var bare = snapshot([]).header
        bare.rules = [Rule(id: "other", check: "c")]
        let beginnings = RuleBeginnings([bare, snapshot([]).header, snapshot([]).header])

        #expect(beginnings.mayBeOlder("other", metIn: 0))
        #expect(beginnings.mayBeOlder("r", metIn: 1) && !beginnings.mayBeOlder("r", metIn: 2))
        #expect(beginnings.mayBeOlder("unheard of", metIn: 0) && !beginnings.mayBeOlder("unheard of", metIn: 1))
    }
}
