import PaydownTestSupport
import Testing

/// `paydown scan` from outside, on a copy of the sample service.
struct ScanCommandTests {
    private static let program = TerminalProgram.built("paydown")
    private let project: TemporaryDirectory

    init() throws {
        project = try TemporaryDirectory()
        let rules = try #require(FileBytes.read(SamplePlace.root + "SampleData/rules/courier.toml"))
        try project.write("paydown.toml", String(decoding: rules, as: UTF8.self))
        try project.write("courier/app/manager.py", "import courier.app.websocket_core.manager  # websocket\n")
        try project.write("courier/app/broken.py", "def (:  # websocket\n")
    }

    private func scan(_ arguments: String...) throws -> CommandRun {
        try CommandRun(Self.program, ["scan"] + arguments + [project.path], environment: ["HOME": project.path])
    }

    @Test(arguments: [["-x"], ["--jobs", "0"], ["--run-external", "--commit", "HEAD"], ["a", "b"], ["--help"]])
    func `what cannot be run says how the whole command is written`(arguments: [String]) throws {
        let words = ["-c", "\"$0\" scan \"$@\" 2>&1", Self.program] + arguments
        let run = try CommandRun("/bin/sh", words, environment: ["HOME": project.path])
        let isHelp = arguments == ["--help"]
        #expect(run.ending == .exited(isHelp ? 0 : 64))
        #expect(run.output.lowercased().contains("usage: paydown scan [--config <file>]"))
        #expect(run.output.contains("See 'paydown scan --help'") != isHelp)
    }

    @Test func `a scan is kept and opens in the browser`() throws {
        let run = try scan()
        #expect(run.ending == .exited(0))

        let browse = try CommandRun(
            Self.program, ["browse", "--plain", "--root", project.path], environment: ["HOME": project.path])
        #expect(browse.ending == .exited(0))
        #expect(browse.output.contains("coverage: 2 files, 1 parsed, 1 unparsed"))
    }

    @Test func `the summary says what could not be parsed`() throws {
        let run = try scan("--no-save")
        #expect(run.output.contains("1 unparsed"))
        #expect(FileBytes.read(project.path + "/.paydown/snapshots") == nil)
    }

    @Test func `the same files give the same snapshot, whatever the threads and the cache`() throws {
        func snapshot(_ arguments: String...) throws -> [Substring] {
            let run = try CommandRun(
                Self.program, ["scan", "--format", "json", "--no-save"] + arguments + [project.path],
                environment: ["HOME": project.path])
            // The moment of the scan is all that may differ.
            return run.output.split(separator: "\n").filter { !$0.contains("\"takenAt\"") }
        }
        let first = try snapshot("-j", "1", "--no-cache")
        #expect(first.count > 10)
        #expect(try snapshot("-j", "4") == first)
        #expect(try snapshot("-j4") == first)
        #expect(try snapshot() == first)
    }

    @Test func `a project without rules is told what to do`() throws {
        let empty = try TemporaryDirectory()
        let run = try CommandRun(Self.program, ["scan", empty.path], environment: ["HOME": empty.path])
        #expect(run.ending == .exited(2))
        #expect(run.output.isEmpty)
    }
}
