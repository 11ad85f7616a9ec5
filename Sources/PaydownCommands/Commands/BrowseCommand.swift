import ArgumentParser
import Glibc
import PaydownDashboard
import PaydownScreen
import PaydownTerminal

/// Opens the dashboard on snapshots.
struct BrowseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "browse",
        abstract: "Explore snapshots: a project's history, files, or folders of files.",
        discussion: """
            Without a path, the history of the project here is opened: .paydown/history.db, where scans are kept. \
            Where there is no terminal, the same content is printed as text (see --plain).
            Exit status: 0, or 2 when nothing could be shown.
            """)

    @OptionGroup var project: ProjectOptions
    @OptionGroup var look: LookOptions

    @Flag(help: "Print as text instead of opening the dashboard.")
    var plain = false

    @Argument(
        help: ArgumentHelp("Snapshot files (.json, .json.gz), folders of them, or histories (.db).", valueName: "path"),
        completion: .file())
    var paths: [String] = []

    mutating func run() throws {
        let sources = SourceRoots.reader(project, paths)
        guard !plain, StandardOutput.isTerminal else {
            try PlainOutput.print(arguments: arguments, look: look, sources: sources)
            return
        }
        // Before any thread there is: an older one would still take the signals.
        TerminalSignals.block()
        let session: TerminalSession
        do {
            session = try TerminalSession.open(environment: look.environment)
        } catch {
            StandardError.print(error.description)
            throw ExitStatus.couldNot.exitCode
        }
        let runtime = try DashboardRuntime(
            setup: Setup(project, look), session: session, arguments: arguments, sources: sources,
            projects: SourceRoots.projects(project, paths))
        if let signal = runtime.run() { TerminalSignals.die(by: signal) }
        // Threads that still read have nothing to save: leaving at once is what quitting means.
        _exit(ExitStatus.success.rawValue)
    }

    /// What is opened: the paths given, else the project's own snapshots.
    private var arguments: [String] {
        paths.isEmpty ? ProjectStore(root: project.rootFolder()).browsed : paths
    }
}
