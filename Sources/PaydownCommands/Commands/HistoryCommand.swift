import ArgumentParser

/// What a project's history has, and where it comes from.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "The snapshots of a project over time.",
        subcommands: [HistoryBackfillCommand.self])
}
