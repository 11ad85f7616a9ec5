import PaydownCore

/// Snapshots for tests: one with everything in it, one with nothing.
enum SampleSnapshots: String, CaseIterable {
    case withNothing
    case withEverything

    var snapshot: Snapshot {
        switch self {
        case .withNothing: Self.smallest
        case .withEverything: Self.fullest
        }
    }

    /// What every snapshot must have, and no more.
    static let smallest = Snapshot(
        header: SnapshotHeader(
            project: SnapshotHeader.Project(name: "p"), takenAt: Timestamp("2025-09-14T15:49:15-07:00")!,
            tool: SnapshotHeader.Tool(name: "")))

    /// Every part and every key of the format, with texts that need escapes and other than ASCII.
    static var fullest: Snapshot {
        var snapshot = Snapshot(header: header)
        for finding in findings { snapshot.findings.append(finding) }
        snapshot.findings.seal()
        return snapshot
    }

    static let findings = [
        Finding(
            rule: "manager-import", path: "a/b.py", line: 12, column: 1, endLine: 12, endColumn: 40,
            symbol: "a.b.manager", message: "import \"the\" \\ manager", excerpt: "from a.b import manager\t# ü",
            fingerprint: "0123456789.1", scope: "Class.method", statement: "hash", context: ["h1", "h2", "", "h4"],
            tags: ["test", "😀"], members: ["send_event()", "STATE"],
            related: [
                RelatedPlace(path: "c.py", line: 3, column: 1, message: "here\ntoo"), RelatedPlace(path: "d.py"),
            ],
            properties: #"{"owner":"ops","depth":[1,2.50,{"x":null}],"ok":true}"#),
        Finding(rule: "duplicate-class", path: "", symbol: "WebSocketMessage"),
        Finding(
            rule: "manager-import", path: "a/b.py", line: 4_294_967_295, column: 7, message: "no symbol\u{0}\u{7F}"),
        Finding(rule: "manager-import", path: "ä/\u{2028}.py", line: 0, symbol: "s", members: ["only()"]),
    ]

    private static let header = SnapshotHeader(
        project: SnapshotHeader.Project(name: "netra-apex", url: "https://example.com/netra"),
        takenAt: Timestamp("2025-09-14T15:49:15-07:00")!,
        revision: Revision(
            commit: "0123456789012345678901234567890123456789", branch: "main", author: "A. Núñez",
            committedAt: Timestamp("2025-09-14T12:00:00Z"), subject: "fix: \"quotes\"", isDirty: true),
        tool: SnapshotHeader.Tool(name: "paydown", version: "0.1.0", rules: "abc"),
        provenance: Provenance(
            findings: .measured, tests: .simulated, metrics: .illustrative, plan: .measured, note: "tests are made up"),
        coverage: Coverage(
            files: 9967, bytes: 186_000_000, excluded: 3, unreadable: 1, unparsed: 10, tooLarge: 2, notScanned: 4,
            problems: Coverage.Problem.Kind.allCases.map { kind in
                Coverage.Problem(path: "p/\(kind).py", line: 3, column: 1, message: "cannot", kind: kind)
            }),
        plan: Plan(
            phases: [
                Phase(
                    id: "phase-1", name: "Critical infrastructure", starts: Day("2025-09-15"), due: Day("2025-09-28"),
                    protects: "revenue",
                    targets: [
                        PhaseTarget(measure: "manager-import.paths", target: Target("<= 1")!, baseline: 18),
                        PhaseTarget(measure: "types", target: Target(">= 95.1234 %")!),
                        PhaseTarget(measure: "exact", target: Target("= 0")!, baseline: 0.1),
                    ]),
                Phase(name: "Some day"),
            ], mustPass: ["tests/mission_critical/**", "tests/\"e2e\".py"], leastCoverage: 99.5),
        checks: [
            Check(
                id: "imports", title: "Imports",
                measures: [
                    Measure(
                        id: "manager-import.paths", title: "Import paths", value: 18, unit: "paths", population: 894,
                        better: .lower, rule: "manager-import"),
                    Measure(id: "ratio", value: -0.0625, better: .higher),
                ]),
            Check(id: "golden-path", title: "Golden path"),
        ],
        rules: [
            Rule(
                id: "manager-import", check: "imports", title: "Manager import", severity: .error, help: "use the one",
                count: 894),
            Rule(id: "noisy", check: "imports", severity: .note, count: 1_000_000, isListed: false),
        ],
        tests: TestOutcome.Status.allCases.map { status in
            TestOutcome(
                suite: "s", name: "test_\(status)", status: status, duration: 1.25, message: "m",
                details: "line 1\nline 2\n\u{1B}[31mred", path: "tests/t.py", line: 420, attempts: 2)
        } + [TestOutcome(suite: "", name: "bare", status: .passed)],
        metrics: [
            Metric(id: "latency-p95", title: "Latency p95", value: 84, unit: "ms", limit: 100),
            Metric(id: "agent_started", title: "", value: 4, limit: 5, better: .higher, kind: .event),
        ])
}
