import Glibc
import PaydownTestSupport
import Testing

/// Each way in which what is to be opened can be wrong: the message, the exit status, and the good beside it.
@Suite struct BadInputTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    /// What the program says on standard error, and how it ends.
    private func browse(_ path: String) throws -> CommandRun {
        try CommandRun(
            "sh", ["-c", "exec \"$0\" \"$@\" 2>&1 >/dev/null", PaydownProgram.path, "browse", "--plain", path],
            environment: PaydownProgram.environment(folder))
    }

    @Test(arguments: BadInput.all)
    func `a broken file is told with its place and a way out, and is status 2`(input: BadInput) throws {
        let path = folder.path + "/broken.json"
        try #require(FileBytes.write(input.text, to: path))

        let run = try browse(path)

        #expect(run.ending == .exited(2))
        #expect(run.output.hasPrefix("paydown: \(path)\(input.place)"), "\(run.output)")
        #expect(run.output.contains(input.reason) && run.output.contains(input.wayOut), "\(run.output)")
    }

    @Test(arguments: BadInput.all.filter { $0.name != "another JSON" })
    func `beside it a good one opens, and both are said`(input: BadInput) throws {
        try #require(FileBytes.write(input.text, to: folder.path + "/broken.json"))
        try folder.write("good.json", BadInput.good())

        let run = try browse(folder.path)
        #expect(run.ending == .exited(0))
        #expect(run.output.contains("broken.json\(input.place)") && run.output.contains(input.reason), "\(run.output)")

        let paydown = try PaydownProgram([folder.path])
        try paydown.terminal.waitForText("1 Nov")
        try paydown.type("!", until: "Problems and coverage")
        try paydown.terminal.waitForText("broken.json")
    }

    @Test func `a file that is missing is told with a way out`() throws {
        let run = try browse(folder.path + "/none.json")
        #expect(run.ending == .exited(2))
        #expect(run.output.contains("/none.json: no such file or folder; check the path"))
    }

    @Test func `a folder without snapshots says so and what to do`() throws {
        try folder.write("package.json", "{}")
        let run = try browse(folder.path)
        #expect(run.ending == .exited(2))
        #expect(run.output.contains("\(folder.path): holds no snapshots"))
        #expect(run.output.contains("paydown scan"))
    }

    @Test func `snapshots of one moment are both there`() throws {
        try folder.write("a.json", BadInput.good())
        try folder.write("b.json", BadInput.good(findings: ""))
        let run = try browse(folder.path)
        #expect(run.ending == .exited(0))
        #expect(run.output.isEmpty)
        let plain = try CommandRun(
            PaydownProgram.path, ["render", "--keys", "[", folder.path],
            environment: PaydownProgram.environment(folder))
        #expect(plain.output.contains("snapshot 1 of 2"))
    }

    @Test func `a million findings open`() throws {
        let path = folder.path + "/many.json"
        let script = """
            import sys
            head, tail = sys.argv[2].split("@")
            row = '{"rule": "r", "path": "lib/f%d.py", "symbol": "s%d", "line": %d}'
            with open(sys.argv[1], "w") as file:
                file.write(head)
                file.write(",\\n".join(row % (n % 9973, n % 997, n % 5000 + 1) for n in range(1000000)))
                file.write(tail)
            """
        let made = try CommandRun("python3", ["-c", script, path, BadInput.good(findings: "@")])
        #expect(made.ending == .exited(0))

        let paydown = try PaydownProgram([path])
        try paydown.type("1", until: "1 000 000")
        paydown.terminal.type("jq")
        #expect(try paydown.program.waitForEnd() == .exited(0))
    }

    // MARK: Permission

    /// Whoever runs the tests may be allowed everything, so the program runs as nobody.
    private func asNobody(_ arguments: [String]) throws -> CommandRun {
        let command: [String]
        if getuid() == 0 {
            // Where the build lies nobody may not be let in.
            let copy = folder.path + "/paydown"
            #expect(try CommandRun("cp", [PaydownProgram.path, copy]).ending == .exited(0))
            chmod(folder.path, 0o755)
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", copy] + arguments
        } else {
            command = [PaydownProgram.path] + arguments
        }
        return try CommandRun(
            "sh", ["-c", "exec \"$@\" 2>&1 >/dev/null", "sh"] + command,
            environment: PaydownProgram.environment(folder))
    }

    @Test func `a file that may not be read is told with a way out`() throws {
        let path = try folder.write("secret.json", BadInput.good())
        chmod(path, 0)
        let run = try asNobody(["browse", "--plain", path])
        #expect(run.ending == .exited(2))
        #expect(
            run.output == "paydown: \(path): no permission to read it; allow it with 'chmod u+r' or run as its owner\n")
    }

    @Test func `a folder that may not be read is told, and so is a file behind one`() throws {
        let path = try folder.write("inner/one.json", BadInput.good())
        chmod(folder.path + "/inner", 0)
        defer { chmod(folder.path + "/inner", 0o755) }
        for place in [folder.path + "/inner", path] {
            let run = try asNobody(["browse", "--plain", place])
            #expect(run.ending == .exited(2))
            #expect(run.output.contains("\(place): no permission to read it"), "\(run.output)")
        }
    }

    @Test func `a good snapshot beside one that may not be read opens`() throws {
        try folder.write("good.json", BadInput.good())
        chmod(try folder.write("secret.json", BadInput.good(day: 2)), 0)
        let run = try asNobody(["browse", "--plain", folder.path])
        #expect(run.ending == .exited(0))
        #expect(run.output.contains("secret.json: no permission to read it"))
    }

    @Test func `a folder that may not be written in leaves the old snapshot and says so`() throws {
        try folder.write("project/paydown.toml", WritingTests.project)
        let kept = try folder.write("project/out/now.json", "old")
        chmod(folder.path + "/project/out", 0o555)
        chmod(kept, 0o444)
        let run = try asNobody(["scan", "--no-save", "--no-cache", "-o", kept, folder.path + "/project"])
        #expect(run.ending == .exited(2))
        #expect(run.output.contains("\(kept): ") && run.output.contains("permission denied"), "\(run.output)")
        #expect(folder.read("project/out/now.json") == "old")
    }
}
