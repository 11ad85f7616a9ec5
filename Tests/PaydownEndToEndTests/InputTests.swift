import PaydownScreen
import PaydownTestSupport
import Testing

/// Keys, mouse and pastes as a terminal sends them.
@Suite struct InputTests {
    @Test func `escape goes out, q closes and then quits`() throws {
        let paydown = try PaydownProgram()
        try paydown.type("?", until: "Keys on this screen")
        paydown.terminal.type("\u{1B}")
        try paydown.terminal.wait(for: "no help") { !paydown.terminal.emulator.contains("Keys on this screen") }
        // Escape in the form that is never the start of something else.
        paydown.terminal.type("\u{1B}[27u\u{1B}[27u\u{1B}[27u")
        try paydown.type("?", until: "Keys on this screen")
        paydown.terminal.type("q")
        try paydown.terminal.wait(for: "no help") { !paydown.terminal.emulator.contains("Keys on this screen") }

        paydown.terminal.type("q")

        #expect(try paydown.program.waitForEnd() == .exited(0))
        #expect(paydown.isRestored)
    }

    @Test(arguments: ["", "?", ":", "1/", "1s", "b"])
    func `an interrupt quits wherever one is`(keys: String) throws {
        let paydown = try PaydownProgram()
        paydown.terminal.type(keys + "\u{3}")

        #expect(try paydown.program.waitForEnd() == .exited(0))
        #expect(paydown.isRestored)
    }

    @Test(arguments: ["x", " ", "\r", "\u{1B}[A"])
    func `what is put out for copying stays on the normal screen until a key is pressed`(key: String) throws {
        let paydown = try PaydownProgram()
        try paydown.openImports()
        try paydown.type("\u{F}", until: "any key goes back to paydown")
        #expect(!paydown.terminal.emulator.isAlternateScreen)
        #expect(!paydown.terminal.emulator.contains("? help"))

        paydown.terminal.type(key)

        try paydown.terminal.waitForText("? help")
        #expect(paydown.terminal.emulator.isAlternateScreen)
        #expect(paydown.terminal.emulator.contains("FINDINGS"))
        paydown.terminal.type("q")
        #expect(try paydown.program.waitForEnd() == .exited(0))
        #expect(paydown.isRestored)
    }

    @Test func `the wheel moves in a list, and the mouse can be given back`() throws {
        let paydown = try PaydownProgram()
        try paydown.openImports()
        #expect(paydown.terminal.emulator.hasMouse)
        let before = paydown.terminal.emulator.lines
        paydown.terminal.type("\u{1B}[<65;10;10M")
        try paydown.terminal.wait(for: "a move") { paydown.terminal.emulator.lines != before }

        paydown.terminal.type("\u{1B}OQ")

        try paydown.terminal.wait(for: "no mouse") { !paydown.terminal.emulator.hasMouse }
        try paydown.terminal.waitForText("mouse off")
    }

    @Test func `a paste is text and not keys`() throws {
        let paydown = try PaydownProgram()
        try paydown.openImports()
        try paydown.type("/", until: "/")

        paydown.terminal.type("\u{1B}[200~delivery\u{1B}[201~\r")
        try paydown.terminal.wait(for: "a filtered list") {
            paydown.terminal.emulator.contains("delivery.py") && !paydown.terminal.emulator.contains("presence.py")
        }

        // Outside a text field it is nothing: q would have quit.
        paydown.terminal.type("\u{1B}[200~q\u{1B}[201~")
        try paydown.type("?", until: "Keys on this screen")
    }
}
