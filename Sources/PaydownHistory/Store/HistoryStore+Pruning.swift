import GRDB
import PaydownCore

/// What pruning takes away, or would.
package struct PruneOutcome: Equatable, Sendable {
    /// Snapshots whose findings go.
    package var pruned = 0
    /// Snapshots that keep theirs.
    package var kept = 0
    /// The first of those that keep theirs.
    package var oldestKept: Timestamp?
}

extension HistoryStore {
    /// Lets go of the findings of snapshots before a moment; the newest snapshot always keeps its own.
    ///
    /// Their headers, their changes and the lives of all findings stay: a trend is as long as before, and a finding is as
    /// old as before. What was pruned cannot be opened any more, and nothing can be added in that time.
    package func prune(before moment: Timestamp, isDryRun: Bool = false) throws(HistoryError) -> PruneOutcome {
        if isDryRun { return try read { db, _ in try Self.victims(before: moment, db).outcome } }
        // Steps can be worked out only while the findings are there.
        try settle()
        let outcome = try write { db, memory in
            let (victims, outcome) = try Self.victims(before: moment, db)
            if victims.isEmpty { return outcome }
            try Self.release(victims, db, &memory)
            return outcome
        }
        if outcome.pruned > 0 { try giveBack() }
        return outcome
    }

    private static func victims(
        before moment: Timestamp, _ db: Database
    ) throws -> (ids: [Int], outcome: PruneOutcome) {
        let newest = try SnapshotTable.newest(db)?.id.rawValue
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, moment, content IS NOT NULL FROM snapshot ORDER BY \(Timeline.order)")
        var ids: [Int] = []
        var outcome = PruneOutcome()
        for row in rows {
            let (id, seconds): (Int, Int) = (row[0], row[1])
            if seconds < moment.seconds, id != newest {
                if row[2] { ids.append(id) }
            } else {
                outcome.kept += 1
                if outcome.oldestKept == nil { outcome.oldestKept = try SnapshotTable.entry(id, db)?.moment }
            }
        }
        outcome.pruned = ids.count
        return (ids, outcome)
    }

    /// Findings that are stored as differences from those that go are stored anew.
    private static func release(_ victims: [Int], _ db: Database, _ memory: inout StoreMemory) throws {
        let bases = try Dictionary(
            uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, base FROM content").map {
                ($0[0] as Int, $0[1] as Int?)
            })
        let gone = Set(
            try victims.compactMap {
                try Int.fetchOne(db, sql: "SELECT content FROM snapshot WHERE id = ?", arguments: [$0])
            })
        func hangsOnGone(_ content: Int) -> Bool {
            var next: Int? = content
            while let current = next {
                if gone.contains(current) { return true }
                next = bases[current] ?? nil
            }
            return false
        }
        let leaving = Set(victims)
        let survivors = try Row.fetchAll(
            db,
            sql: "SELECT id, content FROM snapshot WHERE content IS NOT NULL ORDER BY \(Timeline.order)"
        ).map { (id: $0[0] as Int, content: $0[1] as Int) }.filter { !leaving.contains($0.id) }
        var previous: Int?
        var reader = StoreMemory()
        for survivor in survivors {
            guard hangsOnGone(survivor.content) else {
                previous = survivor.content
                continue
            }
            let table = try ContentTable.state(survivor.content, db, &reader).table
            let content = try ContentTable.add(table, base: previous, db, &memory).id
            try db.execute(sql: "UPDATE snapshot SET content = ? WHERE id = ?", arguments: [content, survivor.id])
            previous = content
        }
        for id in victims { try db.execute(sql: "UPDATE snapshot SET content = NULL WHERE id = ?", arguments: [id]) }
        // Whatever nobody needs, the last differences first, since each refers to the one before.
        try db.execute(
            sql: """
                WITH RECURSIVE needed(id) AS (
                    SELECT content FROM snapshot WHERE content IS NOT NULL
                    UNION SELECT base FROM content JOIN needed ON content.id = needed.id WHERE base IS NOT NULL
                )
                UPDATE content SET base = NULL WHERE id NOT IN (SELECT id FROM needed)
                """)
        try db.execute(
            sql: """
                DELETE FROM content WHERE base IS NULL AND depth > 0
                    OR base IS NULL AND NOT EXISTS (SELECT 1 FROM snapshot WHERE content = content.id)
                    AND NOT EXISTS (SELECT 1 FROM content c WHERE c.base = content.id)
                """)
        memory.content = nil
    }

    /// Makes the file as small as what is in it.
    private func giveBack() throws(HistoryError) {
        do {
            try queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM") }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL || error.resultCode == .SQLITE_BUSY {
            // It takes room to make room, and nobody else may be reading; the space is used by what comes next.
            return
        } catch {
            throw HistoryError(error, file: path)
        }
    }
}
