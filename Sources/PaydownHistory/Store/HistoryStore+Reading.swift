import GRDB
import PaydownCore

extension HistoryStore {
    /// All snapshots without their findings, oldest first.
    package func entries() throws(HistoryError) -> [SnapshotEntry] {
        try read { db, _ in try SnapshotTable.entries(db) }
    }

    /// The same one after the other, for who keeps only a little of each: thousands of headers take tens of megabytes.
    package func forEachEntry(_ body: (SnapshotEntry) -> Void) throws(HistoryError) {
        try read { db, _ in try SnapshotTable.forEach(db, body) }
    }

    /// Those that were added after another one, wherever in time, oldest first.
    package func entries(addedAfter id: SnapshotEntry.ID) throws(HistoryError) -> [SnapshotEntry] {
        try read { db, _ in try SnapshotTable.entries(db, after: id.rawValue) }
    }

    /// The last snapshot in time that has its findings; nil for an empty history.
    package func newest() throws(HistoryError) -> SnapshotEntry? {
        try read { db, _ in try SnapshotTable.newest(db) }
    }

    package func entry(_ id: SnapshotEntry.ID) throws(HistoryError) -> SnapshotEntry? {
        try read { db, _ in try SnapshotTable.entry(id.rawValue, db) }
    }

    /// A snapshot as it was added.
    package func snapshot(_ id: SnapshotEntry.ID) throws(HistoryError) -> Snapshot {
        try read { db, memory in
            if try SnapshotTable.entry(id.rawValue, db)?.hasFindings == false {
                throw HistoryError.pruned(file: path, name: "snapshot \(id.rawValue)")
            }
            return try Self.load(id.rawValue, db, &memory)
        }
    }

    static func load(_ id: Int, _ db: Database, _ memory: inout StoreMemory) throws -> Snapshot {
        let header = try SnapshotTable.header(id, db)
        let content = try Int.fetchOne(db, sql: "SELECT content FROM snapshot WHERE id = ?", arguments: [id])
        guard let content else { throw BrokenBytes(what: "the findings of this snapshot were pruned") }
        return Snapshot(header: header, findings: try ContentTable.state(content, db, &memory).table)
    }
}
