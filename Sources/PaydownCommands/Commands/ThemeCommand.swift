import ArgumentParser
import PaydownProject
import PaydownScreen

/// Lists, checks and shows themes.
struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "List, check or show themes.",
        subcommands: [List.self, Check.self, Show.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the themes there are and where they come from.")
        @OptionGroup var project: ProjectOptions
        @OptionGroup var look: LookOptions

        mutating func run() throws {
            let setup = Setup(project, look)
            let name = setup.configuration.theme.name(for: LookOptions.mode(Environment.variables))
            try finish(ThemeReport.list(setup.library, current: name))
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check a theme: every role in RGB, 256, 16 colours and mono, with its contrast.",
            discussion: "Exit status: 0 when it is good, 1 when it is not, 2 when it cannot be read.")
        @OptionGroup var project: ProjectOptions
        @OptionGroup var look: LookOptions

        @Argument(help: ArgumentHelp("A theme file, or the name of a theme.", valueName: "file or name"))
        var subject: String

        mutating func run() throws {
            try finish(ThemeReport.check(subject, Setup(project, look).library))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a theme's roles as they look.")
        @OptionGroup var project: ProjectOptions
        @OptionGroup var look: LookOptions

        @Argument(help: ArgumentHelp("The name of a theme.", valueName: "name"))
        var name: String

        mutating func run() throws {
            let environment = look.environment
            let depth = ColorDepth(terminalColors: 256) { environment[$0] }
            let isColored = StandardOutput.isTerminal && depth > .mono
            do {
                let library = Setup(project, look).library
                StandardOutput.print(
                    try ThemeReport.show(name, library, depth: depth, isColored: isColored))
            } catch let error {
                StandardError.print(error.description)
                throw ExitStatus.couldNot.exitCode
            }
        }
    }

    private static func finish(_ result: ThemeReport.Result) throws {
        StandardOutput.print(result.text.hasSuffix("\n") ? result.text : result.text + "\n")
        if !result.isGood { throw ExitStatus.doesNotHold.exitCode }
    }
}
