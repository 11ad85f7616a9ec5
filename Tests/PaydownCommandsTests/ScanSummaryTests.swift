import PaydownCore
import Testing

@testable import PaydownCommands

/// What a scan tells people, and the line while it runs.
struct ScanSummaryTests {
    private func header(_ change: (inout SnapshotHeader) -> Void) -> SnapshotHeader {
        var header = SnapshotHeader(
            project: SnapshotHeader.Project(name: "shop"), takenAt: Timestamp(seconds: 0),
            coverage: Coverage(files: 10, unparsed: 1, notScanned: 2))
        header.checks = [
            Check(
                id: "imports", title: "Imports",
                measures: [
                    Measure(id: "a.paths", title: "Import paths", value: 18, unit: "paths", population: 894, rule: "a"),
                    Measure(id: "a", title: "Imports", value: 1, unit: "sites", rule: "a"),
                ])
        ]
        change(&header)
        return header
    }

    @Test func `measures stand against the first target that is not met, with its day`() {
        let text = ScanSummary.text(
            header {
                $0.plan = Plan(phases: [
                    Phase(name: "One", targets: [PhaseTarget(measure: "a", target: Target(.atMost, 1))]),
                    Phase(
                        name: "Two", due: Day("2026-12-31"),
                        targets: [PhaseTarget(measure: "a.paths", target: Target(.atMost, 1))]),
                ])
            }, files: ["/x/s.json"])

        #expect(
            text == """
                shop: 10 files, 9 parsed, 1 unparsed, 2 not scanned

                Imports
                  Import paths  18 of 894 paths  -> <= 1, due 2026-12-31
                  Imports       1 site           ok <= 1

                1 of 2 measures with a target have reached it

                snapshot: /x/s.json

                """)
    }

    @Test func `what is suppressed and what was not run is said`() {
        let text = ScanSummary.text(
            header {
                $0.checks = []
                $0.accepted = [
                    AcceptedFindings(
                        rule: "a", subject: "app.X", reason: "ADR-14", owner: "@core", expires: Day("2026-12-31"),
                        count: 2),
                    AcceptedFindings(rule: "a", subject: "old", state: .expired, count: 4),
                ]
                $0.coverage.problems = [
                    Coverage.Problem(path: "p.toml", line: 7, message: "rule 'lint': was not run", kind: .notRun),
                    Coverage.Problem(path: "gen/", message: "excluded", kind: .excluded),
                ]
            }, files: [])

        #expect(
            text == """
                shop: 10 files, 9 parsed, 1 unparsed, 2 not scanned
                  p.toml:7: rule 'lint': was not run
                2 findings are suppressed and do not count
                  2 a app.X: ADR-14 (@core), until 2026-12-31

                """)
    }

    @Test(arguments: [40, 60, 80]) func `a long title gives way, numbers and targets do not`(_ width: Int) {
        let text = ScanSummary.text(
            header {
                $0.checks[0].measures[0].title = String(repeating: "long title ", count: 20)
                $0.plan = Plan(phases: [
                    Phase(name: "One", targets: [PhaseTarget(measure: "a.paths", target: Target(.atMost, 1))])
                ])
            }, files: [], width: width)

        let line = text.split(separator: "\n").first { $0.contains("894") } ?? ""
        #expect(line.hasSuffix("...  18 of 894 paths  -> <= 1"))
        #expect(line.count <= max(width, 20 + 32))
    }

    @Test func `names from files cannot steer the terminal`() {
        let text = ScanSummary.text(
            header {
                $0.project.name = "a\u{1B}[2J\u{202E}b\u{9B}c"
                $0.checks[0].title = "x\ny"
            }, files: [])

        #expect(text.hasPrefix("a?[2J?b?c: "))
        #expect(text.contains("x?y"))
    }

    @Test func `the line of progress says how far, how fast and what is read, and leaves room for a key's echo`() {
        let state = (total: 10_000, done: 2500, bytes: 50_000_000, path: "app/deep/folder/of/things/module.py")
        let wide = ProgressLine.text(state, after: .seconds(1), columns: 120)
        #expect(
            wide == "[#####---------------] 2500 of 10000 files, 50 MB, 50 MB/s  app/deep/folder/of/things/module.py")

        for columns in [20, 40, 62, 80] {
            #expect(ProgressLine.text(state, after: .seconds(1), columns: columns).count <= columns - 3)
        }
        #expect(ProgressLine.text(state, after: .seconds(1), columns: 80).hasSuffix("...ings/module.py"))
    }
}
