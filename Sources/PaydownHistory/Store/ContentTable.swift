import GRDB
import PaydownCore

/// The findings of snapshots in the table `content`.
enum ContentTable {
    /// Differences that lead to a snapshot may be as long together as a whole one, or that long, before a whole one is
    /// stored again: a snapshot costs the reading of two at most, and whole ones less of the file than differences.
    private static let leastSlack = 64 << 10
    /// And so many of them: each moves some row numbers.
    private static let mostSteps = 2000

    /// The state of a content, by way of those that lead to it.
    static func state(_ id: Int, _ db: Database, _ memory: inout StoreMemory) throws -> ContentState {
        if let known = memory.content, known.id == id { return known.state }
        let statement = try db.cachedStatement(sql: "SELECT base, data FROM content WHERE id = ?")
        var way: [[UInt8]] = []
        var next: Int? = id
        var state = ContentState()
        while let current = next {
            if let known = memory.content, known.id == current {
                state = known.state
                break
            }
            // From a cursor, whose rows are not copied.
            let rows = try Row.fetchCursor(statement, arguments: [current])
            guard let row = try rows.next() else { throw BrokenBytes(what: "findings are missing") }
            guard way.count <= 2 * mostSteps else { throw BrokenBytes(what: "findings that lead in a circle") }
            way.append((row[1] as Blob).bytes)
            next = row[0]
        }
        // Let go of what is replaced before it is changed, so that it is not copied.
        memory.content = nil
        for bytes in way.reversed() { try state.apply(UnsafeDeflate.unpacked(bytes)) }
        memory.content = (id, state)
        return state
    }

    /// Stores a table as what is different from another content, or whole.
    ///
    /// - Returns: its number, and the difference when it is one.
    static func add(
        _ table: FindingTable, base: Int?, _ db: Database, _ memory: inout StoreMemory
    ) throws -> (id: Int, delta: ContentDelta?) {
        if let base {
            let row = try Row.fetchOne(
                db, sql: "SELECT depth, weight, whole FROM content WHERE id = ?", arguments: [base])
            guard let row else { throw BrokenBytes(what: "findings are missing") }
            let (depth, weight, whole): (Int, Int, Int) = (row[0], row[1], row[2])
            let state = try state(base, db, &memory)
            memory.content = nil
            let delta = ContentDelta(from: state, to: table)
            if depth < mostSteps, weight + delta.bytes.count <= max(leastSlack, whole) {
                let id = try insert(
                    delta, base: base, depth: depth + 1, weight: weight + delta.bytes.count, whole: whole, db, &memory)
                return (id, delta)
            }
        }
        let delta = ContentDelta(from: ContentState(), to: table)
        let id = try insert(delta, base: nil, depth: 0, weight: 0, whole: delta.bytes.count, db, &memory)
        return (id, nil)
    }

    private static func insert(
        _ delta: ContentDelta, base: Int?, depth: Int, weight: Int, whole: Int, _ db: Database,
        _ memory: inout StoreMemory
    ) throws -> Int {
        try db.execute(
            sql: "INSERT INTO content (base, depth, weight, whole, data) VALUES (?, ?, ?, ?, ?)",
            arguments: [base, depth, weight, whole, Blob(UnsafeDeflate.packed(delta.bytes))])
        let id = Int(db.lastInsertedRowID)
        memory.content = (id, delta.state)
        return id
    }
}
