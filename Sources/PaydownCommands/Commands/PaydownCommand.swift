import ArgumentParser

/// The command line.
package struct PaydownCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "paydown",
        abstract: "The progress bar of your architecture: explore and pay down the debt of a code base.",
        discussion: """
            paydown FOLDER opens a folder of snapshots; ? shows the keys.

            Examples:
              paydown SampleData/history          months of a real code base's debt
              paydown before.json after.json      what changed between two snapshots
              paydown render --screen plan FOLDER a frame as text, without a terminal
            """,
        version: "0.1.0",
        subcommands: [
            BrowseCommand.self, InitCommand.self, ScanCommand.self, ExplainCommand.self, RulesCommand.self,
            DiffCommand.self, HistoryCommand.self,
            RenderCommand.self, ThemeCommand.self,
            KeysCommand.self,
        ],
        defaultSubcommand: BrowseCommand.self)

    package init() {}

    /// Runs what the command line says, and ends the program with its status.
    ///
    /// `scan` is what a watch, a hook and a build start most often. When all of its arguments are sound they are read without
    /// those of the command around it, which takes a third of its start; whatever else there is to say, is said as for any
    /// other command.
    package static func start() {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.first == ScanCommand.configuration.commandName,
            var scan = try? ScanCommand.parse(Array(arguments.dropFirst()))
        else { return main() }
        do {
            try scan.run()
        } catch {
            exit(withError: error)
        }
    }
}
