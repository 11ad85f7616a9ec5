import PaydownDashboard
import PaydownHistory

/// The histories among the arguments of a session; each is opened again only when its files changed.
struct HistoryCatalog: Sendable {
    let files: [String]
    private var stamps: [String: [FileStamp?]] = [:]

    /// - Parameter arguments: of which those that name a history are taken.
    init(_ arguments: [String]) {
        files = arguments.filter(HistoryPlace.isHistory)
    }

    /// The entries of histories that changed since they were looked at, and what is wrong with others.
    mutating func look() -> (entries: [(place: HistoryPlace, entry: SnapshotEntry)], problems: [String]) {
        var entries: [(HistoryPlace, SnapshotEntry)] = []
        var problems: [String] = []
        for file in files {
            // Before it is read: what is written meanwhile is found the next time.
            let stamp = Self.stamp(file)
            guard stamps[file] != stamp else { continue }
            do throws(HistoryError) {
                entries += try Self.entries(file)
                stamps[file] = stamp
            } catch {
                problems.append(error.description)
            }
        }
        return (entries, problems)
    }

    /// The last snapshot of each history, before all are listed; nothing when there is none, which `look` tells.
    func newest() -> [(place: HistoryPlace, entry: SnapshotEntry)] {
        files.filter { stamps[$0] == nil }.compactMap { file in
            guard let store = try? HistoryStore.open(at: file, access: .readOnly), let entry = try? store.newest()
            else {
                return nil
            }
            return (HistoryPlace(file: file, id: entry.id), entry)
        }
    }

    private static func entries(_ file: String) throws(HistoryError) -> [(HistoryPlace, SnapshotEntry)] {
        let store = try HistoryStore.open(at: file, access: .readOnly)
        let entries = try store.entries().filter(\.hasFindings)
        guard !entries.isEmpty else { throw .noHistory(file: file) }
        return entries.map { (HistoryPlace(file: file, id: $0.id), $0) }
    }

    /// Of the file itself and of what was written last, which stands beside it for a while.
    private static func stamp(_ file: String) -> [FileStamp?] {
        [FileStamp(file), FileStamp(file + "-wal")]
    }
}
