import PaydownCore
import PaydownDashboard
import PaydownScreen
import Testing

struct PlanConditionTests {
    /// The shop with all targets of its first phase met, and these conditions.
    private func session(
        mustPass: [String] = [], least: Double? = nil, tests: [TestOutcome] = [], p95: Double = 84,
        size: Size = Size(width: 120, height: 36)
    ) -> Session {
        let findings = Fixture.findings.filter { $0.symbol != "core.events" && $0.rule != "singleton" }
        var snapshot = Fixture.snapshot(findings: findings, tests: tests)
        snapshot.header.plan.mustPass = mustPass
        snapshot.header.plan.leastCoverage = least
        snapshot.header.metrics = [Metric(id: "p95", title: "Latency p95", value: p95, unit: "ms", limit: 100)]
        var session = Session(size, snapshots: [snapshot])
        session.press("5")
        return session
    }

    private let failing = TestOutcome(suite: "s", name: "logs in", status: .failed, path: "tests/t.py")

    @Test func `a phase whose targets are met is met when everything that must hold does`() {
        let session = session(
            mustPass: ["tests/*.py"], least: 90,
            tests: [
                TestOutcome(suite: "s", name: "logs in", status: .passed, path: "tests/t.py")
            ])
        #expect(session.model.phases[0].isMet)
        #expect(session.screen.contains("1 of 2 phases met"))
    }

    @Test func `a test that must pass and fails holds the phase back, and the screen says which`() {
        let session = session(mustPass: ["tests/*.py"], tests: [failing])
        #expect(session.model.phases[0].isHeldBack && !session.model.phases[0].isMet)
        #expect(session.screen.contains("held back"))
        #expect(session.screen.contains("a test that must pass fails: logs in"))
        #expect(session.screen.contains("0 of 2 phases met"))
    }

    @Test func `a test that nobody named holds nothing back`() {
        #expect(session(tests: [failing]).model.phases[0].isMet)
    }

    @Test func `a limit that is passed and too little coverage hold the phase back`() {
        let slow = session(p95: 140)
        #expect(slow.screen.contains("Latency p95 is 140 ms, at most 100 ms"))
        #expect(slow.model.phases[0].state == "held back")
        let blind = session(least: 99)
        #expect(blind.screen.contains("97.5 % of the files parsed, at least 99 %"))
        #expect(blind.model.phases[0].isHeldBack)
    }

    @Test func `what is protected stands beside the phase`() {
        #expect(session().screen.contains("protects messages"))
    }

    @Test func `what is missing and how it stands is beside each target, at every size`() {
        for size in [Size(width: 80, height: 24), Size(width: 120, height: 36), Size(width: 200, height: 60)] {
            var session = Session(size, snapshots: PastOfShop.snapshots([60, 54, 48, 42, 36, 30, 24, 18, 12]))
            session.press("5")
            let row = session.frame.lines.first { $0.contains("singletons  ") } ?? ""
            #expect(row.contains("missing 12"), "\(size): \(row)")
            // Due on 5 December, and six a week are two weeks.
            #expect(row.contains("late 7 d"), "\(size): \(row)")
        }
    }
}
