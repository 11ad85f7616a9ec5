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

    @Test func `what is no file is told, and nothing waits for it`() throws {
        #expect(try CommandRun("mkfifo", [folder.path + "/pipe.json"]).ending == .exited(0))
        for path in [folder.path + "/pipe.json", "/dev/zero", "/dev/null"] {
            let run = try browse(path)
            #expect(run.ending == .exited(2))
            #expect(run.output == "paydown: \(path): is neither a file nor a folder; name a .json or .json.gz file\n")
        }
        let empty = try browse("")
        #expect(empty.ending == .exited(2))
        #expect(empty.output == "paydown: '': an empty name is no file or folder; name one\n")
    }

    @Test func `a link that leads to itself is told, beside a good snapshot too`() throws {
        let path = folder.path + "/loop.json"
        #expect(symlink("loop.json", path) == 0)
        let run = try browse(path)
        #expect(run.ending == .exited(2))
        #expect(
            run.output
                == "paydown: \(path): is a link that leads back to itself; point it at a snapshot file, or delete it\n")
        try folder.write("good.json", BadInput.good())
        #expect(try browse(folder.path).ending == .exited(0))
    }

    @Test func `a name cannot steer the terminal or begin a line of its own`() throws {
        let path = folder.path + "/a\u{1b}[31m\npaydown: all is well.json"
        try #require(FileBytes.write(Array("hello".utf8), to: path))
        let run = try browse(path)
        #expect(run.ending == .exited(2))
        #expect(run.output.hasSuffix("\n") && run.output.dropLast().allSatisfy { !$0.isNewline }, "\(run.output)")
        #expect(!run.output.contains("\u{1b}"))
        #expect(run.output.contains("a?[31m?paydown: all is well.json:1:1: found 'h'"))
    }

    @Test(arguments: [
        ("zero.json.gz", "", "is empty"),
        ("early.json.gz", "import gzip; data = gzip.compress(text)[:-9]", "the gzip data is broken: it ends early"),
        ("noise.json.gz", "data = bytes([31, 139, 8, 0]) + b'noise' * 9", "the gzip data is broken"),
        (
            "endless.json.gz", "import gzip; data = gzip.compress(text.replace(b'shop', b'a' * 200000000))",
            "is longer than"
        ),
        ("list.json", "data = b'[1, 2]'", "not a paydown snapshot: found an array"),
        ("wide.json", "data = text.decode().encode('utf-16')", "is written in UTF-16"),
        ("huge.json", "data = text.replace(b': 3', b': 1e400')", "is the number 1e400, expected a whole number"),
        ("deep.json", "data = b'[' * 5000000", "nested more than 64 levels deep"),
        ("twice.json", "data = text + text", "expected the end of the file"),
        ("null.json", "data = text.replace(b'a.py', b'a' + bytes(1))", "found byte 0x00 inside a string"),
        ("half.json", "data = text.replace(b'\"s\"', b'\"' + bytes([92]) + b'ud800\"')", "surrogate pair"),
    ])
    func `odd files are told in one line`(name: String, made: String, reason: String) throws {
        let path = try folder.write(name, BadInput.good())
        let script =
            "import sys; text = open(sys.argv[1], 'rb').read(); data = b''\n\(made)\n"
            + "open(sys.argv[1], 'wb').write(data)"
        try #require(try CommandRun("python3", ["-c", script, path]).ending == .exited(0))
        let run = try browse(path)
        #expect(run.ending == .exited(2))
        #expect(run.output.hasPrefix("paydown: \(path):") && run.output.contains(reason), "\(run.output)")
        #expect(run.output.filter(\.isNewline).count == 1)
    }

    @Test(arguments: ["bom.json", "packed.json", "plain.json.gz"])
    func `a mark at the beginning and an odd ending of the name harm nothing`(name: String) throws {
        let path = folder.path + "/" + name
        try folder.write(name, (name == "bom.json" ? "\u{feff}" : "") + BadInput.good())
        if name == "packed.json" {
            #expect(
                try CommandRun("sh", ["-c", "gzip -c \"$0\" > \"$0.x\" && mv \"$0.x\" \"$0\"", path]).ending
                    == .exited(0))
        }
        let run = try browse(path)
        #expect(run.ending == .exited(0) && run.output.isEmpty, "\(run.output)")
    }

    @Test func `a snapshot that is deleted while it is shown stays, and is not asked for again`() throws {
        let path = try folder.write("good.json", BadInput.good())
        let paydown = try PaydownProgram([path])
        try paydown.terminal.waitForText("1 Nov")
        #expect(unlink(path) == 0)
        try paydown.type("1", until: "a.py:3")
        paydown.terminal.type("q")
        #expect(try paydown.program.waitForEnd() == .exited(0))
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
