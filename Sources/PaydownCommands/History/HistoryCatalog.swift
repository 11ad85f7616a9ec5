import PaydownDashboard
import PaydownHistory

/// The histories among the arguments of a session; each is opened again only when its files changed, and read on from
/// where it ended.
struct HistoryCatalog: Sendable {
    let files: [String]
    private var stamps: [String: [FileStamp]] = [:]
    /// How far each has been read: the number of the snapshot added last, and which file that was.
    private var ends: [String: (number: Int, inode: UInt64)] = [:]

    /// - Parameter arguments: of which those that name a history are taken.
    init(_ arguments: [String]) {
        files = arguments.filter(HistoryPlace.isHistory)
    }

    /// The entries that were added to histories since they were looked at, and what is wrong with others.
    mutating func look() -> (entries: [(place: HistoryPlace, entry: SnapshotEntry)], problems: [HistoryError]) {
        var entries: [(HistoryPlace, SnapshotEntry)] = []
        var problems: [HistoryError] = []
        for file in files {
            // Before it is read: what is written meanwhile is found the next time.
            let stamp = Self.stamp(file)
            guard stamps[file] != stamp else { continue }
            do throws(HistoryError) {
                entries += try added(to: file, inode: stamp[0].inode)
                stamps[file] = stamp
            } catch {
                problems.append(error)
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

    private mutating func added(
        to file: String, inode: UInt64
    ) throws(HistoryError) -> [(HistoryPlace, SnapshotEntry)] {
        let store = try HistoryStore.open(at: file, access: .readOnly)
        // Another file under the same name, as after a repair, is read from its beginning.
        let known = ends[file].flatMap { $0.inode == inode ? $0.number : nil } ?? 0
        let new = try store.entries(addedAfter: SnapshotEntry.ID(known))
        let entries = new.filter(\.hasFindings)
        if known == 0, entries.isEmpty { throw .noHistory(file: file) }
        ends[file] = (max(known, new.map(\.id.rawValue).max() ?? 0), inode)
        return entries.map { (HistoryPlace(file: file, id: $0.id), $0) }
    }

    /// Of the file itself and of what was written last, which stands beside it for a while.
    private static func stamp(_ file: String) -> [FileStamp] {
        [FileStamp(file), FileStamp(file + "-wal")]
    }
}
