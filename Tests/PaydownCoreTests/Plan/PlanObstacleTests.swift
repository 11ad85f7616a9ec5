import Testing

@testable import PaydownCore

struct PlanObstacleTests {
    private func header(
        tests: [TestOutcome] = [], metrics: [Metric] = [], files: Int = 1000, unparsed: Int = 0
    ) -> SnapshotHeader {
        SnapshotHeader(
            project: SnapshotHeader.Project(name: "shop"), takenAt: Timestamp(seconds: 0),
            coverage: Coverage(files: files, unparsed: unparsed), tests: tests, metrics: metrics)
    }

    private func test(
        _ name: String, _ status: TestOutcome.Status, path: String = "tests/must/test_a.py"
    ) -> TestOutcome {
        TestOutcome(suite: "A", name: name, status: status, path: path)
    }

    private let plan = Plan(mustPass: ["tests/must/**"], leastCoverage: 99)

    @Test func `where everything holds nothing is in the way`() {
        let tests = [
            test("a", .passed), test("b", .xfailed), test("c", .flaky), test("d", .failed, path: "tests/x.py"),
        ]

        #expect(plan.obstacles(in: header(tests: tests)).isEmpty)
        #expect(Plan().obstacles(in: header()).isEmpty)
    }

    @Test func `a test that must pass and fails, or did not run, is in the way, others are not`() {
        let tests = [
            test("a", .failed), test("b", .error), test("c", .skipped), test("d", .passed),
            test("e", .failed, path: "tests/other.py"),
        ]

        #expect(plan.obstacles(in: header(tests: tests)) == [.failing(2, first: "a"), .idle(1, first: "c")])
        #expect(
            plan.obstacles(in: header(tests: tests)).map(\.text)
                == ["2 tests that must pass fail: a, …", "a test that must pass did not run: c"])
    }

    @Test func `a pattern that no test answers to is in the way`() {
        let plan = Plan(mustPass: ["tests/must/**", "tests/gone/*.py"])

        #expect(
            plan.obstacles(in: header(tests: [test("a", .passed)])) == [.untested(pattern: "tests/gone/*.py")])
    }

    @Test func `a report that names modules is held against files`() {
        let junit = TestOutcome(suite: "tests.must.test_a", name: "a", status: .failed)

        #expect(plan.obstacles(in: header(tests: [junit])) == [.failing(1, first: "a")])
    }

    @Test func `a value beyond its limit and an event too few are in the way`() {
        let slow = Metric(id: "p95", title: "Latency p95", value: 120, unit: "ms", limit: 100)
        let few = Metric(id: "e", title: "started", value: 3, limit: 5, better: .higher, kind: .event)
        let fine = Metric(id: "u", title: "Users", value: 260, unit: "users", limit: 250, better: .higher)

        #expect(Plan().obstacles(in: header(metrics: [slow, few, fine])) == [.limit(slow), .limit(few)])
        #expect(PlanObstacle.limit(slow).text == "Latency p95 is 120 ms, at most 100 ms")
        #expect(PlanObstacle.limit(few).text == "started is 3, of 5")
    }

    @Test func `coverage below its floor is in the way, at its floor it is not`() {
        let tests = [test("a", .passed)]

        #expect(plan.obstacles(in: header(tests: tests, unparsed: 10)).isEmpty)
        #expect(plan.obstacles(in: header(tests: tests, unparsed: 11)) == [.coverage(98.9, least: 99)])
        #expect(PlanObstacle.coverage(98.99, least: 99).text == "98.9 % of the files parsed, at least 99 %")
    }
}
