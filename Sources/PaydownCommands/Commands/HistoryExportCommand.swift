import ArgumentParser
import PaydownFormats
import PaydownHistory

/// Writes snapshots out of a history as files.
struct HistoryExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Write the snapshots as files, each as it was added; also out of a damaged history, as far as it goes.",
        discussion: """
            Examples:
              paydown history export --to snapshots          all, a file each; 'paydown snapshots' opens them
              paydown history export --to snapshots --gzip
              paydown history export 12 -o before.json       one
            Exit status: 0, or 2 when a snapshot could not be read or written; the others are there.
            """)

    @OptionGroup var history: HistoryOptions

    @Argument(help: ArgumentHelp("With -o: its number, commit or day; the newest if absent.", valueName: "snapshot"))
    var name = "newest"

    @Option(help: ArgumentHelp("A folder for all of them, made when it is not there.", valueName: "folder"))
    var to: String?

    @Option(
        name: [.customShort("o"), .long], help: ArgumentHelp("A file for one; .json or .json.gz.", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "With --to: compress the files.")
    var gzip = false

    mutating func validate() throws {
        guard (to == nil) != (output == nil) else {
            throw ValidationError("give --to FOLDER for all snapshots, or -o FILE for one")
        }
    }

    mutating func run() throws {
        try HistoryOptions.telling {
            let store = try history.reading()
            if let output {
                try SnapshotWriter.write(try store.snapshot(try store.entry(named: name).id), to: output)
            } else if let to {
                try export(store, to: to)
            }
        }
    }

    private func export(_ store: HistoryStore, to folder: String) throws {
        var export = try HistoryExport(to: folder, isPacked: gzip)
        try export.writeAll(of: store)
        for problem in export.problems { StandardError.print("\(store.path): " + problem) }
        StandardOutput.print(export.summary)
        if !export.problems.isEmpty { throw ExitStatus.couldNot.exitCode }
    }
}
