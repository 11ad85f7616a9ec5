import PaydownTestSupport
import Testing

/// `paydown explain` and `paydown rules` from outside.
struct ExplainCommandTests {
    private static let program = TerminalProgram.built("paydown")
    private let project: TemporaryDirectory

    init() throws {
        project = try TemporaryDirectory()
        try project.write(
            "paydown.toml",
            """
            [[rule]]
            id = "old-core"
            kind = "import"
            check = "imports"
            title = "Old core"
            module.starts-with = ["app.old"]
            help = "Import app.new."
            target = 0

            [[rule]]
            id = "singleton"
            kind = "singleton"
            """)
        try project.write("app/a.py", "import app.old.x\n")
    }

    private func run(_ arguments: String...) throws -> CommandRun {
        try CommandRun(Self.program, arguments + ["--root", project.path], environment: ["HOME": project.path])
    }

    @Test func `a rule is told in its author's words, with examples and without a number before a scan`() throws {
        let run = try run("explain", "old-core")

        #expect(run.ending == .exited(0))
        #expect(run.output.hasPrefix("old-core: Old core (warning, kind import, check imports)\n"))
        #expect(run.output.contains("Import app.new."))
        #expect(run.output.contains("  module.starts-with = [\"app.old\"]\n"))
        #expect(run.output.contains("target = 0"))
        #expect(run.output.contains("not scanned yet"))
        #expect(run.output.contains("↓import app.old"))
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test func `after a scan a rule has its number`() throws {
        let scan = try CommandRun(Self.program, ["scan", project.path], environment: ["HOME": project.path])
        #expect(scan.ending == .exited(0))

        #expect(try run("explain", "old-core").output.contains("Old core: 1 of 1 sites, -> = 0"))
        #expect(try run("rules").output.contains("old-core  Old core (warning, import): 1 of 1 sites, -> = 0"))
        #expect(try run("rules", "--format", "json").output.contains("\"value\": 1"))
    }

    @Test func `a rule called like its kind is the rule, and the kind has a flag`() throws {
        #expect(try run("explain", "singleton").output.hasPrefix("singleton: Singleton (warning"))
        #expect(try run("explain", "--kind", "singleton").output.contains("Parameters\n"))
    }

    @Test func `a word that nothing is called is answered with the nearest`() throws {
        let run = try run("explain", "old-croe")

        #expect(run.ending == .exited(2))
        #expect(run.output.isEmpty)
    }

    @Test func `kinds are explained without a project, and beside a broken file`() throws {
        try project.write("paydown.toml", "[[rule]]\nid = 3\n")

        let run = try run("explain", "layers")
        #expect(run.ending == .exited(0))
        #expect(run.output.contains("An import against the direction of named layers."))
        #expect(try self.run("rules").ending == .exited(2))
    }

    @Test(arguments: [["explain", "old-core"], ["explain", "import-paths"], ["explain"], ["rules"]])
    func `programs get JSON`(_ arguments: [String]) throws {
        let run = try CommandRun(
            Self.program, arguments + ["--format", "json", "--root", project.path], environment: ["HOME": project.path])
        let check = try CommandRun(
            "sh", ["-c", "printf '%s' \"$1\" | python3 -c 'import json,sys; json.load(sys.stdin)'", "sh", run.output])

        #expect(run.ending == .exited(0))
        #expect(check.ending == .exited(0))
    }
}
