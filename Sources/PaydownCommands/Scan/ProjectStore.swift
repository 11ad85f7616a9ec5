import Glibc
import PaydownCore
import PaydownFormats
import PaydownHistory

/// The project's `.paydown` folder: what paydown keeps there, and under which names.
struct ProjectStore {
    let path: String

    init(root: String) {
        path = (root.hasSuffix("/") ? String(root.dropLast()) : root) + "/.paydown"
    }

    /// Where the snapshots of the project are.
    var historyFile: String { path + "/history.db" }

    /// What a scan leaves behind for the next one.
    var cacheFile: String { path + "/cache" }

    /// Where they were before there was a history; they are taken over once and then left alone.
    private var snapshotFolder: String { path + "/snapshots" }

    /// What is opened when nothing is named.
    var browsed: [String] {
        guard access(historyFile, F_OK) == 0 else {
            return [access(snapshotFolder, F_OK) == 0 ? snapshotFolder : historyFile]
        }
        return hasTakenOver || access(snapshotFolder, F_OK) != 0 ? [historyFile] : [historyFile, snapshotFolder]
    }

    /// The history to read from.
    func history() throws(HistoryError) -> HistoryStore {
        try HistoryStore.open(at: historyFile, access: .readOnly)
    }

    /// The history to write to, made when there is none, with the snapshot files of earlier days in it.
    ///
    /// - Parameter tell: told what was taken over, and which files could not be.
    func writableHistory(tell: (String) -> Void = { _ in }) throws -> HistoryStore {
        try prepare()
        let store = try HistoryStore.open(at: historyFile, access: .readWrite)
        try takeOver(into: store, tell)
        return store
    }

    /// Keeps a snapshot in the history.
    func keep(_ snapshot: Snapshot, tell: (String) -> Void = { _ in }) throws -> HistoryPlace {
        let store = try writableHistory(tell: tell)
        let place = try keep(snapshot, in: store)
        try store.close()
        return place
    }

    /// The same for who asks the history more: it has at hand what it worked out.
    func keep(_ snapshot: Snapshot, in store: HistoryStore) throws -> HistoryPlace {
        let entry = try store.add(snapshot)
        try store.settle()
        return HistoryPlace(file: historyFile, id: entry.id)
    }

    /// The header of the newest snapshot that was kept; nil when there is none, or none that can be read.
    func newestHeader() -> SnapshotHeader? {
        if let newest = try? history().newest() { return newest.header }
        return SnapshotLocator().likelyNewest([snapshotFolder])?.header
    }

    // MARK: Files of earlier days

    private var hasTakenOver: Bool { (try? history().hasImported) ?? false }

    private func takeOver(into store: HistoryStore, _ tell: (String) -> Void) throws {
        guard try !store.hasImported else { return }
        if access(snapshotFolder, F_OK) == 0 {
            let taken = try HistoryImport(store).add(filesAt: [snapshotFolder])
            for problem in taken.problems { tell(problem) }
            if taken.added > 0 {
                tell(
                    "\(snapshotFolder): \(taken.added) snapshots were taken into the history; the files are not needed now"
                )
            }
        }
        try store.markImported()
    }

    /// Makes the folder, which keeps itself out of version control.
    func prepare() throws {
        guard access(path, F_OK) != 0 else { return }
        try Self.make(path)
        let ignore = open(path + "/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        // Without it everything works, and Git shows the folder as new.
        guard ignore >= 0 else { return }
        StandardOutput.write("*\n", to: ignore)
        close(ignore)
    }

    private static func make(_ folder: String) throws {
        guard mkdir(folder, 0o755) != 0, errno != EEXIST else { return }
        let reason = String(cString: strerror(errno)).lowercased()
        throw ScanFailure(messages: ["\(folder): cannot be made: \(reason); give --no-save, or write with -o"])
    }
}
