import ArgumentParser
import PaydownHistory

/// Begins a history anew with what can be read of a damaged one.
struct HistoryRepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Set a damaged history aside and begin anew with everything that can be read of it.",
        discussion: """
            Nothing is deleted: the damaged file is renamed.
            Exit status: 0, or 2 when a snapshot is lost; which ones is said.
            """)

    @OptionGroup var history: HistoryOptions

    mutating func run() throws {
        try HistoryOptions.telling {
            let outcome = try HistoryRepair.repair(history.path)
            for lost in outcome.lost { StandardError.print("\(history.path): " + lost) }
            StandardOutput.print(
                "\(history.path): \(outcome.saved) snapshots saved; what was there is \(outcome.aside)\n")
            if !outcome.lost.isEmpty { throw ExitStatus.couldNot.exitCode }
        }
    }
}
