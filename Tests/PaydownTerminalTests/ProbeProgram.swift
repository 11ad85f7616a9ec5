import PaydownScreen
import PaydownTestSupport

/// The probe in a pseudo terminal of its own, at its first frame.
struct ProbeProgram {
    let terminal: PseudoTerminal
    let program: TerminalProgram

    static let path = TerminalProgram.built("paydown-terminal-probe")

    init(size: Size = Size(width: 80, height: 24), _ variables: [String: String] = [:]) throws {
        terminal = try PseudoTerminal(size: size)
        program = try TerminalProgram(Self.path, environment: Self.environment(variables), in: terminal)
        try terminal.waitForText("probe \(size.width)x\(size.height)")
    }

    static func environment(_ variables: [String: String] = [:]) -> [String: String] {
        var environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
        environment.merge(variables) { $1 }
        return environment
    }

    /// Whether everything that a shell expects of its terminal is as it was.
    var isRestored: Bool {
        terminal.isCooked && !terminal.emulator.isAlternateScreen && terminal.emulator.isCursorVisible
            && !terminal.emulator.hasMouse && terminal.hasWritten("\u{1B}[?2004l")
    }
}
