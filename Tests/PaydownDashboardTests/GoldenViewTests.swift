import PaydownCore
import PaydownScreen
import Testing

@testable import PaydownDashboard

struct GoldenViewTests {
    private static let medium = Size(width: 120, height: 36)

    @Test func `failures stand first, then what did not run, then passes`() {
        var session = Session.shop()
        session.press("4")
        let rows = session.frame.lines.dropFirst(3).prefix(5).map {
            $0.dropFirst(2).split(separator: " ").prefix(2).joined(separator: " ")
        }

        #expect(rows == ["✗ sends", "✗ answers", "○ resumes", "✓ logs", "✓ ends"])
    }

    @Test func `the facts count passes, failures and the rest`() {
        var session = Session.shop(Self.medium)
        session.press("4")

        #expect(session.frame.lines[1].contains("2 of 5 pass · 2 fail · 1 skipped"))
    }

    @Test func `a failure shows its place, its message and its log`() {
        var session = Session.shop(Self.medium)
        session.press("4")

        for text in ["FAILURE  sends", "1 of 2", "tests/t.py:12", "expected 5 events, got 4", "AssertionError"] {
            #expect(session.screen.contains(text), "\(text)")
        }
    }

    @Test func `the code that failed is marked in a traceback`() {
        let test = TestOutcome(
            suite: "s", name: "t", status: .failed, message: "no",
            details:
                "  File \"a.py\", line 1, in f\n    g()\n  File \"b.py\", line 2, in g\n    assert x\nAssertionError")
        var session = Session(Self.medium, snapshots: [Fixture.snapshot(tests: [test])])
        session.press("4")

        #expect(session.frame.lines.contains { $0.contains("▌") && $0.contains("assert x") })
        #expect(!session.frame.lines.contains { $0.contains("▌") && $0.contains("g()") })
    }

    @Test func `a failure knows when it began and when it passed last`() {
        func tests(_ status: TestOutcome.Status) -> [TestOutcome] {
            [TestOutcome(suite: "s", name: "t", status: status)]
        }
        let states: [(Int, TestOutcome.Status)] = [
            (24, .failed), (25, .passed), (26, .error), (27, .failed), (28, .failed),
        ]
        var session = Session(
            Self.medium, snapshots: states.map { Fixture.snapshot(day: $0.0, tests: tests($0.1)) })
        session.press("4")

        #expect(session.screen.contains("first failed  Wed 26 Nov 08:00  at c0ffee026"))
        #expect(session.screen.contains("last passed   Tue 25 Nov 08:00  at c0ffee025"))
    }

    @Test func `a failure in all snapshots says that it may be older`() throws {
        let test = TestOutcome(suite: "s", name: "t", status: .failed)
        var session = Session(snapshots: [
            Fixture.snapshot(day: 27, tests: [test]), Fixture.snapshot(day: 28, tests: [test]),
        ])
        session.press("4")

        let history = TestHistory(test, in: session.model.archive, until: Fixture.now)
        #expect(history.firstFailure == history.runs.first)
        #expect(history.lastPass == nil)
        #expect(session.screen.contains("the oldest snapshot"))
        #expect(session.screen.contains("last passed   in no snapshot"))
    }

    @Test func `a metric beyond its limit is a failure by sign and not by colour alone`() {
        var snapshot = Fixture.snapshot()
        snapshot.header.metrics[0].value = 120
        var session = Session(Self.medium, snapshots: [snapshot])
        session.press("4")

        #expect(
            session.frame.lines.contains {
                $0.contains("✗ Latency p95") && $0.contains("120 ms") && $0.contains("100 ms")
            })
        #expect(session.frame.lines.contains { $0.contains("✗ started") && $0.contains("4 of 5") })
        #expect(session.screen.contains("EVENTS  0 of 1 received"))
    }

    @Test func `what was not measured says so above the numbers`() {
        var snapshot = Fixture.snapshot()
        snapshot.header.provenance = Provenance(tests: .illustrative, metrics: .simulated)
        var session = Session(Self.medium, snapshots: [snapshot])
        session.press("4")

        #expect(session.screen.contains("METRICS  against limit, simulated"))
        #expect(session.screen.contains("TESTS  illustrative"))
    }

    @Test func `the metric nearest to its limit is charted`() {
        let metrics = [
            Metric(id: "a", title: "A", value: 50, limit: 100), Metric(id: "b", title: "B", value: 90, limit: 100),
            Metric(id: "c", title: "C", value: 300, limit: 250, better: .higher),
            Metric(id: "d", title: "D", value: 99, limit: 99, kind: .event), Metric(id: "e", title: "E", value: 9),
        ]

        #expect(GoldenView.worst(metrics)?.id == "b")
        #expect(GoldenView.worst([metrics[4]]) == nil)
    }

    @Test func `without tests the screen says how to get them`() {
        var session = Session(snapshots: [Fixture.snapshot(tests: [])])
        session.press("4")

        #expect(session.screen.contains("No test results"))
    }

    @Test(arguments: [(0.004, "0.00 s"), (2.315, "2.32 s"), (59.994, "59.99 s"), (64, "1 m 04 s"), (3600, "60 m 00 s")])
    func `durations are short`(seconds: Double, text: String) {
        #expect(GoldenView.seconds(seconds) == text)
    }

    @Test func `read aloud there are no bars`() {
        var session = Session.shop(Self.medium)
        session.change { $0.isAccessible = true }
        session.press("4")

        #expect(!session.screen.contains("█"))
        #expect(session.screen.contains("Latency p95"))
    }
}
