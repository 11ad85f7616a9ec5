import GRDB
import PaydownCore

extension HistoryStore {
    /// Keeps a snapshot. One of the same commit by the same tool and rules is there already: then nothing changes.
    ///
    /// Snapshots that are added in the order of time have their changes worked out at once; of one that is added in the
    /// past, what is behind it waits for `settle`.
    ///
    /// - Parameters:
    ///   - files: what is known about files between the parent and this commit.
    ///   - parent: the commit before it on the chain of first parents, as far as that chain is in the history. The
    ///     snapshot stands behind it in time, and renames count from it; without a parent they count from whatever
    ///     snapshot is before this one.
    package func add(
        _ snapshot: Snapshot, files: FileMap = FileMap(), parent: String? = nil
    ) throws(HistoryError) -> SnapshotEntry {
        // A header that JSON cannot hold could not be exported again.
        _ = try ExactHeader.bytes(snapshot.header)
        return try write { db, memory in
            let id = try Self.known(snapshot, db, &memory) ?? insert(snapshot, files, parent, db, &memory)
            guard let entry = try SnapshotTable.entry(id, db) else { throw BrokenBytes(what: "a snapshot is missing") }
            return entry
        }
    }

    /// Whether a commit was scanned by these rules, whatever version of the tool did it.
    package func contains(commit: String, rules: String) throws(HistoryError) -> Bool {
        if commit.isEmpty { return false }
        return try read { db, _ in
            try Bool.fetchOne(
                db,
                sql:
                    "SELECT EXISTS (SELECT 1 FROM snapshot WHERE \"commit\" = ? AND rules = ? AND \(Timeline.isCommit))",
                arguments: [commit, rules]) ?? false
        }
    }

    /// Whether the snapshot files that were kept before there was a history have been taken into it.
    package var hasImported: Bool {
        get throws(HistoryError) {
            try read { db, _ in try Bool.fetchOne(db, sql: "SELECT imported FROM state") ?? false }
        }
    }

    package func markImported() throws(HistoryError) {
        try write { db, _ in try db.execute(sql: "UPDATE state SET imported = 1") }
    }

    /// The snapshot's number when it is there.
    private static func known(_ snapshot: Snapshot, _ db: Database, _ memory: inout StoreMemory) throws -> Int? {
        let header = snapshot.header
        guard let id = try SnapshotTable.find(key: SnapshotKey.bytes(header), db) else { return nil }
        // What was pruned cannot be compared, and is not asked for again.
        if try SnapshotKey.isCommit(header) || content(of: id, db) == nil { return id }
        // Two of one second: the same one again, or another.
        for ordinal in 0... {
            guard let id = try SnapshotTable.find(key: SnapshotKey.bytes(header, ordinal: ordinal), db) else { break }
            if try load(id, db, &memory) == snapshot { return id }
        }
        return nil
    }

    private func insert(
        _ snapshot: Snapshot, _ files: FileMap, _ parent: String?, _ db: Database, _ memory: inout StoreMemory
    ) throws -> Int {
        let header = snapshot.header
        var key = SnapshotKey.bytes(header)
        var ordinal = 0
        while try SnapshotTable.find(key: key, db) != nil {
            ordinal += 1
            key = SnapshotKey.bytes(header, ordinal: ordinal)
        }
        let parent = Self.parent(parent, of: header)
        let (moment, generation) = try Timeline.position(
            own: SnapshotKey.moment(header).seconds, parent: parent, db)
        let place = Timeline.Place(
            moment: moment, generation: generation, taken: header.takenAt.seconds, key: key)
        let (before, behind) = try Timeline.neighbours(of: place, db)
        for neighbour in [before, behind].compactMap(\.self) where try Self.content(of: neighbour, db) == nil {
            throw HistoryError.pruned(file: path, name: header.takenAt.iso)
        }

        let base = try Self.content(of: before, db) ?? Self.content(of: behind, db)
        let (content, delta) = try ContentTable.add(snapshot.findings, base: base, db, &memory)
        let id = try SnapshotTable.insert(
            header, key: key, place: place, parent: parent, content: content, files: files, db)
        var earliest = place
        if let commit = header.revision?.commit, SnapshotKey.isCommit(header),
            let moved = try Timeline.moveDescendants(of: commit, db)
        {
            earliest = min(earliest, moved)
        }
        try LivesTable.unsettle(from: earliest, db, &memory)
        // In the order of time the next step is the one to this snapshot.
        if try StateTable.settledID(db) == before, try Timeline.neighbours(of: place, db).before == before {
            let isNear = try before != nil && base == Self.content(of: before, db)
            try LivesTable.settle(id, previous: before, delta: isNear ? delta : nil, db, &memory)
        }
        return id
    }

    /// Works out the changes and lives of snapshots that came after others were added in the past.
    ///
    /// - Parameter progress: told how many are left, from time to time.
    package func settle(progress: ((_ left: Int) -> Void)? = nil) throws(HistoryError) {
        while true {
            let left = try write { db, memory in try LivesTable.settleSome(db, &memory) }
            progress?(left)
            if left == 0 { return }
        }
    }

    /// Whether all changes and lives are worked out.
    package func isSettled() throws(HistoryError) -> Bool {
        try read { db, _ in
            let newest = try Int.fetchOne(
                db,
                sql: "SELECT id FROM snapshot ORDER BY moment DESC, generation DESC, taken DESC, key DESC LIMIT 1")
            return try newest == StateTable.settledID(db)
        }
    }

    /// A changed work tree comes behind the commit that it is based on.
    private static func parent(_ parent: String?, of header: SnapshotHeader) -> String? {
        let commit = header.revision?.commit ?? ""
        if header.revision?.isDirty == true { return commit.isEmpty ? nil : commit }
        return parent.flatMap { $0.isEmpty || $0 == commit ? nil : $0 }
    }

    private static func content(of snapshot: Int?, _ db: Database) throws -> Int? {
        try snapshot.flatMap { try Int.fetchOne(db, sql: "SELECT content FROM snapshot WHERE id = ?", arguments: [$0]) }
    }
}
