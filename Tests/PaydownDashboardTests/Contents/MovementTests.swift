import PaydownCore
import PaydownDashboard
import PaydownTestSupport
import Testing

struct MovementTests {
    private func loaded(_ number: Int, _ findings: [Finding], tests: [TestOutcome] = []) -> LoadedSnapshot {
        var table = FindingTable()
        for finding in findings { table.append(finding) }
        let rules = Set(findings.map(\.rule)).union(["r1", "r2"]).sorted().map { rule in
            Rule(id: rule, check: "imports", count: findings.count { $0.rule == rule })
        }
        let header = ContentModel.header(day: number, rules: rules, tests: tests)
        return LoadedSnapshot(id: SnapshotID(number), snapshot: Snapshot(header: header, findings: table))
    }

    @Test func `movements are the differences of a plain count`() {
        var numbers = SeededRandom(seed: 3)
        for _ in 0..<60 {
            func findings() -> [Finding] {
                (0..<Int.random(in: 0...60, using: &numbers)).map { line in
                    ContentModel.finding(
                        "r\(Int.random(in: 1...2, using: &numbers))", "s\(Int.random(in: 0...9, using: &numbers))",
                        "f.py", line + 1)
                }
            }
            let (before, after) = (findings(), findings())

            let movements = Movement.list(from: loaded(0, before), to: loaded(1, after))

            let symbols = Set((before + after).map(\.symbol))
            let changes = symbols.map { symbol in
                (symbol, after.count { $0.symbol == symbol } - before.count { $0.symbol == symbol })
            }
            let expected = changes.filter { $0.1 != 0 }
                .sorted { abs($0.1) != abs($1.1) ? abs($0.1) > abs($1.1) : $0.0 < $1.0 }
            #expect(movements.map(\.name) == expected.map(\.0))
            #expect(movements.map(\.change) == expected.map(\.1))
            #expect(movements.allSatisfy { $0.isWorse == ($0.change > 0) })
        }
    }

    @Test func `tests that began to fail come first`() {
        func tests(_ statuses: [TestOutcome.Status]) -> [TestOutcome] {
            statuses.enumerated().map { TestOutcome(suite: "s", name: "test_\($0.offset)", status: $0.element) }
        }
        let before = loaded(0, [], tests: tests([.passed, .failed, .failed, .skipped]))
        let after = loaded(
            1, [ContentModel.finding("r1", "a", "f.py", 1)], tests: tests([.error, .passed, .failed, .skipped]))

        let movements = Movement.list(from: before, to: after)

        #expect(movements.map(\.name) == ["0", "1", "a"])
        #expect(movements.map(\.note) == ["now failing", "now passing", "Imports"])
        #expect(movements.map(\.isWorse) == [true, false, true])
    }

    @Test func `a symbol's files are counted once each`() {
        let snapshot = loaded(
            0,
            [
                ContentModel.finding("r1", "a", "x.py", 1), ContentModel.finding("r1", "b", "x.py", 2),
                ContentModel.finding("r1", "a", "y.py", 1), ContentModel.finding("r1", "a", "x.py", 9),
            ])
        #expect(snapshot.index.symbols["r1"]?.map(\.name) == ["a", "b"])
        #expect(snapshot.index.symbols["r1"]?.map(\.files) == [2, 1])
        #expect(snapshot.index.count(of: "a", rule: "r1") == 3)
        #expect(snapshot.index.count(of: "absent", rule: "r1") == 0)
    }

    @Test func `the next step of a count of things is the one in the fewest files`() throws {
        var table = FindingTable()
        for (symbol, path, line) in [("a", "x.py", 1), ("a", "y.py", 1), ("b", "x.py", 2), ("b", "x.py", 3)] {
            table.append(ContentModel.finding("r", symbol, path, line))
        }
        let plan = Plan(phases: [
            Phase(name: "One", targets: [PhaseTarget(measure: "r.paths", target: Target(.atMost, 1))])
        ])
        let header = ContentModel.header(
            day: 0, measures: [Measure(id: "r.paths", value: 2, unit: "paths", rule: "r")],
            rules: [Rule(id: "r", check: "imports", count: 4)], plan: plan)
        let loaded = LoadedSnapshot(id: SnapshotID(0), snapshot: Snapshot(header: header, findings: table))

        let step = try #require(NextStep.list(loaded).first)

        #expect(step.name == "b")
        #expect(step.effect == "2 findings in 1 file, and the target is met")
    }
}
