/// Something that has to hold at the same commit as a phase's targets, and does not.
///
/// Targets that are met while the golden path is broken are no progress: what was to be kept safe was not.
package enum PlanObstacle: Equatable, Sendable {
    /// Tests that have to pass and do not.
    case failing(Int, first: String)
    /// Tests that have to pass and did not run.
    case idle(Int, first: String)
    /// No test has been run in the files that this pattern names.
    case untested(pattern: String)
    /// A value beyond its limit, or an event that was not delivered as often as it should.
    case limit(Metric)
    /// Per cent of the files that were parsed, and that have to be.
    case coverage(Double, least: Double)

    /// `2 tests that must pass fail: test_login, …`
    package var text: String {
        switch self {
        case .failing(let count, let first):
            Self.tests(count, first, one: "a test that must pass fails", many: "tests that must pass fail")
        case .idle(let count, let first):
            Self.tests(count, first, one: "a test that must pass did not run", many: "tests that must pass did not run")
        case .untested(let pattern): "no test of \(pattern) was run, and they must pass"
        case .limit(let metric):
            "\(metric.title) is \(Self.amount(metric.value, metric)), "
                + (metric.kind == .event ? "of " : metric.better == .lower ? "at most " : "at least ")
                + Self.amount(metric.limit ?? metric.value, metric)
        case .coverage(let percent, let least):
            "\(numberText((percent * 10).rounded(.down) / 10)) % of the files parsed, at least \(numberText(least)) %"
        }
    }

    private static func tests(_ count: Int, _ first: String, one: String, many: String) -> String {
        count == 1 ? "\(one): \(first)" : "\(count) \(many): \(first), …"
    }

    private static func amount(_ value: Double, _ metric: Metric) -> String {
        numberText(value) + (metric.kind == .event || metric.unit.isEmpty ? "" : " " + metric.unit)
    }
}

extension Plan {
    /// What keeps every phase of the plan from being met, whatever its targets say; tests first.
    package func obstacles(in header: SnapshotHeader) -> [PlanObstacle] {
        var obstacles: [PlanObstacle] = []
        var failing: [TestOutcome] = []
        var idle: [TestOutcome] = []
        let globs = mustPass.map { Glob($0) }
        var hasTests = [Bool](repeating: false, count: globs.count)
        var place = ""
        var isWanted = false
        for test in globs.isEmpty ? [] : header.tests {
            // Tests of one file stand together.
            if test.file != place {
                place = test.file
                isWanted = false
                for (number, glob) in globs.enumerated() where glob.matches(place) {
                    hasTests[number] = true
                    isWanted = true
                }
            }
            guard isWanted, !test.status.isPass else { continue }
            if test.status.isFailure { failing.append(test) } else { idle.append(test) }
        }
        if let first = failing.first { obstacles.append(.failing(failing.count, first: first.name)) }
        if let first = idle.first { obstacles.append(.idle(idle.count, first: first.name)) }
        for (pattern, hasTests) in zip(mustPass, hasTests) where !hasTests {
            obstacles.append(.untested(pattern: pattern))
        }
        obstacles += header.metrics.filter { !$0.isHeld }.map { .limit($0) }
        if let least = leastCoverage, let percent = header.coverage.percent, percent < least {
            obstacles.append(.coverage(percent, least: least))
        }
        return obstacles
    }
}

extension TestOutcome {
    /// The file it stands in; for a report that names only the module, the file that the module would be.
    var file: String {
        path.isEmpty ? suite.split(separator: ".").joined(separator: "/") : path
    }
}
