import PaydownScreen
import PaydownTestSupport
import Testing

/// Files that are saved while the dashboard is open.
struct ReloadTests {
    private let home: TemporaryDirectory
    private let folder: TemporaryDirectory

    init() throws {
        home = try TemporaryDirectory()
        folder = try TemporaryDirectory()
        try home.write(".config/paydown/config.toml", "mouse = true\n")
        try home.write(".config/paydown/themes/mine.toml", "name = \"mine\"\ninherits = \"base\"\nmode = \"any\"\n")
        try folder.write("one.json", try sample)
    }

    private var sample: String {
        get throws {
            let path = SamplePlace.root + "SampleData/python/snapshots/2025-10-06-87b9eee37.json"
            return String(decoding: try #require(FileBytes.read(path)), as: UTF8.self)
        }
    }

    private func open() throws -> (terminal: PseudoTerminal, program: TerminalProgram) {
        let terminal = try PseudoTerminal(size: Size(width: 100, height: 30))
        let environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home.path]
        let program = try TerminalProgram(
            TerminalProgram.built("paydown"), ["--root", folder.path, folder.path], environment: environment,
            in: terminal)
        try terminal.waitForText("6 Oct")
        return (terminal, program)
    }

    @Test func `keys that are changed in the configuration hold at once`() throws {
        let (terminal, program) = try open()
        try home.write(".config/paydown/config.toml", "[keys]\nhelp = [\"F5\"]\n")
        try terminal.waitForText("F5 help")
        terminal.type("\u{03}")
        #expect(try program.waitForEnd() == .exited(0))
    }

    @Test func `a mistake in the configuration is told with its line, and the old one holds`() throws {
        let (terminal, program) = try open()
        try home.write(".config/paydown/config.toml", "mouse = true\nthme = \"mine\"\n")
        try terminal.waitForText("config.toml:2:")
        terminal.type("j")
        try terminal.waitForText("? help")
        terminal.type("\u{03}")
        #expect(try program.waitForEnd() == .exited(0))
    }

    @Test func `a theme that breaks is told with its line, and nothing is written`() throws {
        let (terminal, program) = try open()
        let broken = "name = \"mine\"\ninherits = \"base\"\n[roles]\ntext = \"blu\"\n"
        try home.write(".config/paydown/themes/mine.toml", broken)
        try terminal.waitForText("mine.toml:4:")
        terminal.type("\u{03}")
        #expect(try program.waitForEnd() == .exited(0))
        #expect(home.read(".config/paydown/themes/mine.toml") == broken)
        #expect(home.read(".config/paydown/config.toml") == "mouse = true\n")
    }

    @Test func `a snapshot that is half written leaves what is shown, and is read when it is whole`() throws {
        let (terminal, program) = try open()
        terminal.type("1")
        try terminal.waitForText("courier.app.websocket_core.manager")
        let text = try sample
        try folder.write("one.json", String(text.prefix(text.count * 9 / 10)))
        try terminal.waitForText("one.json:")
        #expect(terminal.emulator.contains("courier.app.websocket_core.manager"))
        try folder.write("one.json", text.replacing("courier.app.websocket_core.manager", with: "courier.app.other"))
        try terminal.waitForText("courier.app.other")
        terminal.type("\u{03}")
        #expect(try program.waitForEnd() == .exited(0))
    }

    @Test func `a snapshot that is added is shown`() throws {
        let (terminal, program) = try open()
        try folder.write(
            "two.json",
            try sample.replacing("2025-10-06T17:20:00", with: "2025-10-07T09:15:00")
                .replacing("courier (sample)", with: "courier (later)"))
        try terminal.waitForText("7 Oct")
        terminal.type("\u{03}")
        #expect(try program.waitForEnd() == .exited(0))
    }
}
