import ArgumentParser
import PaydownHistory

/// Lists what a history has.
struct HistoryListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the snapshots, oldest first: when, what, and what changed since the one before.",
        discussion: """
            Examples:
              paydown history list
              paydown history list --limit 10
              paydown history list --format json
            """)

    @OptionGroup var history: HistoryOptions

    @Option(name: .number("n"), help: ArgumentHelp("Only the last so many.", valueName: "n"))
    var limit: Int?

    @Option(help: "text or json.")
    var format = TextOrJSON.text

    mutating func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit is a number of snapshots, at least 1") }
    }

    mutating func run() throws {
        try HistoryOptions.telling {
            let all = try history.reading().entries()
            let shown = Array(all.suffix(limit ?? all.count))
            switch format {
            case .text:
                StandardOutput.print(
                    HistoryListing.text(shown, width: StandardOutput.isTerminal ? OutputWidth.columns() : .max))
                let left = all.count - shown.count
                if left > 0 { StandardOutput.print("\(left) older; leave --limit away for all\n") }
            case .json: StandardOutput.print(HistoryListing.json(shown))
            }
        }
    }
}
