import GRDB
import PaydownCore

/// Snapshots without their findings in the table `snapshot`.
enum SnapshotTable {
    /// A snapshot's header in its parts, all of them stored.
    static func insert(
        _ header: SnapshotHeader, key: [UInt8], place: Timeline.Place, parent: String?, content: Int, files: FileMap,
        _ db: Database
    ) throws -> Int {
        let packed = try packed(header)
        let frame = try PartTable.add(packed.frame, db)
        let tests = try PartTable.add(packed.tests, db)
        let problems = try PartTable.add(packed.problems, db)
        let renames = files.renames.isEmpty ? nil : Blob(KnownFiles.packed(files.renames))
        let existing = try files.existing.map { try PartTable.add(KnownFiles.packed($0), db) }
        try db.execute(
            sql: """
                INSERT INTO snapshot (key, moment, generation, taken, own, "commit", parent, rules, content, header,
                    frame, tests, problems, exact, renames, files)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Blob(key), place.moment, place.generation, place.taken, SnapshotKey.moment(header).seconds,
                header.revision?.commit ?? "", parent, header.tool.rules, content, Blob(packed.values), frame, tests,
                problems, packed.exact.isEmpty ? nil : Blob(packed.exact), renames, existing,
            ])
        return Int(db.lastInsertedRowID)
    }

    /// What is put together again must be what was taken apart, or it is stored as text as well.
    private static func packed(_ header: SnapshotHeader) throws -> PackedHeader {
        var packed = HeaderPacking.packed(header)
        if try HeaderUnpacking.header(packed) != header { packed.exact = try ExactHeader.bytes(header) }
        return packed
    }

    static func find(key: [UInt8], _ db: Database) throws -> Int? {
        try Int.fetchOne(db, sql: "SELECT id FROM snapshot WHERE key = ?", arguments: [Blob(key)])
    }

    // MARK: Entries

    private static let columns = """
        SELECT s.id, s.header, s.frame, s.tests, s.problems, s.exact, s.moment, s.content IS NOT NULL, t.counts,
            s.generation, s.taken, s.key
        FROM snapshot s LEFT JOIN step t ON t.snapshot = s.id
        """

    /// Those with a higher number than that, oldest first; all of them after 0.
    static func entries(_ db: Database, after number: Int = 0) throws -> [SnapshotEntry] {
        var entries: [SnapshotEntry] = []
        try forEach(db, after: number) { entries.append($0) }
        return entries
    }

    /// The same, one after the other.
    static func forEach(_ db: Database, after number: Int = 0, _ body: (SnapshotEntry) -> Void) throws {
        var reader = EntryReader(settled: try StateTable.settled(db))
        let rows = try Row.fetchCursor(
            db, sql: columns + " WHERE s.id > ? ORDER BY s.moment, s.generation, s.taken, s.key", arguments: [number])
        while let row = try rows.next() { body(try reader.entry(row, db)) }
    }

    static func entry(_ id: Int, _ db: Database) throws -> SnapshotEntry? {
        var reader = EntryReader(settled: try StateTable.settled(db))
        let rows = try Row.fetchCursor(db, sql: columns + " WHERE s.id = ?", arguments: [id])
        return try rows.next().map { try reader.entry($0, db) }
    }

    static func newest(_ db: Database) throws -> SnapshotEntry? {
        var reader = EntryReader(settled: try StateTable.settled(db))
        let rows = try Row.fetchCursor(
            db,
            sql: columns + """
                 WHERE s.content IS NOT NULL
                ORDER BY s.moment DESC, s.generation DESC, s.taken DESC, s.key DESC LIMIT 1
                """)
        return try rows.next().map { try reader.entry($0, db) }
    }

    static func header(_ id: Int, _ db: Database) throws -> SnapshotHeader {
        guard let entry = try entry(id, db) else { throw BrokenBytes(what: "a snapshot is missing") }
        return entry.header
    }
}

/// Makes entries of rows, whose shared parts it decodes once.
private struct EntryReader {
    /// The place of the last snapshot whose changes are worked out.
    let settled: Timeline.Place?
    private var headers = HeaderUnpacking()

    init(settled: Timeline.Place?) {
        self.settled = settled
    }

    mutating func entry(_ row: Row, _ db: Database) throws -> SnapshotEntry {
        let header = try header(row, db)
        let moment = Timestamp(seconds: row[6], offsetMinutes: SnapshotKey.moment(header).offsetMinutes)
        return SnapshotEntry(
            id: SnapshotEntry.ID(row[0]), header: header, moment: moment, changes: try changes(row, header),
            hasFindings: row[7])
    }

    private mutating func header(_ row: Row, _ db: Database) throws -> SnapshotHeader {
        if let exact: Blob = row[5] { return try ExactHeader.header(exact.bytes) }
        let parts = HeaderUnpacking.Parts(frame: row[2], tests: row[3], problems: row[4])
        return try headers.header((row[1] as Blob).bytes, parts) { try PartTable.bytes($0, db) }
    }

    private func changes(_ row: Row, _ header: SnapshotHeader) throws -> [String: DiffCounts]? {
        guard let settled, let counts: Blob = row[8] else { return nil }
        let place = Timeline.Place(moment: row[6], generation: row[9], taken: row[10], key: (row[11] as Blob).bytes)
        guard place <= settled else { return nil }
        return try ChangeCounts.unpacked(counts.bytes, header.rules)
    }
}
