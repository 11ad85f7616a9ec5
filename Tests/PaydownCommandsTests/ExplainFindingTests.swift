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

    @Test func `beside a finding the dashboard says who brought it, and who ended it`() throws {
        try project.write("src/d.py", "import app.old.other\n")
        try state(day: 7, "Once more")
        func screen(_ keys: String) throws -> String {
            try paydown("render", "--root", project.path, "--size", "120x36", "--keys", keys).output
        }

        let now = try screen("1jl")
        let fixed = try screen("[1d")

        #expect(now.contains("by     Ada, Sun 7 Sep"))
        #expect(now.contains(" Once more"))
        #expect(fixed.contains("fixed  after Thu 4 Sep"))
        #expect(fixed.contains("by     Ada, Sat 6 Sep"))
        #expect(fixed.contains(" Pay it down"))
    }

    @Test func `who brought what the oldest snapshot has is found in what led to its commit`() throws {
        let fresh = try TemporaryDirectory()
        let clone = try CommandRun("git", ["clone", "-q", project.path, fresh.path + "/clone"])
        #expect(clone.ending == .exited(0))
        let root = fresh.path + "/clone"
        #expect(try paydown("scan", "--commit", "HEAD~2", root).ending == .exited(0))

        let run = try paydown("render", "--root", root, "--size", "120x36", "--keys", "1jl")

        #expect(run.output.contains("by     Ada, Tue 2 Sep"))
        #expect(run.output.contains(" Fetch"))
    }

    @Test func `what git cannot tell is said in plain words`() throws {
        let fresh = try TemporaryDirectory()
        let root = fresh.path + "/clone"
        let clone = try CommandRun("git", ["clone", "-q", "--depth", "1", "file://" + project.path, root])
        #expect(clone.ending == .exited(0))
        try fresh.write("clone/src/e.py", "import app.old.other\n")
        #expect(try paydown("scan", root).ending == .exited(0))
        let dirty = try paydown("render", "--root", root, "--size", "120x36", "--keys", "1jl").output

        #expect(dirty.contains("by     not known: not committed yet when the snapshot was"))
    }

    @Test func `the oldest findings and those that came back most often are listed, for people and programs`() throws {
        try project.write("src/b.py", "x = 2\n\n\n" + Self.finding)
        try project.write("src/d.py", "import app.old.other\n")
        try state(day: 7, "Once more")
        func list(_ arguments: String...) throws -> CommandRun {
            try CommandRun(
                Self.program, ["history", "findings", "--root", project.path] + arguments,
                environment: ["HOME": project.path])
        }

        let oldest = try list().output.split(separator: "\n").map(String.init)
        let returned = try list("--sort", "returned").output.split(separator: "\n").map(String.init)
        let json = try list("--limit", "1", "--format", "json")

        #expect(oldest.count == 3 && oldest[0].hasPrefix("id"))
        #expect(oldest[1].contains("  4  2025-09-03  1x, last 2025-09-07  old   src/b.py:5  "))
        #expect(oldest[2].contains("  0  2025-09-07  ") && oldest[2].contains("src/d.py:1"))
        #expect(returned.count == 2 && returned[1] == oldest[1])
        let items = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(items.count == 1 && items[0]["returned"] as? Int == 1 && items[0]["days"] as? Int == 4)
        #expect(items[0]["orEarlier"] as? Bool == false && items[0]["lastReturned"] as? String == "2025-09-07")
        #expect(try list("--rule", "none").output == "no findings\n")
    }

    @Test func `an id that no snapshot knows is said`() throws {
        let run = try paydown("explain", "--root", project.path, "0123456789.1")
        #expect(run.ending == .exited(2) && run.output.isEmpty)
    }
}
