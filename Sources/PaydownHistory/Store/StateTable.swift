import GRDB

/// The one row of the table `state`.
enum StateTable {
    /// The place of the last snapshot whose step is worked out; nil when none is.
    static func settled(_ db: Database) throws -> Timeline.Place? {
        try settledID(db).flatMap { try Timeline.place(of: $0, db) }
    }

    static func settledID(_ db: Database) throws -> Int? {
        try Int.fetchOne(db, sql: "SELECT settled FROM state WHERE settled IS NOT NULL")
    }

    static func settle(_ id: Int?, _ db: Database) throws {
        try db.execute(sql: "UPDATE state SET settled = ?", arguments: [id])
    }
}
