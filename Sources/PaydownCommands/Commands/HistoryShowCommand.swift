import ArgumentParser
import PaydownFormats
import PaydownHistory

/// Shows one snapshot of a history.
struct HistoryShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one snapshot: coverage, measures, targets; or all of it as JSON.",
        discussion: """
            A snapshot is named by its number (12), the beginning of its commit, a day (the last one of that day or before) \
            or 'newest'.
            Examples:
              paydown history show
              paydown history show 12
              paydown history show 2025-09-14
              paydown history show 4f2c91a --format json >snapshot.json
            """)

    @OptionGroup var history: HistoryOptions

    @Argument(help: ArgumentHelp("Its number, commit or day; the newest if absent.", valueName: "snapshot"))
    var name = "newest"

    @Option(help: "text: a summary. json: the snapshot with its findings.")
    var format = TextOrJSON.text

    mutating func run() throws {
        try HistoryOptions.telling {
            let store = try history.reading()
            let entry = try store.entry(named: name)
            switch format {
            case .text: StandardOutput.print(HistoryListing.summary(entry, width: OutputWidth.columns()))
            case .json:
                let bytes = try SnapshotWriter.bytes(of: try store.snapshot(entry.id))
                StandardOutput.print(String(decoding: bytes, as: UTF8.self))
            }
        }
    }
}
