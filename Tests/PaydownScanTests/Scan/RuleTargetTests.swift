import PaydownCore
import PaydownRules
import PaydownScan
import PaydownTestSupport
import Testing

/// Targets that stand at rules, and tools that rules name, in the snapshot of a scan.
struct RuleTargetTests {
    private let tree: TemporaryDirectory

    init() throws {
        tree = try TemporaryDirectory()
        try ScanFixture.fill { try tree.write($0, $1) }
    }

    private static let rules = """
        [[rule]]
        id = "old"
        kind = "import"
        module.starts-with = ["app.old"]
        target = 0

        [[rule]]
        id = "twice"
        kind = "duplicate-class"
        target = "<= 3"

        [[rule]]
        id = "lint"
        kind = "external"
        command = ["lint", "--sarif"]
        target = 0
        """

    @Test func `a rule's target is about its first measure, in a phase without a day`() throws {
        let header = try Scan.run(ScanFixture.request(tree.path, rules: Self.rules)).snapshot.header

        #expect(
            header.plan.phases == [
                Phase(
                    id: "targets", name: "Targets",
                    targets: [
                        PhaseTarget(measure: "old", target: Target(.equal, 0)),
                        PhaseTarget(measure: "twice.names", target: Target(.atMost, 3)),
                    ])
            ])
    }

    @Test func `what a phase says already is not said twice`() throws {
        var request = try ScanFixture.request(tree.path, rules: Self.rules)
        request.plan = Plan(phases: [
            Phase(
                id: "one", name: "One",
                targets: [
                    PhaseTarget(measure: "old", target: Target(.equal, 0), baseline: 9),
                    PhaseTarget(measure: "twice.names", target: Target(.atMost, 5)),
                ])
        ])

        let phases = try Scan.run(request).snapshot.header.plan.phases

        #expect(phases.map(\.id) == ["one", "targets"])
        #expect(phases[0] == request.plan.phases[0])
        #expect(phases[1].targets.map(\.measure) == ["twice.names"])
    }

    @Test func `a tool that was not run is among what could not be seen, with how to run it`() throws {
        let header = try Scan.run(ScanFixture.request(tree.path, rules: Self.rules)).snapshot.header

        let problem = try #require(header.coverage.problems.first { $0.kind == .notRun })
        #expect(problem.path == "paydown.toml")
        #expect(problem.line == 12)
        #expect(
            problem.message
                == "rule 'lint': its tool was not run; 'paydown scan --run-external' runs: lint --sarif")
        #expect(header.rule("lint")?.isSeen == false)
        #expect(header.measure("lint") == nil)
        // A rule is no file.
        #expect(header.coverage.notScanned == 1)
    }

    @Test func `what a tool has reported counts, and why another has not is said`() throws {
        var request = try ScanFixture.request(
            tree.path, rules: Self.rules + "\n[[rule]]\nid = \"bad\"\nkind = \"external\"\ncommand = \"bad\"\n")
        request.external = ["lint": [Finding(rule: "lint", path: "app/a.py", line: 3, symbol: "R1")]]
        request.notRun = ["bad": "it broke"]

        let snapshot = try Scan.run(request).snapshot

        #expect(snapshot.header.measure("lint")?.value == 1)
        #expect(snapshot.header.plan.phases[0].targets.map(\.measure) == ["old", "twice.names", "lint"])
        #expect(
            snapshot.header.coverage.problems.filter { $0.kind == .notRun }.map(\.message) == ["rule 'bad': it broke"])
    }
}
