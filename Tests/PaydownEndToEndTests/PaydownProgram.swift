import PaydownScreen
import PaydownTestSupport

/// The built `paydown` on sample snapshots, in a terminal of its own, at its first frame with findings.
struct PaydownProgram {
    let terminal: PseudoTerminal
    let program: TerminalProgram
    private let home: TemporaryDirectory

    static let path = TerminalProgram.built("paydown")

    /// The package's folder.
    static let package = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/")

    /// Snapshots of a small program of our own, whose sources are there.
    static let samples = ["--root", package + "/SampleData/python", package + "/SampleData/python/snapshots"]

    /// - Parameter typedBefore: keys that wait in the terminal when the program starts.
    init(
        size: Size = Size(width: 100, height: 30), _ arguments: [String] = Self.samples,
        _ variables: [String: String] = [:], typedBefore: String = "", waitingFor text: String = "? help"
    ) throws {
        home = try TemporaryDirectory()
        terminal = try PseudoTerminal(size: size)
        terminal.type(typedBefore)
        program = try TerminalProgram(
            Self.path, arguments, environment: Self.environment(home, variables), in: terminal)
        try terminal.waitForText(text)
    }

    /// With a home of its own, so that nobody's configuration changes a test.
    static func environment(_ home: TemporaryDirectory, _ variables: [String: String] = [:]) -> [String: String] {
        var environment = [
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home.path, "SWIFT_BACKTRACE": "enable=no",
        ]
        environment.merge(variables) { $1 }
        return environment
    }

    /// Types and waits until a text is on the screen.
    func type(_ keys: String, until text: String) throws {
        terminal.type(keys)
        try terminal.waitForText(text)
    }

    /// The list of imports with its first finding previewed.
    func openImports() throws {
        try type("1", until: "FINDINGS")
        try terminal.waitForText("PREVIEW")
    }

    /// Waits for the frame that render prints for the same keys: all parts have been filled in.
    func waitForFrame(after keys: String) throws {
        let expected = try Self.render(keys: keys, size: terminal.emulator.size)
        try terminal.wait(for: "the frame that render prints after \(keys)") { terminal.emulator.lines == expected }
        try terminal.settle()
    }

    /// Whether everything that a shell expects of its terminal is as it was.
    var isRestored: Bool {
        terminal.isCooked && !terminal.emulator.isAlternateScreen && terminal.emulator.isCursorVisible
            && !terminal.emulator.hasMouse && terminal.hasWritten("\u{1B}[?2004l")
    }

    /// What `paydown render` prints for the same snapshots and keys.
    private static func render(keys: String, size: Size) throws -> [String] {
        let home = try TemporaryDirectory()
        let run = try CommandRun(
            path, ["render", "--keys", keys, "--size", "\(size.width)x\(size.height)"] + samples,
            environment: environment(home))
        return run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast().map {
            $0
        }
    }
}
