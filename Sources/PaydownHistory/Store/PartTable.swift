import GRDB
import PaydownCore

/// Bytes that several snapshots share, stored once.
enum PartTable {
    /// The number of a part, which is added when it is new.
    static func add(_ bytes: [UInt8], _ db: Database) throws -> Int {
        let digest = Blob(SnapshotKey.digest(of: bytes))
        if let id = try Int.fetchOne(db, sql: "SELECT id FROM part WHERE digest = ?", arguments: [digest]) { return id }
        try db.execute(
            sql: "INSERT INTO part (digest, data) VALUES (?, ?)",
            arguments: [digest, Blob(UnsafeDeflate.packed(bytes))])
        return Int(db.lastInsertedRowID)
    }

    static func bytes(_ id: Int, _ db: Database) throws -> [UInt8] {
        guard let blob = try Blob.fetchOne(db, sql: "SELECT data FROM part WHERE id = ?", arguments: [id]) else {
            throw BrokenBytes(what: "a part of a header is missing")
        }
        return try UnsafeDeflate.unpacked(blob.bytes)
    }
}
