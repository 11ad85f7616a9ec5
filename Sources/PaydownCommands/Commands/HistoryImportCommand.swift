import ArgumentParser
import PaydownHistory

/// Takes snapshot files into a history.
struct HistoryImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take snapshot files into the history; what it has already is passed over.",
        discussion: """
            Examples:
              paydown history import snapshots
              paydown history import monday.json tuesday.json.gz
            Exit status: 0, or 2 when a file could not be taken; the others are in the history.
            """)

    @OptionGroup var history: HistoryOptions

    @Argument(help: ArgumentHelp("Snapshot files and folders of them.", valueName: "path"), completion: .file())
    var paths: [String]

    mutating func run() throws {
        try HistoryOptions.telling {
            let store = try history.writing()
            let outcome = try HistoryImport(store).add(filesAt: paths)
            try store.close()
            for problem in outcome.problems { StandardError.print(problem) }
            let known = outcome.known > 0 ? ", \(outcome.known) there already" : ""
            StandardOutput.print("\(store.path): \(outcome.added) taken" + known + "\n")
            if !outcome.problems.isEmpty { throw ExitStatus.couldNot.exitCode }
        }
    }
}
