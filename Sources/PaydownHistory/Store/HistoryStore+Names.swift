import GRDB
import PaydownCore

extension HistoryStore {
    /// The snapshot that people name by its number, by the beginning of its commit, by a day (the last one of that day or
    /// before), or as `newest`.
    package func entry(named name: String) throws(HistoryError) -> SnapshotEntry {
        try read { db, _ in
            if let id = try Self.find(name, path, db), let entry = try SnapshotTable.entry(id, db) { return entry }
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM snapshot") ?? 0
            throw HistoryError.noSnapshot(file: path, name: name, count: count)
        }
    }

    private static func find(_ name: String, _ path: String, _ db: Database) throws -> Int? {
        if name == "newest" { return try SnapshotTable.newest(db)?.id.rawValue }
        if let day = Day(name) { return try last(on: day, db) }
        if name.utf8.count < 7, let number = Int(name),
            let id = try Int.fetchOne(db, sql: "SELECT id FROM snapshot WHERE id = ?", arguments: [number])
        {
            return id
        }
        return try byCommit(name, path, db)
    }

    /// The day is that of each snapshot's own clock.
    private static func last(on day: Day, _ db: Database) throws -> Int? {
        try SnapshotTable.entries(db).last { $0.moment.day <= day }?.id.rawValue
    }

    private static func byCommit(_ name: String, _ path: String, _ db: Database) throws -> Int? {
        guard name.utf8.count >= 4, name.allSatisfy(\.isHexDigit) else { return nil }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, "commit" FROM snapshot WHERE "commit" >= ? AND "commit" < ?
                ORDER BY \(Timeline.isCommit), \(Timeline.order)
                """, arguments: [name.lowercased(), name.lowercased() + "g"])
        let commits = Set(rows.map { $0[1] as String })
        guard commits.count < 2 else {
            throw HistoryError.ambiguous(
                file: path, name: name, matches: commits.sorted().prefix(9).map { String($0.prefix(12)) })
        }
        // Of one commit by several rules the one that stands last, and a changed work tree only when there is no other.
        return rows.last?[0]
    }
}
