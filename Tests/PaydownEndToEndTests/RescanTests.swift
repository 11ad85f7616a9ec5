import PaydownScreen
import PaydownTestSupport
import Testing

/// A project that is scanned from the dashboard that shows it.
@Suite struct RescanTests {
    private let project: TemporaryDirectory
    private let home: TemporaryDirectory

    init() throws {
        project = try TemporaryDirectory()
        home = try TemporaryDirectory()
        try project.write(
            "paydown.toml",
            """
            [project]
            name = "shop"

            [[rule]]
            id = "old-import"
            kind = "import"
            check = "imports"
            title = "Old imports"
            module.starts-with = ["shop.core.old"]
            message = "imports {symbol}"
            """)
        for name in ["a", "b", "c"] { try project.write("shop/\(name).py", Self.use(name)) }
    }

    /// Each a statement of its own, so that none is taken for another.
    private static func use(_ name: String) -> String { "from shop.core.old import make_\(name)\n" }

    private func open(_ arguments: [String] = [], _ variables: [String: String] = [:]) throws -> PaydownProgram {
        try PaydownProgram(
            size: Size(width: 120, height: 36), arguments.isEmpty ? ["--root", project.path] : arguments,
            ["XDG_STATE_HOME": home.path].merging(variables) { $1 })
    }

    private func scan() throws {
        let run = try CommandRun(
            PaydownProgram.path, ["scan", project.path], environment: PaydownProgram.environment(home))
        #expect(run.ending == .exited(0))
    }

    @Test func `the first snapshot of a project is made with a key, and kept`() throws {
        let paydown = try open()
        try paydown.terminal.waitForText("r scans this project")
        paydown.terminal.type("r")
        try paydown.terminal.waitForText("scanned 3 files: 3 findings")
        paydown.terminal.type("q")
        #expect(try paydown.program.waitForEnd() == .exited(0))

        let kept = try CommandRun(
            PaydownProgram.path, ["browse", "--plain", "--root", project.path],
            environment: PaydownProgram.environment(home))
        #expect(kept.ending == .exited(0))
        #expect(kept.output.contains("shop, snapshot of"))
    }

    @Test func `a scan shows what was fixed, with the list where it was`() throws {
        try scan()
        let paydown = try open()
        try paydown.openImports()
        try paydown.type("jjj", until: "shop/c.py:1")
        try project.write("shop/a.py", "import this\n")

        paydown.terminal.type("r")

        try paydown.terminal.waitForText("1 fixed")
        try paydown.terminal.wait(for: "the same finding selected") {
            paydown.terminal.emulator.lines.contains { $0.contains("▌") && $0.contains("c.py:1") }
        }
        #expect(!paydown.terminal.emulator.contains("a.py:1"))
        paydown.terminal.type("q")
        #expect(try paydown.program.waitForEnd() == .exited(0))
    }

    @Test func `a change that is taken back at once is told both times`() throws {
        try scan()
        let before = try #require(project.read("shop/a.py"))
        let paydown = try open()
        try paydown.openImports()
        for _ in 0..<3 {
            try project.write("shop/a.py", "import this\n")
            paydown.terminal.type("r")
            try paydown.terminal.waitForText(": 1 fixed")
            try project.write("shop/a.py", before)
            paydown.terminal.type("r")
            try paydown.terminal.waitForText(": 1 new")
        }
        paydown.terminal.type("q")
        #expect(try paydown.program.waitForEnd() == .exited(0))
    }

    @Test func `while paused scans go on and wait, and then the newest is shown`() throws {
        try scan()
        let paydown = try open()
        try paydown.openImports()
        try paydown.type("jjj", until: "shop/c.py:1")
        try paydown.type("p", until: "paused")
        try project.write("shop/a.py", "import this\n")
        paydown.terminal.type("rk")
        try paydown.terminal.waitForText("paused, 1 waiting")
        #expect(paydown.terminal.emulator.contains("a.py:1"))
        try project.write("shop/b.py", "import this\n")
        paydown.terminal.type("R")
        try paydown.terminal.waitForText("paused, 2 waiting")
        paydown.terminal.type("j")
        #expect(paydown.terminal.emulator.contains("b.py:1"))

        paydown.terminal.type("p")

        try paydown.terminal.waitForText("2 fixed")
        #expect(!paydown.terminal.emulator.contains("a.py:1") && !paydown.terminal.emulator.contains("b.py:1"))
        try paydown.terminal.wait(for: "the same finding selected") {
            paydown.terminal.emulator.lines.contains { $0.contains("▌") && $0.contains("c.py:1") }
        }
        paydown.terminal.type("q")
        #expect(try paydown.program.waitForEnd() == .exited(0))
    }

    @Test func `a file that was edited is scanned on the way back`() throws {
        try scan()
        let editor = try home.write(
            "editor", "#!/bin/sh\nfor file; do :; done\necho 'import this' > \"$file\"\n", isExecutable: true)
        let paydown = try open([], ["EDITOR": editor, "VISUAL": ""])
        try paydown.openImports()
        try paydown.type("jj", until: "shop/b.py:1")

        paydown.terminal.type("e")

        try paydown.terminal.waitForText("fixed: shop.core.old")
        #expect(project.read("shop/b.py") == "import this\n")
        paydown.terminal.type("q")
        #expect(try paydown.program.waitForEnd() == .exited(0))
    }

    @Test func `snapshots that lie in a project are scanned with it, others are not`() throws {
        let file = project.path + "/snapshots/one.json"
        try project.write("snapshots/note.txt", "")
        let run = try CommandRun(
            PaydownProgram.path, ["scan", "-o", file, "--no-save", project.path],
            environment: PaydownProgram.environment(home))
        #expect(run.ending == .exited(0))
        let inside = try open([file])
        // What a scan is compared with has to be there.
        try inside.openImports()
        try inside.type("r", until: "nothing changed")

        let other = try TemporaryDirectory()
        let copy = try other.write("one.json", try #require(project.read("snapshots/one.json")))
        let outside = try open([copy])
        try outside.type("r", until: "no paydown.toml")
    }

    @Test func `a mistake in the project's file is told with its line, and the snapshot stays`() throws {
        try scan()
        let paydown = try open()
        try paydown.openImports()
        try project.write("paydown.toml", "[[rule]]\nid = \"old-import\"\nkind = \"inport\"\n")

        paydown.terminal.type("r")

        try paydown.terminal.waitForText("paydown.toml:3:")
        #expect(paydown.terminal.emulator.contains("shop.core.old"))
    }

    @Test func `leaving in the middle of a scan leaves at once, and nothing half written`() throws {
        try scan()
        for number in 0..<400 { try project.write("shop/many/f\(number).py", Self.use("\(number)")) }
        let paydown = try open()
        try paydown.openImports()

        paydown.terminal.type("Rq")

        #expect(try paydown.program.waitForEnd() == .exited(0))
        #expect(paydown.isRestored)
        let kept = try CommandRun(
            "find", [project.path + "/.paydown", "-name", ".*.tmp"], environment: [:])
        #expect(kept.output.isEmpty)
        let plain = try CommandRun(
            PaydownProgram.path, ["browse", "--plain", "--root", project.path],
            environment: PaydownProgram.environment(home))
        #expect(plain.ending == .exited(0))
    }
}
