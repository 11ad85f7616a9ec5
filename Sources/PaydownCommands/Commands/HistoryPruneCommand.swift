import ArgumentParser
import PaydownCore
import PaydownHistory

/// Lets go of the findings of old snapshots.
struct HistoryPruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Let go of the findings of old snapshots; their numbers and the age of every finding stay.",
        discussion: """
            Examples:
              paydown history prune --before 90d --dry-run   says what would go
              paydown history prune --before 2025-01-01
            The newest snapshot always keeps its findings. 'paydown history export' saves them first.
            """)

    @OptionGroup var history: HistoryOptions

    @Option(
        name: [.customLong("before"), .customLong("keep")],
        help: ArgumentHelp(
            "Prune what is older than that, keep what is not: 90d, 12w, 6m, 2y, or a date such as 2025-01-31.",
            valueName: "time"))
    var before: String

    @Flag(help: "Only say what would go.")
    var dryRun = false

    mutating func validate() throws {
        guard let time = PastTime(before), time != .all else {
            throw ValidationError("--before is 90d, 12w, 6m, 2y, or a date such as 2025-01-31")
        }
    }

    mutating func run() throws {
        try HistoryOptions.telling {
            guard let moment = PastTime(before)?.moment(before: WallClock.now()) else { return }
            // A history that is not there is not made to be pruned.
            var store = try history.reading()
            if !dryRun { store = try history.writing() }
            let outcome = try store.prune(before: moment, isDryRun: dryRun)
            try store.close()
            StandardOutput.print(Self.text(outcome, isDryRun: dryRun, path: store.path))
        }
    }

    private static func text(_ outcome: PruneOutcome, isDryRun: Bool, path: String) -> String {
        let count = outcome.pruned == 1 ? "1 snapshot" : "\(outcome.pruned) snapshots"
        let done = isDryRun ? "would let go of the findings of \(count)" : "let go of the findings of \(count)"
        let oldest = outcome.oldestKept.map { ", the oldest of \($0.day.iso)" } ?? ""
        return "\(path): \(done); \(outcome.kept) keep theirs\(oldest)\n"
    }
}
