import Foundation
import PaydownTestSupport
import Testing

/// `paydown explain FINGERPRINT` from outside: a life in five commits, scanned one after the other.
struct ExplainFindingTests {
    private static let program = TerminalProgram.built("paydown")
    private let project: TemporaryDirectory

    private static let finding = "def run():\n    import app.old.client\n    return app.old.client.get()\n"

    init() throws {
        project = try TemporaryDirectory()
        try project.write(
            "paydown.toml",
            "[[rule]]\nid = \"old\"\nkind = \"import\"\ncheck = \"imports\"\nmodule.starts-with = [\"app.old\"]\n")
        try git(day: 1, "init", "-q", "-b", "main")
        try project.write("src/a.py", "x = 1\n")
        try state(day: 1, "Begin")
        try project.write("src/a.py", "x = 1\n\n\n" + Self.finding)
        try commit(day: 2, "Fetch")
        try project.write("src/c.py", "y = 1\n")
        try state(day: 3, "More")
        try project.write("src/a.py", "x = 1\n")
        try project.write("src/b.py", Self.finding)
        try state(day: 4, "Move the fetching")
        try project.write("src/b.py", "x = 2\n")
        try state(day: 6, "Pay it down")
    }

    private func git(day: Int, _ arguments: String...) throws {
        let moment = "2025-09-0\(day)T12:00:00+00:00"
        let run = try CommandRun(
            "git", ["-C", project.path, "-c", "user.name=Ada", "-c", "user.email=a@example.org"] + arguments,
            environment: [
                "HOME": project.path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_DATE": moment,
                "GIT_COMMITTER_DATE": moment,
            ])
        #expect(run.ending == .exited(0))
    }

    private func commit(day: Int, _ subject: String) throws {
        try git(day: day, "add", "-A", ".")
        try git(day: day, "commit", "-q", "-m", subject)
    }

    /// Commits, and keeps a snapshot of the commit.
    private func state(day: Int, _ subject: String) throws {
        try commit(day: day, subject)
        #expect(try paydown("scan", "--commit", "HEAD", project.path).ending == .exited(0))
    }

    private func paydown(_ arguments: String...) throws -> CommandRun {
        try CommandRun(Self.program, arguments, environment: ["HOME": project.path])
    }

    private func fingerprint() throws -> String {
        let run = try paydown("diff", "--root", project.path, "HEAD~2", "HEAD", "--format", "json")
        let value = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let findings = try #require(value["findings"] as? [[String: Any]])
        return try #require(findings.first?["fingerprint"] as? String)
    }

    @Test func `a finding's life is told with its commits and their author`() throws {
        let fingerprint = try fingerprint()
        let run = try paydown("explain", "--root", project.path, fingerprint)

        #expect(run.ending == .exited(0))
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "\(fingerprint)  old")
        #expect(lines.contains { $0.hasPrefix("  2025-09-03  ") && $0.hasSuffix("came in src/a.py:5") })
        #expect(lines.contains { $0.contains("by Ada in ") && $0.hasSuffix("2025-09-02: Fetch") })
        #expect(lines.contains { $0.contains("moved from src/a.py:5 to src/b.py:2 (stage 4: ") })
        #expect(lines.contains { $0.hasPrefix("  2025-09-06  ") && $0.hasSuffix("fixed; it was in src/b.py:2") })
        #expect(lines.contains { $0.contains("by Ada in ") && $0.hasSuffix("2025-09-06: Pay it down") })
        #expect(lines.last == "  It lasted 3 days.")
    }

    @Test func `the beginning of its id is enough, and programs get the same`() throws {
        let run = try paydown(
            "explain", "--root", project.path, String(try fingerprint().prefix(7)), "--format", "json")

        #expect(run.ending == .exited(0))
        let value = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let events = try #require(value["events"] as? [[String: Any]])
        #expect(events.map { $0["event"] as? String } == ["born", "moved", "fixed"])
        #expect(events[1]["fromPath"] as? String == "src/a.py" && events[1]["stage"] as? Int == 4)
        #expect(value["present"] as? Bool == false && value["days"] as? Int == 3)
    }

    @Test func `what was fixed and is there again has returned, whatever the last snapshot says`() throws {
        try project.write("src/b.py", "x = 2\n\n\n" + Self.finding)
        try project.write("src/d.py", "import app.old.other\n")

        let run = try paydown("diff", "--root", project.path, "--exit-code")

        #expect(run.ending == .exited(1))
        #expect(run.output.contains("\nnew (1)\n  src/d.py:1  old  "))
        #expect(run.output.contains("\nreturned (1)\n  src/b.py:5  old  "))
    }

    @Test func `an id that no snapshot knows is said`() throws {
        let run = try paydown("explain", "--root", project.path, "0123456789.1")
        #expect(run.ending == .exited(2) && run.output.isEmpty)
    }
}
