import PaydownCore
import PaydownDashboard

/// A small code base for tests: a shop with imports, factory calls, duplicated classes and a golden path.
///
/// Every finding has a line, a symbol and a fingerprint of its own, so a test sees at once which one it meets.
enum Fixture {
    static let now = moment(day: 28, hour: 10)

    /// A moment in November 2025, at the offset of the shop.
    static func moment(day: Int, hour: Int = 8) -> Timestamp {
        let midnight = Day(year: 2025, month: 11, day: day)?.number ?? 0
        return Timestamp(seconds: midnight * 86_400 + (hour - 1) * 3600, offsetMinutes: 60)
    }

    static func finding(
        _ rule: String, _ path: String, _ line: Int, _ symbol: String, members: [String] = []
    ) -> Finding {
        Finding(
            rule: rule, path: path, line: line, column: 1, endLine: line, symbol: symbol,
            message: "\(rule) of \(symbol)", excerpt: "from \(symbol) import thing  # \(line)",
            fingerprint: "\(rule)/\(path)/\(symbol)/\(line)", statement: "\(symbol)@\(line)", members: members)
    }

    /// 7 imports in 3 groups (4, 2, 1), 2 factory calls, 3 definitions of one class.
    static let findings = [
        finding("manager-import", "app/a.py", 3, "core.manager"),
        finding("manager-import", "app/a.py", 9, "core.manager"),
        finding("manager-import", "app/b.py", 2, "core.manager"),
        finding("manager-import", "lib/c.py", 5, "core.manager"),
        finding("manager-import", "app/a.py", 4, "core.events"),
        finding("manager-import", "lib/d.py", 7, "core.events"),
        finding("legacy-import", "lib/c.py", 1, "old.socket"),
        finding("singleton", "app/b.py", 20, "get_manager"),
        finding("singleton", "lib/d.py", 30, "get_events"),
        finding("duplicate-class", "app/a.py", 40, "Message", members: ["send()", "id", "retry()"]),
        finding("duplicate-class", "app/b.py", 50, "Message", members: ["send()", "id"]),
        finding("duplicate-class", "lib/c.py", 60, "Message", members: ["send()", "key"]),
    ]

    static let tests = [
        TestOutcome(suite: "path", name: "logs in", status: .passed, duration: 0.2, path: "tests/t.py", line: 3),
        TestOutcome(
            suite: "path", name: "sends", status: .failed, message: "expected 5 events, got 4",
            details: "Traceback\n  line 12\nAssertionError", path: "tests/t.py", line: 12),
        TestOutcome(suite: "path", name: "resumes", status: .skipped, message: "needs a server"),
        TestOutcome(
            suite: "path", name: "answers", status: .error, message: "broken pipe", path: "tests/u.py", line: 8),
        TestOutcome(suite: "path", name: "ends", status: .passed),
    ]

    static func snapshot(
        day: Int = 28, hour: Int = 8, findings: [Finding] = Fixture.findings, tests: [TestOutcome] = Fixture.tests,
        rules: String = "r1", commit: String? = nil
    ) -> Snapshot {
        var table = FindingTable()
        for finding in findings { table.append(finding) }
        table.seal()
        return Snapshot(
            header: header(
                day: day, hour: hour, findings: findings, tests: tests, rules: rules, commit: commit ?? "c0ffee0\(day)"),
            findings: table)
    }

    static func header(
        day: Int, hour: Int = 8, findings: [Finding], tests: [TestOutcome], rules: String, commit: String
    ) -> SnapshotHeader {
        func count(_ rule: String) -> Int { findings.count { $0.rule == rule } }
        let paths = Set(findings.filter { $0.rule == "manager-import" }.map(\.symbol)).count
        let titles = [
            ("manager-import", "imports", "Manager import"), ("legacy-import", "imports", "Legacy import"),
            ("singleton", "factory", "Singleton"), ("duplicate-class", "duplicates", "Duplicate class"),
        ]
        return SnapshotHeader(
            project: SnapshotHeader.Project(name: "shop"), takenAt: moment(day: day, hour: hour),
            revision: Revision(commit: commit, branch: "main", author: "Ada", subject: "change of day \(day)"),
            tool: SnapshotHeader.Tool(name: "test", version: "1", rules: rules),
            coverage: Coverage(
                files: 40, bytes: 4000, unparsed: 1,
                problems: [Coverage.Problem(path: "lib/bad.py", line: 2, column: 1, message: "invalid syntax")]),
            plan: plan,
            checks: [
                Check(
                    id: "imports", title: "Imports",
                    measures: [
                        Measure(
                            id: "paths", title: "import paths", value: Double(paths), unit: "paths",
                            rule: "manager-import"),
                        Measure(id: "legacy", title: "legacy", value: Double(count("legacy-import")), unit: "sites"),
                    ]),
                Check(
                    id: "factory", title: "Factory",
                    measures: [
                        Measure(
                            id: "singletons", title: "singletons", value: Double(count("singleton")), unit: "sites",
                            rule: "singleton")
                    ]),
                Check(
                    id: "duplicates", title: "Duplicates",
                    measures: [
                        Measure(
                            id: "classes", title: "classes", value: Double(count("duplicate-class")), unit: "classes",
                            rule: "duplicate-class")
                    ]),
                Check(
                    id: "golden-path", title: "Golden path",
                    measures: [
                        Measure(
                            id: "passed", title: "tests", value: Double(tests.count(where: \.status.isPass)),
                            unit: "tests", population: Double(tests.count), better: .higher)
                    ]),
            ],
            rules: titles.map { id, check, title in
                Rule(id: id, check: check, title: title, help: "use the one in core", count: count(id))
            },
            tests: tests,
            metrics: [
                Metric(id: "p95", title: "Latency p95", value: 84, unit: "ms", limit: 100),
                Metric(id: "started", title: "started", value: 4, limit: 5, better: .higher, kind: .event),
            ])
    }

    static let plan = Plan(phases: [
        Phase(
            id: "one", name: "One manager", starts: Day("2025-11-01"), due: Day("2025-12-05"), protects: "messages",
            targets: [
                PhaseTarget(measure: "paths", target: Target(.atMost, 1), baseline: 4),
                PhaseTarget(measure: "singletons", target: Target(.equal, 0), baseline: 6),
            ]),
        Phase(
            id: "two", name: "One definition", starts: Day("2025-12-08"), due: Day("2025-12-19"),
            targets: [PhaseTarget(measure: "classes", target: Target(.equal, 0), baseline: 5)]),
    ])

    /// The source of a file of the shop: numbered lines.
    static func source(_ path: String) -> [String] {
        (1...80).map { "line \($0) of \(path)" }
    }
}
