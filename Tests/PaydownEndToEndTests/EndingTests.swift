import Glibc
import PaydownScreen
import PaydownTestSupport
import Testing

/// Every way out and every way back leaves the terminal as it was.
@Suite struct EndingTests {
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func `a signal ends the program by that signal, with the terminal given back`(number: Int32) throws {
        let paydown = try PaydownProgram()
        try paydown.openImports()

        paydown.program.kill(number)

        #expect(try paydown.program.waitForEnd() == .killed(signal: number))
        #expect(paydown.isRestored)
    }

    @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE])
    func `a crash gives the terminal back`(number: Int32) throws {
        let paydown = try PaydownProgram()

        paydown.program.kill(number)

        #expect(try paydown.program.waitForEnd() == .killed(signal: number))
        #expect(paydown.isRestored)
    }

    @Test func `it stops for a shell and comes back where it was`() throws {
        let terminal = try PseudoTerminal(size: Size(width: 100, height: 30))
        let home = try TemporaryDirectory()
        let script = """
            set -m
            "$0" "$@"
            echo "stopped with $?"
            read answer
            fg > /dev/null
            echo "ended with $?"
            """
        let shell = try TerminalProgram(
            "bash", ["-c", script, PaydownProgram.path] + PaydownProgram.samples,
            environment: PaydownProgram.environment(home), in: terminal)
        try terminal.waitForText("? help")
        terminal.type("1j")
        try terminal.waitForText("FINDINGS")

        terminal.type("\u{1A}")
        try terminal.waitForText("stopped with")
        #expect(terminal.isCooked && !terminal.emulator.isAlternateScreen && !terminal.emulator.hasMouse)
        terminal.type("go\r")

        try terminal.waitForText("FINDINGS")
        #expect(!terminal.isCooked && terminal.emulator.hasMouse)
        terminal.type("q")
        try terminal.waitForText("ended with 0")
        #expect(terminal.isCooked)
        #expect(try shell.waitForEnd() == .exited(0))
    }

    @Test func `an editor gets the place and the terminal, and the list is as it was`() throws {
        let directory = try TemporaryDirectory()
        let editor = try directory.write(
            "editor", "#!/bin/sh\necho \"$@\" > '\(directory.path)/arguments'\necho editing now\nread line\n",
            isExecutable: true)
        let paydown = try PaydownProgram(PaydownProgram.samples, ["EDITOR": editor, "VISUAL": ""])
        try paydown.openImports()
        paydown.terminal.type("j")
        try paydown.terminal.waitForText("routes/websocket.py:4")
        try paydown.type("e", until: "editing now")
        #expect(paydown.terminal.isCooked && !paydown.terminal.emulator.isAlternateScreen)

        paydown.terminal.type("\r")

        try paydown.terminal.waitForText("FINDINGS")
        let arguments = try #require(directory.read("arguments"))
        #expect(
            arguments.hasPrefix("+4 ") && arguments.hasSuffix("SampleData/python/courier/app/routes/websocket.py\n"))
        #expect(!paydown.terminal.isCooked && paydown.terminal.emulator.hasMouse)
        #expect(!paydown.terminal.emulator.contains("editing now"))
        paydown.terminal.type("q")
        #expect(try paydown.program.waitForEnd() == .exited(0))
    }
}
