import GRDB
import PaydownCore

/// Where snapshots stand in time.
///
/// A commit stands at the moment when it was made, but never before its parent: clocks differ, and a rebase gives many
/// commits one second. So its moment is the latest of its own and those of its forebears, and those of one moment stand
/// in the order of their generations. That depends on what is in the history, not on the order in which it came.
struct Timeline {
    /// A snapshot's place; those of two snapshots are never equal.
    struct Place: Comparable {
        var moment: Int
        var generation: Int
        var taken: Int
        var key: [UInt8]

        static func < (left: Place, right: Place) -> Bool {
            let (mine, theirs) = (
                (left.moment, left.generation, left.taken), (right.moment, right.generation, right.taken)
            )
            if mine != theirs { return mine < theirs }
            return left.key.lexicographicallyPrecedes(right.key)
        }
    }

    /// What tells a commit from a changed work tree, whose parent is the commit that it is based on.
    static let isCommit = "(parent IS NULL OR parent <> \"commit\")"

    static let order = "moment, generation, taken, key"

    /// The moment and generation of a commit by its own moment and its parent, as far as that is known.
    static func position(own: Int, parent: String?, _ db: Database) throws -> (moment: Int, generation: Int) {
        guard let parent else { return (own, 0) }
        // The same commit may be there several times, scanned by different rules.
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT moment, generation FROM snapshot WHERE "commit" = ? AND \(isCommit)
                ORDER BY moment DESC, generation DESC LIMIT 1
                """, arguments: [parent])
        guard let row, (row[0] as Int) >= own else { return (own, 0) }
        return (row[0], (row[1] as Int) + 1)
    }

    /// Moves the children of a commit behind it, and theirs behind them.
    ///
    /// - Returns: the earliest place that something was taken from or moved to; nil when nothing moved.
    static func moveDescendants(of commit: String, _ db: Database) throws -> Place? {
        var earliest: Place?
        var open = [commit]
        var seen: Set<String> = [commit]
        while let parent = open.popLast() {
            let children = try Row.fetchAll(
                db, sql: "SELECT id, own, \"commit\", \(order) FROM snapshot WHERE parent = ?", arguments: [parent])
            for child in children {
                let own: Int = child[1]
                let (moment, generation) = try position(own: own, parent: parent, db)
                let before = place(child, from: 3)
                if (moment, generation) == (before.moment, before.generation) { continue }
                var after = before
                (after.moment, after.generation) = (moment, generation)
                try db.execute(
                    sql: "UPDATE snapshot SET moment = ?, generation = ? WHERE id = ?",
                    arguments: [moment, generation, child[0] as Int])
                earliest = [earliest, before, after].compactMap(\.self).min()
                let name: String = child[2]
                // A commit that is its own forebear is nonsense from outside, and no reason to go on for ever.
                if !name.isEmpty, seen.insert(name).inserted { open.append(name) }
            }
        }
        return earliest
    }

    static func place(of id: Int, _ db: Database) throws -> Place? {
        try Row.fetchOne(db, sql: "SELECT \(order) FROM snapshot WHERE id = ?", arguments: [id]).map {
            place($0, from: 0)
        }
    }

    static func place(_ row: Row, from column: Int) -> Place {
        Place(
            moment: row[column], generation: row[column + 1], taken: row[column + 2],
            key: (row[column + 3] as Blob).bytes)
    }

    /// The snapshot before a place, and the one behind it.
    static func neighbours(of place: Place, _ db: Database) throws -> (before: Int?, behind: Int?) {
        let arguments: StatementArguments = [place.moment, place.generation, place.taken, Blob(place.key)]
        let before = try Int.fetchOne(
            db,
            sql: """
                SELECT id FROM snapshot WHERE (\(order)) < (?, ?, ?, ?)
                ORDER BY moment DESC, generation DESC, taken DESC, key DESC LIMIT 1
                """, arguments: arguments)
        let behind = try Int.fetchOne(
            db, sql: "SELECT id FROM snapshot WHERE (\(order)) > (?, ?, ?, ?) ORDER BY \(order) LIMIT 1",
            arguments: arguments)
        return (before, behind)
    }
}
