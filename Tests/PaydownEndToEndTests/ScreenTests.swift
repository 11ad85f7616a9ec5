import PaydownScreen
import PaydownTestSupport
import Testing

/// What is on the screen of a real terminal.
@Suite struct ScreenTests {
    @Test(arguments: [(80, 24), (120, 36), (200, 60)])
    func `a terminal shows what render prints for the same keys`(width: Int, height: Int) throws {
        let paydown = try PaydownProgram(size: Size(width: width, height: height))
        try paydown.openImports()

        paydown.terminal.type("jj")

        try paydown.waitForFrame(after: "1jj")
    }

    @Test func `keys typed before the start are kept`() throws {
        let paydown = try PaydownProgram(typedBefore: "1", waitingFor: "FINDINGS")

        paydown.terminal.type("q")

        #expect(try paydown.program.waitForEnd() == .exited(0))
    }

    @Test func `the frame follows the window, down to nothing and back`() throws {
        let paydown = try PaydownProgram()
        try paydown.openImports()
        for size in [Size(width: 40, height: 12), Size(width: 5, height: 2), Size(width: 1, height: 1)] {
            paydown.terminal.resize(to: size)
        }

        paydown.terminal.resize(to: Size(width: 120, height: 36))

        try paydown.waitForFrame(after: "1")
    }

    @Test func `a redraw repairs what something else wrote on the screen`() throws {
        let paydown = try PaydownProgram()
        try paydown.openImports()
        try paydown.waitForFrame(after: "1")
        paydown.terminal.emulator.feed(Array("\u{1B}[3;3Hstray output\u{1B}[9;9Hof another program".utf8))

        paydown.terminal.type("\u{C}")

        try paydown.waitForFrame(after: "1")
    }

    @Test func `an idle screen sends nothing, and the program does not wake`() throws {
        let paydown = try PaydownProgram()
        try paydown.openImports()
        let process = paydown.program.process
        var seen = (bytes: -1, wakes: String?.none)
        // Until it has come to rest: readers of other snapshots may still be at work.
        try paydown.terminal.wait(for: "rest") {
            let now = (bytes: paydown.terminal.output.count, wakes: TerminalProgram.wakes(of: process))
            defer { seen = now }
            paydown.terminal.pump(milliseconds: 400)
            return seen == now && paydown.terminal.output.count == now.bytes
                && TerminalProgram.wakes(of: process) == now.wakes
        }
    }

    @Test func `a move in a list of 120x36 sends at most 600 bytes`() throws {
        let paydown = try PaydownProgram(size: Size(width: 120, height: 36))
        try paydown.openImports()
        // Without the preview, which shows another text for each row.
        paydown.terminal.type("v")
        try paydown.waitForFrame(after: "1v")
        for keys in ["j", "j", "j", "k", "j", "j"] {
            try paydown.terminal.settle()
            let before = paydown.terminal.output.count
            let lines = paydown.terminal.emulator.lines
            paydown.terminal.type(keys)
            try paydown.terminal.wait(for: "a move") { paydown.terminal.emulator.lines != lines }
            try paydown.terminal.settle()
            #expect(paydown.terminal.output.count - before <= 600)
        }
    }

    @Test func `an unknown key does nothing and rings no bell`() throws {
        let paydown = try PaydownProgram()
        try paydown.openImports()
        try paydown.terminal.settle()
        let before = paydown.terminal.output.count

        // A key with Alt that would act alone, F12, a focus report; then one that shows.
        paydown.terminal.type("\u{1B}[113;3u\u{1B}[24~\u{1B}[I\u{1B}[1;3A")
        try paydown.type("?", until: "Keys on this screen")

        #expect(paydown.terminal.emulator.bells == 0)
        #expect(!paydown.terminal.hasWritten("\u{1B}[2J", since: before))
    }

    @Test(arguments: [["TERM": "linux"], ["LC_ALL": "C"], ["TERM": "vt100"]])
    func `where signs beyond ASCII are not safe none is sent`(variables: [String: String]) throws {
        let paydown = try PaydownProgram(PaydownProgram.samples, variables)
        try paydown.openImports()
        paydown.terminal.type("q")
        _ = try paydown.program.waitForEnd()

        #expect(paydown.terminal.output.allSatisfy { $0 < 0x80 })
    }

    @Test func `with NO_COLOR no colour is sent`() throws {
        let paydown = try PaydownProgram(PaydownProgram.samples, ["NO_COLOR": "1", "COLORTERM": "truecolor"])
        try paydown.openImports()
        try paydown.terminal.settle()

        let emulator = paydown.terminal.emulator
        for y in 0..<emulator.size.height {
            for x in 0..<emulator.size.width {
                let cell = emulator[x, y]
                #expect(cell.foreground == .terminalDefault && cell.background == .terminalDefault)
            }
        }
    }

    @Test func `the palette of the terminal is left alone`() throws {
        let paydown = try PaydownProgram(
            PaydownProgram.samples + ["--theme", "paydown-dark"], ["COLORTERM": "truecolor"])
        try paydown.openImports()
        paydown.terminal.type("q")
        _ = try paydown.program.waitForEnd()

        #expect(paydown.terminal.hasWritten("38;2;"))
        #expect(!paydown.terminal.hasWritten("\u{1B}]4;") && !paydown.terminal.hasWritten("\u{1B}]104"))
    }

    @Test func `a terminal that cannot be drawn on is named, with what to do`() throws {
        let paydown = try PaydownProgram(
            PaydownProgram.samples, ["TERM": "no-such-terminal"],
            waitingFor: "no terminfo entry for TERM=no-such-terminal")

        #expect(try paydown.program.waitForEnd() == .exited(2))
        #expect(paydown.terminal.hasWritten("set TERM=xterm-256color"))
        #expect(paydown.terminal.isCooked && !paydown.terminal.hasWritten("\u{1B}[?1049h"))
    }

    @Test func `where output is no terminal the same content is text`() throws {
        let home = try TemporaryDirectory()

        let run = try CommandRun(
            PaydownProgram.path, PaydownProgram.samples, environment: PaydownProgram.environment(home))

        #expect(run.ending == .exited(0))
        #expect(run.output.contains("courier") || run.output.contains("Imports"))
        #expect(!run.output.contains("\u{1B}"))
    }
}
