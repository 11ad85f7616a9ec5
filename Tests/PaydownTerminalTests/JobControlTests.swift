import Glibc
import PaydownScreen
import PaydownTestSupport
import Testing

/// The probe as a job of a shell, which stops and continues it, and programs that get the terminal from it.
@Suite struct JobControlTests {
    /// A shell with job control runs the probe, says when it is stopped, waits for a line, and continues it.
    private static let script = """
        set -m
        "$PROBE"
        echo "stopped with $?"
        read answer
        fg > /dev/null
        echo "ended with $?"
        """

    private func shell(_ variables: [String: String] = [:]) throws -> ProbeProgram {
        try ProbeProgram(shell: Self.script, variables)
    }

    @Test(arguments: ["key", "signal"])
    func `the program stops, the shell has its terminal, and it comes back painted`(way: String) throws {
        let job = try shell()
        job.terminal.type("Mx")
        try job.terminal.waitForText("key x")
        if way == "key" {
            job.terminal.type("\u{1A}")
        } else {
            kill(try #require(job.foreground), SIGTSTP)
        }
        try job.terminal.waitForText("stopped with")
        #expect(job.isRestored)

        job.terminal.type("go\r")
        try job.terminal.waitForText("continued")

        #expect(job.terminal.emulator.contains("key x"))
        #expect(!job.terminal.isCooked && job.terminal.emulator.isAlternateScreen && job.terminal.emulator.hasMouse)
        job.terminal.type("q")
        try job.terminal.waitForText("ended with 0")
        #expect(job.isRestored)
    }

    @Test func `a stop that cannot be refused is repaired when it is continued`() throws {
        let job = try shell()
        job.terminal.type("x")
        try job.terminal.waitForText("key x")
        kill(try #require(job.foreground), SIGSTOP)
        // The terminal is as the program had it; the shell goes on on it.
        try job.terminal.wait(for: "the shell") { job.terminal.hasWritten("stopped with") }
        let start = job.terminal.output.count

        job.terminal.type("go\r\n")
        try job.terminal.wait(for: "a new picture") { job.terminal.hasWritten("\u{1B}[2J", since: start) }
        try job.terminal.waitForText("key x")

        #expect(!job.terminal.isCooked)
        #expect(!job.terminal.emulator.contains("stopped with"))
        job.terminal.type("q")
        try job.terminal.wait(for: "the end") { job.terminal.hasWritten("ended with 0") }
    }

    @Test func `where no shell could continue it the program does not stop`() throws {
        let probe = try ProbeProgram()

        probe.terminal.type("\u{1A}")

        try probe.terminal.waitForText("continued")
        #expect(probe.terminal.emulator.isAlternateScreen && !probe.terminal.isCooked)
    }

    @Test func `another program gets the terminal as the shell had it, and gives it back`() throws {
        let directory = try TemporaryDirectory()
        let editor = try directory.write(
            "editor", "#!/bin/sh\nstty -a > '\(directory.path)/modes'\necho editing $1\nread line\nexit 3\n",
            isExecutable: true)
        let probe = try ProbeProgram(["PROBE_EDITOR": "\(editor) file.py"])
        probe.terminal.type("ME")
        try probe.terminal.waitForText("editing file.py")
        #expect(!probe.terminal.emulator.isAlternateScreen && !probe.terminal.emulator.hasMouse)

        probe.terminal.type("done\r")
        try probe.terminal.waitForText("editor exited(3)")

        #expect(!probe.terminal.isCooked && probe.terminal.emulator.isAlternateScreen)
        #expect(probe.terminal.emulator.hasMouse)
        #expect(!probe.terminal.emulator.contains("editing"))
        let modes = try #require(directory.read("modes"))
        #expect(modes.contains(" icanon") && modes.contains(" echo ") && modes.contains("isig "))
    }

    @Test func `the window may change its size under another program`() throws {
        let directory = try TemporaryDirectory()
        let editor = try directory.write("editor", "#!/bin/sh\necho editing\nread line\n", isExecutable: true)
        let probe = try ProbeProgram(["PROBE_EDITOR": editor])
        probe.terminal.type("E")
        try probe.terminal.waitForText("editing")

        probe.terminal.resize(to: Size(width: 100, height: 30))
        probe.terminal.type("\r")

        try probe.terminal.waitForText("probe 100x30")
        try probe.terminal.waitForText("editor exited(0)")
    }

    @Test func `an interrupt in another program is its own affair`() throws {
        let directory = try TemporaryDirectory()
        let editor = try directory.write("editor", "#!/bin/sh\necho editing\nexec sleep 1000\n", isExecutable: true)
        let probe = try ProbeProgram(["PROBE_EDITOR": editor])
        probe.terminal.type("E")
        try probe.terminal.waitForText("editing")

        probe.terminal.type("\u{3}")

        try probe.terminal.waitForText("editor killed(signal: 2)")
        probe.terminal.type("x")
        try probe.terminal.waitForText("key x")
    }

    @Test func `a stop in another program stops both, and both continue`() throws {
        let directory = try TemporaryDirectory()
        let editor = try directory.write(
            "editor", "#!/bin/sh\necho editing\nread line\necho got $line\nread line\n", isExecutable: true)
        let job = try shell(["PROBE_EDITOR": editor])
        job.terminal.type("E")
        try job.terminal.waitForText("editing")

        job.terminal.type("\u{1A}")
        try job.terminal.waitForText("stopped with")
        job.terminal.type("go\r")
        try job.terminal.wait(for: "the editor in front") { job.foreground != job.program.process }
        job.terminal.type("text\r")
        try job.terminal.waitForText("got text")
        job.terminal.type("\r")

        try job.terminal.waitForText("editor exited(0)")
        job.terminal.type("q")
        try job.terminal.waitForText("ended with 0")
    }

    @Test func `a program that is not there is an outcome, not a crash`() throws {
        let probe = try ProbeProgram(["PROBE_EDITOR": "no-such-editor"])

        probe.terminal.type("E")

        try probe.terminal.waitForText("editor notStarted(code: 2)")
    }
}

extension ProbeProgram {
    /// A shell in the terminal that runs `$PROBE`.
    fileprivate init(shell script: String, _ variables: [String: String]) throws {
        terminal = try PseudoTerminal(size: Size(width: 80, height: 24))
        var environment = Self.environment(variables)
        environment["PROBE"] = Self.path
        program = try TerminalProgram("bash", ["-c", script], environment: environment, in: terminal)
        try terminal.waitForText("probe 80x24")
    }

    /// The process group that the terminal belongs to now; its leader has the same number.
    fileprivate var foreground: pid_t? { terminal.foreground }
}
