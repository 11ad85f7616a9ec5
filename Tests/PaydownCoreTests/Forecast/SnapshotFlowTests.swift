import Testing

@testable import PaydownCore

struct SnapshotFlowTests {
    private func snapshot(_ findings: [(String, String, Int, String)], hidden: [String] = []) -> Snapshot {
        var table = FindingTable()
        for (rule, path, line, symbol) in findings {
            table.append(
                Finding(
                    rule: rule, path: path, line: line, symbol: symbol, message: "m",
                    statement: "\(rule)\(symbol)\(line)"))
        }
        table.seal()
        func count(_ rule: String) -> Int { findings.count { $0.0 == rule } }
        let symbols = Set(findings.filter { $0.0 == "import" }.map(\.3)).count
        return Snapshot(
            header: SnapshotHeader(
                project: SnapshotHeader.Project(name: "shop"), takenAt: Timestamp(seconds: 0),
                coverage: Coverage(
                    files: 100, unparsed: hidden.count,
                    problems: hidden.map { Coverage.Problem(path: $0, message: "invalid syntax") }),
                checks: [
                    Check(
                        id: "imports", title: "Imports",
                        measures: [
                            Measure(id: "paths", value: Double(symbols), rule: "import"),
                            Measure(id: "sites", value: Double(count("import")), rule: "import"),
                            Measure(id: "other", value: 7),
                        ])
                ],
                rules: ["import", "singleton"].map { Rule(id: $0, check: "imports", count: count($0)) }),
            findings: table)
    }

    private func counts(_ inflow: Int, _ outflow: Int, revealed: Int = 0, unseen: Int = 0) -> SnapshotFlow.Counts {
        var counts = SnapshotFlow.Counts()
        (counts.inflow, counts.outflow, counts.revealed, counts.unseen) = (inflow, outflow, revealed, unseen)
        return counts
    }

    private func flow(_ old: Snapshot, _ new: Snapshot, _ measure: String) -> SnapshotFlow.Counts? {
        guard let now = new.header.measure(measure), let before = old.header.measure(measure) else { return nil }
        return SnapshotFlow(old: old, new: new).counts(of: now, before: before, in: new.header)
    }

    private let old = [
        ("import", "a.py", 1, "core"), ("import", "a.py", 2, "core"), ("import", "b.py", 3, "events"),
        ("singleton", "b.py", 9, "get"),
    ]

    @Test func `what comes in and what goes out are counted apart`() {
        let new = [
            ("import", "a.py", 1, "core"), ("import", "c.py", 5, "types"), ("import", "c.py", 6, "types"),
            ("singleton", "b.py", 9, "get"),
        ]

        // Two sites gone, two new; one path gone, one new: a change of nothing, but not a week of nothing.
        #expect(flow(snapshot(old), snapshot(new), "sites") == counts(2, 2))
        #expect(flow(snapshot(old), snapshot(new), "paths") == counts(1, 1))
    }

    @Test func `a measure that findings do not account for has no flows`() {
        #expect(flow(snapshot(old), snapshot(old), "other") == nil)
        let (before, after) = (snapshot(old), snapshot(Array(old.dropFirst())))
        var measure = after.header.measure("sites") ?? Measure(id: "", value: 0)
        measure.value += 2
        #expect(
            SnapshotFlow(old: before, new: after).counts(
                of: measure, before: before.header.measure("sites") ?? measure, in: after.header) == nil)
    }

    @Test func `what nobody could see has neither gone out nor come in`() {
        let without = old.filter { $0.1 != "b.py" }

        #expect(flow(snapshot(old), snapshot(without, hidden: ["b.py"]), "sites") == counts(0, 0, unseen: 1))
        #expect(flow(snapshot(old), snapshot(without, hidden: ["b.py"]), "paths") == counts(0, 0, unseen: 1))
        #expect(flow(snapshot(without, hidden: ["b.py"]), snapshot(old), "sites") == counts(0, 0, revealed: 1))
        #expect(flow(snapshot(without, hidden: ["b.py"]), snapshot(old), "paths") == counts(0, 0, revealed: 1))
    }

    @Test func `all findings are those of the rules that are listed`() {
        let new = [("import", "a.py", 1, "core"), ("singleton", "b.py", 9, "get"), ("singleton", "d.py", 2, "make")]
        let (before, after) = (snapshot(old), snapshot(new))
        let flow = SnapshotFlow(old: before, new: after)

        #expect(flow.counts(ofAllIn: after.header, from: 4, to: 3) == counts(1, 2))
        #expect(flow.counts(ofAllIn: after.header, from: 4, to: 4) == nil)
        var unlisted = after.header
        unlisted.rules[1].isListed = false
        #expect(flow.counts(ofAllIn: unlisted, from: 3, to: 1) == counts(0, 2))
    }

    @Test func `a history's counts are flows as well`() {
        var known = DiffCounts()
        (known.new, known.returned, known.fixed, known.gone, known.unseen, known.revealed) = (5, 2, 3, 1, 4, 2)
        let flow = SnapshotFlow(["import": known])

        #expect(flow.sites["import"] == counts(5, 4, revealed: 2, unseen: 4))
        #expect(flow.sites["import"]?.change == 5 + 2 - 3 - 1 - 4)
    }

    @Test func `a history that counted findings says nothing of the different things they are about`() {
        // One site is gone and another one new, of another path: no path more, and yet not the same paths.
        let new = snapshot(Array(old.dropLast(2)) + [("import", "c.py", 5, "types"), old[3]])
        var known = DiffCounts()
        (known.new, known.fixed) = (1, 1)
        let flow = SnapshotFlow(["import": known])
        func counts(_ id: String) -> SnapshotFlow.Counts? {
            guard let now = new.header.measure(id), let then = snapshot(old).header.measure(id) else { return nil }
            return flow.counts(of: now, before: then, in: new.header)
        }

        #expect(counts("sites") == self.counts(1, 1))
        #expect(counts("paths") == nil)
    }

    @Test func `a test that passes now goes out, one that no longer does comes in`() {
        func tests(_ passing: String, _ failing: String) -> [TestOutcome] {
            passing.map { TestOutcome(suite: "s", name: String($0), status: .passed) }
                + failing.map { TestOutcome(suite: "s", name: String($0), status: .failed) }
        }

        #expect(SnapshotFlow.counts(ofTests: tests("abx", "cd"), before: tests("bd", "ac")) == counts(1, 2))
        #expect(SnapshotFlow.counts(ofTests: tests("a", ""), before: tests("ab", "")) == counts(1, 0))
    }
}
