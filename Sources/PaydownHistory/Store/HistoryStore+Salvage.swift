import GRDB
import PaydownCore

extension HistoryStore {
    /// Goes through all snapshots, oldest first, and past those that cannot be read.
    ///
    /// - Parameters:
    ///   - found: given each snapshot; what it throws ends the walk.
    ///   - lost: told of each snapshot that cannot be read.
    package func salvage(
        _ found: (Snapshot) throws(HistoryError) -> Void, lost: (String) -> Void
    ) throws(HistoryError) {
        for id in try ids() {
            let snapshot: Snapshot
            do throws(HistoryError) {
                guard try entry(SnapshotEntry.ID(id))?.hasFindings != false else { continue }
                snapshot = try self.snapshot(SnapshotEntry.ID(id))
            } catch {
                lost("snapshot \(id): " + error.reason)
                continue
            }
            try found(snapshot)
        }
    }

    /// By time; where that cannot be read, by number.
    private func ids() throws(HistoryError) -> [Int] {
        do throws(HistoryError) {
            return try read { db, _ in try Int.fetchAll(db, sql: "SELECT id FROM snapshot ORDER BY \(Timeline.order)") }
        } catch .damaged {
            return try read { db, _ in
                // As far as it goes.
                var ids: [Int] = []
                let rows = try Int.fetchCursor(db, sql: "SELECT id FROM snapshot NOT INDEXED ORDER BY id")
                while let id = try? rows.next() { ids.append(id) }
                return ids
            }
        }
    }
}

extension HistoryError {
    /// What is wrong, without the file and without a way out.
    fileprivate var reason: String {
        switch self {
        case .damaged(_, let what): what
        case .failed(_, let reason), .unreadable(_, let reason): reason
        default: description
        }
    }
}
