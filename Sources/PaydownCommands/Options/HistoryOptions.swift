import ArgumentParser
import PaydownFormats
import PaydownHistory

/// Which history is meant.
struct HistoryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The project's folder; the repository around the current folder if absent.", valueName: "dir"))
    var root: String?

    @Option(
        help: ArgumentHelp("The history itself; the project's .paydown/history.db if absent.", valueName: "file"),
        completion: .file(extensions: ["db"]))
    var file: String?

    private var store: ProjectStore {
        ProjectStore(root: ProjectFolder.chosen(root))
    }

    var path: String { file ?? store.historyFile }

    func reading() throws(HistoryError) -> HistoryStore {
        try HistoryStore.open(at: path, access: .readOnly)
    }

    /// The history to write to, made when there is none.
    func writing() throws -> HistoryStore {
        if let file { return try HistoryStore.open(at: file, access: .readWrite) }
        return try store.writableHistory { StandardError.print($0) }
    }

    /// Runs what may fail; a failure is told in its own words and ends with the status for it.
    static func telling(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as HistoryError {
            StandardError.print(error.description)
            throw ExitStatus.couldNot.exitCode
        } catch let error as SnapshotError {
            StandardError.print(error.description)
            throw ExitStatus.couldNot.exitCode
        } catch let failure as ScanFailure {
            for message in failure.messages { StandardError.print(message) }
            throw ExitStatus.couldNot.exitCode
        }
    }
}
