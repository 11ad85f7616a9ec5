import Glibc
import PaydownScreen
import PaydownTestSupport
import Testing

/// A program of its own in a terminal of its own: what signals, crashes and other programs do to it.
@Suite struct ProgramTests {
    @Test func `quitting gives the terminal back`() throws {
        let probe = try ProbeProgram()
        #expect(!probe.terminal.isCooked && probe.terminal.emulator.isAlternateScreen)
        probe.terminal.type("Mq")

        #expect(try probe.program.waitForEnd() == .exited(0))
        #expect(probe.isRestored)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func `a signal that ends the program ends it by that signal, with the terminal given back`(
        number: Int32
    ) throws {
        let probe = try ProbeProgram()
        probe.terminal.type("M")
        try probe.terminal.waitForText("mouse on")

        probe.program.kill(number)

        #expect(try probe.program.waitForEnd() == .killed(signal: number))
        #expect(probe.isRestored)
    }

    @Test(arguments: [
        ("T", [SIGILL, SIGTRAP]), ("A", [SIGABRT]), ("O", [SIGSEGV]),
    ])
    func `a crash inside gives the terminal back and dies of its signal`(key: String, signals: [Int32]) throws {
        let probe = try ProbeProgram(["SWIFT_BACKTRACE": "enable=no"])
        probe.terminal.type("M" + key)

        let ending = try probe.program.waitForEnd()

        #expect(signals.contains { ending == .killed(signal: $0) })
        #expect(probe.isRestored)
    }

    @Test func `what Swift says before a trap is to be read after it`() throws {
        let probe = try ProbeProgram(["SWIFT_BACKTRACE": "enable=no"])
        probe.terminal.type("T")

        _ = try probe.program.waitForEnd()

        #expect(probe.isRestored)
        let afterwards = String(decoding: probe.terminal.output, as: UTF8.self).split(separator: "\u{1B}[?1049l").last
        #expect(afterwards?.contains("Fatal error: the probe was asked to trap") == true)
    }

    @Test(arguments: ["q", "^z", "E"])
    func `what is written to standard error comes after the frame and not into it`(leaving: String) throws {
        let probe = try ProbeProgram(["PROBE_EDITOR": "true"])
        try probe.terminal.waitForText("probe")
        let start = probe.terminal.output.count
        probe.terminal.type("Sx")
        try probe.terminal.waitForText("key x")
        #expect(!probe.terminal.hasWritten("stray words", since: start))

        probe.terminal.type(leaving == "^z" ? "\u{1A}" : leaving)

        try probe.terminal.wait(for: "the stray words") { probe.terminal.hasWritten("stray words", since: start) }
    }

    @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE])
    func `a crash signal from outside gives the terminal back`(number: Int32) throws {
        let probe = try ProbeProgram(["SWIFT_BACKTRACE": "enable=no"])
        probe.terminal.type("M")
        try probe.terminal.waitForText("mouse on")

        probe.program.kill(number)

        #expect(try probe.program.waitForEnd() == .killed(signal: number))
        #expect(probe.isRestored)
    }

    @Test func `a crash with Swift's backtracer on waits for no answer`() throws {
        let probe = try ProbeProgram(["SWIFT_BACKTRACE": "enable=yes"])
        probe.terminal.type("T")

        _ = try probe.program.waitForEnd()

        // Its question counts down from 30 seconds, each of them written.
        #expect(!probe.terminal.hasWritten("(29s)") && !probe.terminal.emulator.contains("Press space"))
        #expect(probe.isRestored)
    }

    @Test func `a resize reaches the program, and a storm of them ends in the last`() throws {
        let probe = try ProbeProgram()
        for width in 40...120 { probe.terminal.resize(to: Size(width: width, height: 30)) }

        try probe.terminal.waitForText("probe 120x30")
    }

    @Test func `output may go elsewhere while the terminal is drawn on`() throws {
        let directory = try TemporaryDirectory()
        let terminal = try PseudoTerminal()
        let program = try TerminalProgram(
            ProbeProgram.path, environment: ProbeProgram.environment(), in: terminal,
            standardOutput: directory.path + "/out")
        try terminal.waitForText("probe 80x24")
        terminal.type("q")

        #expect(try program.waitForEnd() == .exited(0))
        #expect(directory.read("out") == "")
    }

    @Test func `keys typed before the program has started are its first`() throws {
        let terminal = try PseudoTerminal()
        terminal.type("xyz\rw")
        let program = try TerminalProgram(
            ProbeProgram.path, environment: ProbeProgram.environment(), in: terminal)
        try terminal.waitForText("key w")

        #expect(terminal.emulator.lines[1...5] == ["key x", "key y", "key z", "key enter", "key w"])
        terminal.type("q")
        #expect(try program.waitForEnd() == .exited(0))
    }

    @Test func `an idle program sends nothing and does not wake`() throws {
        let probe = try ProbeProgram()
        probe.terminal.type("x")
        try probe.terminal.waitForText("key x")
        let process = probe.program.process
        try probe.terminal.wait(for: "sleep") { TerminalProgram.state(of: process) == "S" }
        let (sent, switches) = (probe.terminal.output.count, TerminalProgram.wakes(of: process))

        // Not a limit on time: a longer rest could only show more.
        probe.terminal.pump(milliseconds: 300)

        #expect(probe.terminal.output.count == sent)
        #expect(TerminalProgram.wakes(of: process) == switches)
    }

    @Test func `a key in a list of 120x36 costs at most 600 bytes`() throws {
        let probe = try ProbeProgram(size: Size(width: 120, height: 36))
        probe.terminal.type("L")
        try probe.terminal.waitForText("row 1 ")
        for row in 2...20 {
            let before = probe.terminal.output.count
            probe.terminal.type("j")
            try probe.terminal.waitForText("row \(row) ")
            try probe.terminal.settle()
            #expect(probe.terminal.output.count - before <= 600)
        }
    }

    @Test func `a hang-up of the terminal ends the program`() throws {
        var terminal: PseudoTerminal? = try PseudoTerminal()
        let opened = try #require(terminal)
        let program = try TerminalProgram(
            ProbeProgram.path, environment: ProbeProgram.environment(), in: opened)
        try opened.waitForText("probe 80x24")
        program.kill(SIGHUP)
        #expect(try program.waitForEnd() == .killed(signal: SIGHUP))
        terminal = nil
    }
}
