import PaydownScreen
import PaydownTestSupport
import Testing

/// What the program asks of a terminal, and what it makes of the answers.
@Suite struct TerminalTalkTests {
    private let home: TemporaryDirectory

    init() throws {
        home = try TemporaryDirectory()
        try home.write(
            "config/paydown/config.toml", "theme = { dark = \"paydown-dark\", light = \"paydown-light\" }\n")
    }

    private var variables: [String: String] {
        ["COLORTERM": "truecolor", "XDG_CONFIG_HOME": home.path + "/config", "XDG_STATE_HOME": home.path + "/state"]
    }

    private static let dark = Color.rgb(red: 0x15, green: 0x18, blue: 0x1D)
    private static let light = Color.rgb(red: 0xFB, green: 0xFA, blue: 0xF8)

    private func waitForGround(_ color: Color, _ paydown: PaydownProgram) throws {
        try paydown.terminal.wait(for: "\(color)") { paydown.terminal.emulator[40, 10].background == color }
    }

    @Test func `the theme follows the terminal, whenever it answers and when it changes`() throws {
        let paydown = try PaydownProgram(PaydownProgram.samples, variables)
        #expect(paydown.terminal.hasWritten("\u{1B}]11;?"))
        try waitForGround(Self.dark, paydown)

        paydown.terminal.type("\u{1B}]11;rgb:fbfb/fafa/f8f8\u{1B}\\")
        try waitForGround(Self.light, paydown)
        paydown.terminal.type("\u{1B}[?997;1n")
        try waitForGround(Self.dark, paydown)
        paydown.terminal.type("\u{1B}[?997;2n")
        try waitForGround(Self.light, paydown)

        // None of it was a key: the overview is still there, and the next key is read.
        try paydown.type("?", until: "Keys on this screen")
    }

    @Test func `COLORFGBG says it where the terminal does not`() throws {
        let paydown = try PaydownProgram(PaydownProgram.samples, variables.merging(["COLORFGBG": "0;15"]) { $1 })
        try waitForGround(Self.light, paydown)
    }

    @Test func `with one theme for both nothing is asked about colours`() throws {
        let paydown = try PaydownProgram(PaydownProgram.samples + ["--theme", "paydown-dark"], variables)
        try paydown.openImports()
        #expect(!paydown.terminal.hasWritten("\u{1B}]11;?") && !paydown.terminal.hasWritten("\u{1B}[?2031h"))
    }

    @Test func `frames are marked once the terminal has said that it knows how`() throws {
        let paydown = try PaydownProgram()
        #expect(!paydown.terminal.hasWritten("\u{1B}[?2026h"))
        paydown.terminal.type("\u{1B}[?2026;2$y1")
        try paydown.terminal.waitForText("FINDINGS")
        #expect(paydown.terminal.hasWritten("\u{1B}[?2026h"))
    }

    @Test(arguments: [("true", true), ("false", false)])
    func `the configuration decides about marks without asking`(value: String, isMarked: Bool) throws {
        try home.write("config/paydown/config.toml", "synchronized = \(value)\n")
        let paydown = try PaydownProgram(PaydownProgram.samples, variables.merging(["TMUX": "/none,1,0"]) { $1 })
        try paydown.openImports()
        #expect(paydown.terminal.hasWritten("\u{1B}[?2026h") == isMarked)
        #expect(!paydown.terminal.hasWritten("\u{1B}[?2026$p"))
    }

    @Test func `the choice of the mouse is remembered, and the configuration is not touched`() throws {
        let first = try PaydownProgram(PaydownProgram.samples, variables)
        #expect(first.terminal.emulator.hasMouse)
        try first.type("\u{1B}OQ", until: "mouse off")
        first.terminal.type("q")
        #expect(try first.program.waitForEnd() == .exited(0))
        let configuration = home.read("config/paydown/config.toml")

        let second = try PaydownProgram(PaydownProgram.samples, variables)
        try second.openImports()
        #expect(!second.terminal.emulator.hasMouse)
        #expect(second.terminal.emulator.contains("mouse off"))
        try second.type("\u{1B}OQ", until: "mouse on")
        second.terminal.type("q")
        #expect(try second.program.waitForEnd() == .exited(0))

        let third = try PaydownProgram(PaydownProgram.samples, variables)
        try third.openImports()
        #expect(third.terminal.emulator.hasMouse)
        #expect(home.read("config/paydown/config.toml") == configuration)
    }

    @Test func `a report of the mouse that comes too late is not typed into the shell`() throws {
        let paydown = try PaydownProgram(PaydownProgram.samples, variables)
        try paydown.openImports()
        paydown.terminal.type("\u{1B}[<0;10;10Mq\u{1B}[<0;10;10m")

        #expect(try paydown.program.waitForEnd() == .exited(0))
        #expect(try paydown.terminal.unread() == "")
    }
}
