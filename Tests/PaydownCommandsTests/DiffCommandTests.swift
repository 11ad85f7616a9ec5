import Foundation
import PaydownTestSupport
import Testing

/// `paydown diff` from outside, on a repository made for it.
struct DiffCommandTests {
    private static let program = TerminalProgram.built("paydown")
    private static let rules = """
        [[rule]]
        id = "old"
        kind = "import"
        check = "imports"
        module.starts-with = ["app.old"]
        """
    private let project: TemporaryDirectory

    init() throws {
        project = try TemporaryDirectory()
        try project.write("paydown.toml", Self.rules)
        try project.write("src/a.py", "import app.old.first\n\n\ndef run():\n    import app.old.second\n")
        try project.write("src/b.py", "import app.old.third\n" + (0..<9).map { "x\($0) = \($0)\n" }.joined())
        try git("init", "-q", "-b", "main")
        try commit("first")
        try git("mv", "src/b.py", "src/renamed.py")
        try project.write("src/a.py", "# more\nimport app.old.first\nimport app.old.fourth\n")
        try commit("second")
    }

    private func git(_ arguments: String...) throws {
        let run = try CommandRun(
            "git", ["-C", project.path, "-c", "user.name=Ada", "-c", "user.email=a@example.org"] + arguments,
            environment: ["HOME": project.path, "GIT_CONFIG_NOSYSTEM": "1"])
        #expect(run.ending == .exited(0))
    }

    private func commit(_ subject: String) throws {
        try git("add", "-A")
        try git("commit", "-q", "-m", subject)
    }

    private func diff(_ arguments: String...) throws -> CommandRun {
        try CommandRun(
            Self.program, ["diff", "--root", project.path] + arguments, environment: ["HOME": project.path])
    }

    /// The line of the table that begins so, as words.
    private func row(_ name: String, _ run: CommandRun) -> [Substring] {
        run.output.split(separator: "\n").first { $0.hasPrefix(name) }?.split(separator: " ") ?? []
    }

    @Test func `two commits are compared with what git knows of renames`() throws {
        let run = try diff("HEAD~1", "HEAD")
        #expect(run.ending == .exited(0))
        #expect(row(" ", run) == ["new", "fixed", "moved", "unchanged"])
        #expect(row("all", run) == ["all", "1", "1", "1", "1"])
        #expect(run.output.contains("  src/a.py:3  old  "))
        #expect(run.output.contains("(was src/b.py:1)"))
    }

    @Test func `the files that are there are the newer side, and the status says whether there is something new`()
        throws
    {
        #expect(try diff("HEAD", "--exit-code").ending == .exited(0))
        try project.write("src/new.py", "import app.old.fifth\n")

        let run = try diff("HEAD", "--exit-code", "--state", "new")

        #expect(run.ending == .exited(1))
        #expect(run.output.contains("new (1)\n  src/new.py:1  old  "))
        #expect(try diff("HEAD").ending == .exited(0))
    }

    @Test func `without a side, what was kept last is the older one`() throws {
        #expect(try diff().ending == .exited(2))
        let scan = try CommandRun(Self.program, ["scan", project.path], environment: ["HOME": project.path])
        #expect(scan.ending == .exited(0))
        try project.write("src/a.py", "import app.old.fourth\n")

        let run = try diff()

        #expect(row("all", run) == ["all", "0", "1", "2"])
        #expect(try diff("2999-12-31").output.contains("fixed (1)"))
        #expect(try diff("1999-12-31").ending == .exited(2))
    }

    @Test func `snapshot files of commits in the repository are compared as their commits are`() throws {
        for (name, commit) in [("old.json", "HEAD~1"), ("new.json.gz", "HEAD")] {
            let scan = try CommandRun(
                Self.program, ["scan", "--commit", commit, "--no-save", "-o", project.path + "/" + name, project.path],
                environment: ["HOME": project.path])
            #expect(scan.ending == .exited(0))
        }
        let files = try diff(project.path + "/old.json", project.path + "/new.json.gz", "--format", "json")
        let commits = try diff("HEAD~1", "HEAD", "--format", "json")

        #expect(files.ending == .exited(0))
        #expect(files.output == commits.output)
        let value = try #require(
            try JSONSerialization.jsonObject(with: Data(files.output.utf8)) as? [String: Any])
        #expect((value["counts"] as? [String: Int])?["moved"] == 1)
        #expect((value["findings"] as? [[String: Any]])?.count == 3)
    }

    @Test func `a rule alone is asked about, and one that nobody knows is refused`() throws {
        #expect(try diff("HEAD~1", "HEAD", "--rule", "old").ending == .exited(0))
        #expect(try diff("HEAD~1", "HEAD", "--rule", "odl").ending == .exited(2))
        #expect(try diff("HEAD~1", "HEAD", "--state", "newer").ending == .exited(64))
        #expect(try diff("HEAD~1", "HEAD", "--limit", "-1").ending == .exited(64))
    }

    @Test(arguments: ["no-such-thing", "missing.json", "HEAD~9", "--", "missing/"])
    func `what cannot be compared is said, with the status 2`(name: String) throws {
        let run = try diff(name == "--" ? "" : name, "HEAD")
        #expect(run.ending == .exited(2))
        #expect(run.output.isEmpty)
    }

    @Test func `other rules and files out of sight are said before any number`() throws {
        let scan = try CommandRun(
            Self.program, ["scan", "--no-save", "-o", project.path + "/old.json", project.path],
            environment: ["HOME": project.path])
        #expect(scan.ending == .exited(0))
        try project.write("paydown.toml", Self.rules.replacing("\"old\"", with: "\"other\""))
        try project.write("src/a.py", "def (:\n")

        let run = try diff(project.path + "/old.json")

        #expect(run.ending == .exited(0))
        #expect(run.output.contains("note: rules that are new: other"))
        #expect(run.output.contains("note: rules that are checked no more: old"))
        #expect(run.output.contains("note: coverage fell from 100.0 % to 50.0 %"))
        #expect(run.output.contains("src/a.py is not parsed now: 2 findings"))
        #expect(row("all", run).first == "all" && !run.output.contains("fixed ("))

        // Two thirds, rounded down.
        try project.write("src/c.py", "")
        let more = try diff(project.path + "/old.json")
        #expect(more.output.contains("note: coverage fell from 100.0 % to 66.6 %"))
    }

    @Test func `with --who the commit and its author stand below a finding, of commits, files, days and the work tree`()
        throws
    {
        try project.write("src/c.py", "import app.old.third\n")
        try commit("third")
        try project.write("src/c.py", "x = 1\n")
        try commit("fourth")
        try project.write("src/a.py", "import app.old.first\n")

        let commits = try diff("HEAD~3", "HEAD~1", "--who")
        let one = try diff("HEAD~2", "HEAD", "--who", "--state", "new,fixed")
        let tree = try diff("HEAD~1", "--who")

        #expect(commits.ending == .exited(0))
        #expect(commits.output.contains("  src/a.py:3  old  "))
        #expect(commits.output.contains("\n    by Ada in ") && commits.output.contains(": second\n"))
        #expect(commits.output.contains(": third\n"))
        #expect(!one.output.contains("\n    by "))
        #expect(tree.output.contains(": fourth\n"))
        #expect(tree.output.contains("\n    not committed yet\n"))
        #expect(try !diff("HEAD~3", "HEAD~1").output.contains("\n    by "))
    }

    @Test func `with --who programs get commit, author, day and subject`() throws {
        let run = try diff("HEAD~1", "HEAD", "--who", "--format", "json")

        let value = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let findings = try #require(value["findings"] as? [[String: Any]])
        for finding in findings {
            let by = finding["by"] as? [String: Any]
            let isAsked = ["new", "fixed"].contains(finding["state"] as? String)
            #expect((by != nil) == isAsked && finding["byUnknown"] == nil)
            guard isAsked else { continue }
            #expect(by?["author"] as? String == "Ada" && by?["subject"] as? String == "second")
            #expect(by?["path"] as? String == "src/a.py")
            #expect((by?["commit"] as? String)?.count == 40)
        }
        #expect(findings.contains { $0["by"] != nil })
    }

    @Test func `with --who, what cannot be known is said once, and in every object for programs`() throws {
        for (name, findings) in [
            ("old.json", ""), ("new.json", #"{"rule":"old","path":"a.py","line":1,"symbol":"x"}"#),
        ] {
            try project.write(
                name,
                #"{"format":"paydown-snapshot","version":1,"project":{"name":"p"},"#
                    + #""takenAt":"2025-09-1\#(name.count)T12:00:00Z","checks":[],"rules":[{"id":"old"}],"findings":["#
                    + findings + "]}")
        }
        let files = [project.path + "/old.json", project.path + "/new.json"]

        let text = try diff(files[0], files[1], "--who")
        let json = try diff(files[0], files[1], "--who", "--format", "json")

        #expect(text.ending == .exited(0))
        #expect(text.output.contains("note: who did it is not known: a snapshot names no commit"))
        #expect(json.output.contains(#""byUnknown":"a snapshot names no commit""#))
        let bare = try TemporaryDirectory()
        let nobody = try CommandRun(
            Self.program, ["diff", "--root", bare.path, files[0], files[1], "--who"], environment: ["HOME": bare.path])
        #expect(nobody.ending == .exited(0))
        #expect(nobody.output.contains("note: who did it is not known: "))
    }

    @Test func `of a folder alone, where there is no project, the two newest are compared`() throws {
        let folder = try TemporaryDirectory()
        func write(_ name: String, day: Int, _ lines: [Int]) throws {
            let findings = lines.map { #"{"rule":"old","path":"a.py","line":\#($0),"symbol":"x\#($0)"}"# }
            try folder.write(
                name,
                #"{"format":"paydown-snapshot","version":1,"project":{"name":"p"},"takenAt":"2025-09-1\#(day)T12:00:00Z","#
                    + #""checks":[],"rules":[{"id":"old"}],"findings":[\#(findings.joined(separator: ","))]}"#)
        }
        func diff(_ arguments: String...) throws -> CommandRun {
            try CommandRun(
                Self.program, ["diff", "--root", folder.path] + arguments, environment: ["HOME": folder.path])
        }
        // By the time they were taken, not by name.
        try write("c.json", day: 1, [1, 2, 3])
        let one = try diff(folder.path)
        #expect(one.ending == .exited(2) && one.output.isEmpty)
        try write("a.json", day: 3, [1, 4])
        try write("b.json", day: 2, [1, 2])
        try folder.write("torn.json", #"{"format":"paydown-snapshot","#)

        for name in [folder.path, folder.path + "/"] {
            let run = try diff(name)
            #expect(run.ending == .exited(0))
            #expect(run.output.contains("b.json") && run.output.contains("a.json") && !run.output.contains("c.json"))
            #expect(row("all", run) == ["all", "1", "1", "1"])
        }
        #expect(try diff(folder.path, folder.path + "/c.json").ending == .exited(0))
        #expect(try diff("no-such-folder").ending == .exited(2))
    }

    @Test func `a rule that is defined anew is named, and the others compare`() throws {
        let second = "\n[[rule]]\nid = \"sys\"\nkind = \"import\"\ncheck = \"imports\"\nmodule.is = [\"sys\"]\n"
        try project.write("paydown.toml", Self.rules + second)
        let old = project.path + "/old.json"
        let scan = try CommandRun(
            Self.program, ["scan", "--no-save", "-o", old, project.path], environment: ["HOME": project.path])
        #expect(scan.ending == .exited(0))
        try project.write("paydown.toml", Self.rules + second.replacing("\"sys\"]", with: "\"sys\", \"os\"]"))

        let run = try diff(old)

        #expect(run.output.contains("note: defined anew, so its counts do not compare"))
        #expect(run.output.contains("progress): sys\n"))
        #expect(!run.output.contains("the rules of the two differ"))
    }

    @Test func `text of files cannot steer the terminal`() throws {
        try project.write("src/\u{1B}[31m.py", "import app.old.red\n")
        let run = try diff("HEAD")
        #expect(run.ending == .exited(0))
        #expect(!run.output.unicodeScalars.contains("\u{1B}"))
    }
}
