import GRDB
import PaydownCore

/// The steps between neighbours in time, in the table `step`.
enum LivesTable {
    /// So many steps are made in one transaction.
    private static let portion = 50

    /// Says that everything from a place on must be worked out again.
    static func unsettle(from place: Timeline.Place, _ db: Database, _ memory: inout StoreMemory) throws {
        guard let settled = try StateTable.settled(db), settled >= place else { return }
        try StateTable.settle(Timeline.neighbours(of: place, db).before, db)
        memory.fold = nil
    }

    /// Works out some steps behind those that are.
    ///
    /// - Returns: how many are left.
    static func settleSome(_ db: Database, _ memory: inout StoreMemory) throws -> Int {
        let settled = try StateTable.settled(db)
        let after = settled ?? Timeline.Place(moment: .min, generation: .min, taken: .min, key: [])
        let ids = try Int.fetchAll(
            db,
            sql: "SELECT id FROM snapshot WHERE (\(Timeline.order)) > (?, ?, ?, ?) ORDER BY \(Timeline.order)",
            arguments: [after.moment, after.generation, after.taken, Blob(after.key)])
        var previous = try StateTable.settledID(db)
        for id in ids.prefix(portion) {
            try settle(id, previous: previous, delta: nil, db, &memory)
            previous = id
        }
        return max(0, ids.count - portion)
    }

    /// Works out the step to a snapshot from the one before it, which is the last that was worked out.
    ///
    /// - Parameter delta: from that one to this one, when it is at hand.
    static func settle(
        _ id: Int, previous: Int?, delta: ContentDelta?, _ db: Database, _ memory: inout StoreMemory
    ) throws {
        var fold = try self.fold(at: previous, db, memory)
        memory.fold = nil
        let new = try SnapshotTable.header(id, db)
        let delta = try delta ?? self.delta(from: previous, to: id, db, &memory)
        guard fold.lives.count == delta.old.count else { throw BrokenBytes(what: "lives of other rows") }
        let outcome: LifeFold.Outcome
        var changes: [String: DiffCounts] = [:]
        if let previous {
            let old = try SnapshotTable.header(previous, db)
            let files = try files(id, previous: old, db)
            var match = NeighbourMatch(delta, old: old, new: new, renames: files.renames, existing: files.existing)
            outcome = fold.advance(to: id, by: match.step, from: delta.old, delta.state)
            changes = match.changes(returned: outcome.returnedRows)
        } else {
            var step = SnapshotStep()
            for _ in delta.state.sequence { step.append(.none, old: 0) }
            outcome = fold.advance(to: id, by: step, from: [], delta.state)
        }
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO step (snapshot, previous, firstLife, counts, births, deaths, flow, lives)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, previous, outcome.firstLife, Blob(ChangeCounts.packed(changes, new.rules)), Blob(outcome.births),
                Blob(outcome.deaths), Blob(outcome.flow), outcome.lives.map { Blob($0) },
            ])
        try StateTable.settle(id, db)
        memory.fold = fold
    }

    /// The difference from one snapshot's findings to another's; only its rows are wanted, not its bytes.
    private static func delta(
        from previous: Int?, to id: Int, _ db: Database, _ memory: inout StoreMemory
    ) throws -> ContentDelta {
        let old = try previous.map { try ContentTable.state(content(of: $0, db), db, &memory) } ?? ContentState()
        let table = try ContentTable.state(content(of: id, db), db, &memory).table
        return ContentDelta(from: old, to: table)
    }

    private static func content(of snapshot: Int, _ db: Database) throws -> Int {
        let content = try Int.fetchOne(db, sql: "SELECT content FROM snapshot WHERE id = ?", arguments: [snapshot])
        guard let content else { throw BrokenBytes(what: "findings are missing") }
        return content
    }

    /// What is known about files between a snapshot and the one before it: renames count from the parent, and say nothing
    /// when another snapshot came between.
    private static func files(
        _ id: Int, previous: SnapshotHeader, _ db: Database
    ) throws -> (renames: [String: String], existing: Set<UInt32>?) {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT parent, renames, files FROM snapshot WHERE id = ?", arguments: [id])
        guard let row = try rows.next() else { return ([:], nil) }
        let parent: String? = row[0]
        var renames: [String: String] = [:]
        if let blob: Blob = row[1], parent == nil || parent == previous.revision?.commit {
            renames = try KnownFiles.renames(blob.bytes)
        }
        let existing = try (row[2] as Int?).map { try KnownFiles.hashes(PartTable.bytes($0, db)) }
        return (renames, existing)
    }

    // MARK: Reading

    /// Lives as they are at a snapshot that is worked out.
    static func fold(at snapshot: Int?, _ db: Database, _ memory: StoreMemory) throws -> LifeFold {
        guard let snapshot else { return LifeFold() }
        if let fold = memory.fold, fold.snapshot == snapshot { return fold }
        guard let place = try Timeline.place(of: snapshot, db) else { throw BrokenBytes(what: "a snapshot is missing") }
        var fold = LifeFold()
        let written = try lastWritten(before: place, db)
        try forEach(upTo: place, db) { row, rowPlace in
            var row = row
            row.isFlowNeeded = written.map { rowPlace > $0 } ?? true
            // Lives that a later step has written down again are of no use.
            if let written, rowPlace < written { row.lives = nil }
            try fold.replay(row)
        }
        try fold.check()
        return fold
    }

    private static func lastWritten(before place: Timeline.Place, _ db: Database) throws -> Timeline.Place? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT \(Timeline.order) FROM snapshot JOIN step ON step.snapshot = snapshot.id
                WHERE (\(Timeline.order)) <= (?, ?, ?, ?) AND step.lives IS NOT NULL
                ORDER BY moment DESC, generation DESC, taken DESC, key DESC LIMIT 1
                """,
            arguments: [place.moment, place.generation, place.taken, Blob(place.key)]
        ).map { Timeline.place($0, from: 0) }
    }

    /// Stored steps in the order of time.
    static func forEach(
        upTo place: Timeline.Place, _ db: Database, _ body: (StoredStep, Timeline.Place) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT step.snapshot, firstLife, births, deaths, flow, lives, \(Timeline.order)
                FROM snapshot JOIN step ON step.snapshot = snapshot.id
                WHERE (\(Timeline.order)) <= (?, ?, ?, ?) ORDER BY \(Timeline.order)
                """,
            arguments: [place.moment, place.generation, place.taken, Blob(place.key)])
        while let row = try rows.next() {
            let lives: Blob? = row[5]
            let step = StoredStep(
                snapshot: row[0], firstLife: row[1], births: (row[2] as Blob).bytes, deaths: (row[3] as Blob).bytes,
                flow: (row[4] as Blob).bytes, lives: lives?.bytes, isFlowNeeded: true)
            try body(step, Timeline.place(row, from: 6))
        }
    }
}
