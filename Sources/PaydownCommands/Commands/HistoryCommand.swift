import ArgumentParser

/// What a project's history has, and where it comes from.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "The snapshots of a project over time.",
        discussion: """
            'paydown scan' adds to it, 'paydown history backfill' reads the past out of git.

            Examples:
              paydown history                                what there is
              paydown history show 2025-09-14
              paydown history findings --sort returned       what comes back again and again
              paydown history backfill --since 1y --every week
            """,
        subcommands: [
            HistoryListCommand.self, HistoryShowCommand.self, HistoryFindingsCommand.self,
            HistoryBackfillCommand.self, HistoryExportCommand.self, HistoryImportCommand.self, HistoryPruneCommand.self,
            HistoryRepairCommand.self,
        ],
        defaultSubcommand: HistoryListCommand.self)
}
