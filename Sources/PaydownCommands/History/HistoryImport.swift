import PaydownCore
import PaydownFormats
import PaydownHistory

/// Takes snapshot files into a history.
struct HistoryImport {
    struct Outcome: Equatable {
        /// Snapshots that the history did not have, and those that it had.
        var added = 0
        var known = 0
        /// Files that could not be taken, a sentence each.
        var problems: [String] = []
    }

    private let store: HistoryStore

    init(_ store: HistoryStore) {
        self.store = store
    }

    /// - Parameter paths: files, and folders of them; they are added in the order of time.
    /// - Throws: `HistoryError` when the history cannot be written; a file that cannot be read is a problem.
    func add(filesAt paths: [String], progress: (Int, Int) -> Void = { _, _ in }) throws(HistoryError) -> Outcome {
        let located = SnapshotLocator().locate(paths)
        var outcome = Outcome(problems: located.problems.map(\.description))
        var known = Set(try store.entries().map(\.id))
        for (number, file) in located.files.enumerated() {
            progress(number, located.files.count)
            let snapshot: Snapshot
            do throws(SnapshotError) {
                snapshot = try SnapshotReader().read(file.path)
            } catch {
                outcome.problems.append(error.description)
                continue
            }
            if known.insert(try store.add(snapshot).id).inserted {
                outcome.added += 1
            } else {
                outcome.known += 1
            }
        }
        try store.settle()
        return outcome
    }
}
