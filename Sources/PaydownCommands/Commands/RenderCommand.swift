import ArgumentParser
import PaydownCore
import PaydownDashboard
import PaydownReport
import PaydownScreen

/// Draws a frame without a terminal.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Draw a frame of any screen without a terminal: text, ANSI or SVG.",
        discussion: """
            Examples:
              paydown render --screen imports SampleData/history
              paydown render --keys "2jj<enter>" --size 80x24 SampleData/history
              paydown render --format svg SampleData/history > frame.svg
            Keys are written as they are typed; these have names:
            <enter> <esc> <tab> <S-tab> <space> <up> <^d> <F1> <lt>
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case ansi
        case svg
    }

    @OptionGroup var project: ProjectOptions
    @OptionGroup var look: LookOptions

    @Option(help: ArgumentHelp("Columns and rows.", valueName: "WxH"))
    var size = "120x36"

    @Option(help: ArgumentHelp("Keys to press first.", valueName: "keys"))
    var keys = ""

    @Option(help: ArgumentHelp("The screen to begin with: its name, or its number, 0 to 8.", valueName: "screen"))
    var screen = Screen.overview

    @Option(help: "text, ansi or svg.")
    var format = Format.text

    @Option(help: "Number of colours for ansi and svg: mono, 16, 256, truecolor.")
    var colors = "truecolor"

    @Option(help: "What stands for the terminal's own colours in a picture: dark or light.")
    var ground = "dark"

    @Option(
        help: ArgumentHelp(
            "The present moment, for ages and dates; the newest snapshot's time if absent.", valueName: "time"))
    var at: String?

    @Argument(help: ArgumentHelp("Snapshot files or folders.", valueName: "path"), completion: .file())
    var paths: [String] = []

    mutating func validate() throws {
        guard Size(size) != nil else { throw ValidationError("--size is columns x rows, such as 120x36") }
        guard ColorDepth(rawValue: colors) != nil else {
            throw ValidationError("--colors is mono, 16, 256 or truecolor")
        }
        guard FrameSVG.Ground(rawValue: ground) != nil else { throw ValidationError("--ground is dark or light") }
        if let at, Timestamp(at) == nil {
            throw ValidationError("--at is a time with its offset, such as 2026-11-23T08:30:00+01:00")
        }
        do {
            _ = try KeyScript.keys(keys)
        } catch let error {
            throw ValidationError("--keys: \(error.sentence)")
        }
    }

    mutating func run() throws {
        var setup = Setup(project, look)
        let depth =
            look.environment["NO_COLOR"].map { !$0.isEmpty } ?? false ? .mono : ColorDepth(rawValue: colors) ?? .mono
        let theme = setup.theme(depth: depth)
        var session = HeadlessSession(
            size: Size(size) ?? Size(width: 120, height: 36), glyphs: look.ascii ? .ascii : .unicode,
            arguments: paths.isEmpty ? ProjectStore(root: project.rootFolder()).browsed : paths,
            sources: SourceRoots.reader(project, paths), now: at.flatMap { Timestamp($0) },
            authors: FindingAuthors(folders: SourceRoots.projects(project, paths), config: project.config))
        session.send(.themes(names: setup.library.names))
        session.send(.themeShown(name: theme.name))
        session.press(try KeyScript.keys("\(screen.rawValue)" + keys))
        for problem in setup.problems + session.problems { StandardError.print(problem) }
        var buffer = Buffer(size: session.model.size, glyphs: session.model.glyphs)
        RootView.draw(session.model, on: &buffer)
        switch format {
        case .text: StandardOutput.print(buffer.lines.joined(separator: "\n") + "\n")
        case .ansi: StandardOutput.print(FrameANSI.text(buffer, theme.theme))
        case .svg:
            StandardOutput.print(FrameSVG.text(buffer, theme.theme, ground: FrameSVG.Ground(rawValue: ground) ?? .dark))
        }
        if session.model.header == nil { throw ExitStatus.couldNot.exitCode }
    }
}

extension KeyScript.ScriptError {
    fileprivate var sentence: String {
        switch self {
        case .unknownKey(let name, let column):
            "<\(name)> at column \(column) is no key; names are enter, esc, tab, S-tab, space, up, down, ^d, F1"
        case .unclosed(let column):
            "the < at column \(column) has no >; write <lt> for the sign itself"
        }
    }
}
