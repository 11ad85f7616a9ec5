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
}
