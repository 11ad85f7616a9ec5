import Dispatch
import PaydownCore
import PaydownProject
import PaydownRules
import PaydownTestSupport
import Testing

@testable import PaydownCommands

/// Tools that rules name: run only when asked to, and never half believed.
struct ExternalRunTests {
    private let project: TemporaryDirectory

    init() throws {
        project = try TemporaryDirectory()
        try project.write("app/a.py", "import os\nx = '\u{1F600}'; y = 1\n")
    }

    private static let report = """
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}, "columnKind": "utf16CodeUnits", "results": [
          {"ruleId": "R2", "level": "error", "message": {"text": "second"}, "locations": [{"physicalLocation":
            {"artifactLocation": {"uri": "app/a.py"}, "region": {"startLine": 2, "startColumn": 11}}}]},
          {"ruleId": "R1", "message": {"text": "first"}, "locations": [{"physicalLocation":
            {"artifactLocation": {"uri": "app/a.py"}, "region": {"startLine": 1}}}]},
          {"ruleId": "R1", "message": {"text": "first"}, "locations": [{"physicalLocation":
            {"artifactLocation": {"uri": "app/a.py"}, "region": {"startLine": 1}}}]},
          {"ruleId": "R1", "message": {"text": "elsewhere"}, "locations": [{"physicalLocation":
            {"artifactLocation": {"uri": "/etc/passwd"}}}]},
          {"ruleId": "R1", "message": {"text": "known"}, "suppressions": [{"kind": "inSource"}]},
          {"ruleId": "R1", "message": {"text": "about all"}}]}]}
        """

    private func rules(_ settings: String) throws -> RuleSet {
        try ProjectRules(text: "[[rule]]\nid = \"lint\"\nkind = \"external\"\n" + settings, file: "p").rules
    }

    /// Off the pool: running a tool waits for a task.
    private func run(
        _ settings: String, _ change: @escaping @Sendable (inout ExternalRuns) -> Void = { _ in }
    )
        async throws -> ExternalRuns.Outcome
    {
        let rules = try rules(settings)
        let path = project.path
        return await offPool {
            var runs = ExternalRuns(root: path)
            change(&runs)
            return runs.run(rules)
        }
    }

    @Test func `a report becomes findings in the order of all findings`() async throws {
        try project.write("report.sarif", Self.report)
        let outcome = try await run("command = [\"cat\", \"report.sarif\"]")
        let findings = try #require(outcome.findings["lint"])

        #expect(
            findings.map { "\($0.path):\($0.line):\($0.column) \($0.symbol) \($0.message)" } == [
                ":0:0 R1 about all", "app/a.py:1:0 R1 first", "app/a.py:1:0 R1 first", "app/a.py:2:10 R2 second",
            ])
        #expect(findings[1].excerpt == "import os")
        #expect(findings[1].fingerprint.hasSuffix(".1"))
        #expect(findings[2].fingerprint == findings[1].fingerprint.dropLast(1) + "2")
        #expect(findings[3].properties == "{\"level\":\"error\"}")
        #expect(outcome.failures.isEmpty)
        #expect(
            outcome.notes == [
                "rule 'lint': 1 results about files outside of the project are left out",
                "rule 'lint': 1 results are suppressed by its tool",
            ])
    }

    @Test func `only the tool's rules that are named count`() async throws {
        try project.write("report.sarif", Self.report)
        let outcome = try await run("command = [\"cat\", \"report.sarif\"]\nrules = [\"R2\"]")

        #expect(outcome.findings["lint"]?.map(\.symbol) == ["R2"])
        #expect(outcome.notes.first == "rule 'lint': 4 results of other rules of its tool do not count")
    }

    @Test func `a results file must be written by this very run`() async throws {
        try project.write("out.sarif", Self.report)
        let stale = try await run("command = [\"true\"]\nresults = \"out.sarif\"")
        #expect(stale.failures["lint"]?.contains("did not write out.sarif") == true)
        #expect(stale.findings.isEmpty)

        try project.write("report.sarif", Self.report)
        let fresh = try await run("command = [\"cp\", \"report.sarif\", \"new.sarif\"]\nresults = \"new.sarif\"")
        #expect(fresh.findings["lint"]?.count == 4)
    }

    @Test(arguments: ["/tmp/x.sarif", "../x.sarif", "a/../../x.sarif"])
    func `a results file outside of the project is refused before anything runs`(_ file: String) async throws {
        let outcome = try await run("command = [\"touch\", \"ran\"]\nresults = \"\(file)\"")

        #expect(outcome.failures["lint"]?.contains("not inside the project") == true)
        #expect(project.read("ran") == nil)
    }

    @Test(arguments: [
        ("[\"false\"]\nexit-codes = 0", "ended with status 1"), ("[\"echo\", \"no report\"]", "is not JSON"),
        ("[\"true\"]", "printed nothing"), ("[\"no-such-tool-anywhere\"]", "is not installed"),
        ("[\"echo\", \"{}\"]", "JSON without runs"),
        ("[\"echo\", '{\"runs\":[{\"results\":null}]}']", "reports no results"),
        ("[\"sh\", \"-c\", \"echo oops >&2; kill -9 $$\"]", "was ended by signal 9; it said: oops"),
    ])
    func `a tool that told nothing has no findings, and a reason`(_ command: String, _ reason: String) async throws {
        let outcome = try await run("command = \(command)")

        #expect(outcome.findings.isEmpty)
        #expect(outcome.failures["lint"]?.contains(reason) == true, "\(outcome.failures)")
    }

    @Test func `nothing of a command is given to a shell`() async throws {
        _ = try await run("command = [\"echo\", \"$(touch ran)\", \"; touch ran\"]")

        #expect(project.read("ran") == nil)
    }

    @Test func `a tool that prints too much or takes too long is ended`() async throws {
        let loud = try await run("command = [\"yes\"]") { $0 = ExternalRuns(root: $0.root, limit: 1 << 20) }
        #expect(loud.failures["lint"]?.contains("printed more than 1 MB") == true)

        let slow = try await run("command = [\"sleep\", \"600\"]") {
            $0 = ExternalRuns(root: $0.root, patience: .milliseconds(200))
        }
        #expect(slow.failures["lint"]?.contains("took longer than") == true)
    }

    @Test func `without the flag nothing runs, and the scan says so`() throws {
        try project.write(
            "paydown.toml", "[[rule]]\nid = \"lint\"\nkind = \"external\"\ncommand = [\"touch\", \"ran\"]\n")
        let program = TerminalProgram.built("paydown")
        let quiet = try CommandRun(program, ["scan", "--no-save", project.path], environment: ["HOME": project.path])
        #expect(quiet.ending == .exited(0))
        #expect(
            quiet.output.contains("rule 'lint': its tool was not run; 'paydown scan --run-external' runs: touch ran"))
        #expect(project.read("ran") == nil)

        let asked = try CommandRun(
            program, ["scan", "--no-save", "--run-external", project.path], environment: ["HOME": project.path])
        #expect(asked.ending == .exited(1))
        #expect(project.read("ran") == "")
    }

    /// Does blocking work on a thread that no task needs.
    private func offPool<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: work()) }
        }
    }
}
