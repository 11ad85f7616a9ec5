import GRDB
import PaydownCore

/// The file of a history: whether it is one, and which version of it.
enum HistoryFile {
    static func configuration(_ access: HistoryStore.Access, patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .readOnly
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.label = "paydown.history"
        configuration.prepareDatabase { db in
            // Nothing is read of the file until the first question, so that these may come before it exists.
            try db.execute(sql: "PRAGMA page_size = \(HistorySchema.pageSize)")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            // Eight megabytes of pages are kept at hand.
            try db.execute(sql: "PRAGMA cache_size = -8192")
        }
        return configuration
    }

    /// What SQLite would not say as well.
    static func check(_ path: String, _ access: HistoryStore.Access) throws(HistoryError) {
        switch FileKind(path) {
        case .absent: if access == .readOnly { throw .noHistory(file: path) }
        case .folder: throw .unreadable(file: path, reason: "it is a folder")
        case .file: return
        }
    }

    static func prepare(_ queue: DatabaseQueue, _ path: String, _ access: HistoryStore.Access) throws {
        // In one transaction: another process may be making the file between two questions.
        let version = try queue.read { db in try found(db, path) }
        if version == HistorySchema.version { return }
        guard access == .readWrite else {
            if version == 0 { throw HistoryError.noHistory(file: path) }
            // An older one is brought up to date by whoever may write; a reader can do without what is new.
            return
        }
        try queue.inDatabase { db in
            // Has to be said outside of a transaction, and stays with the file.
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        }
        try queue.write { db in
            // Somebody else may have been faster.
            let version = try found(db, path)
            if version == 0 {
                try HistorySchema.create(db)
            } else if version < HistorySchema.version {
                try HistorySchema.migrate(db, from: version)
            }
        }
    }

    /// The schema's version; 0 for an empty file.
    private static func found(_ db: Database, _ path: String) throws -> Int {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if application == 0, version == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 {
            return 0
        }
        guard application == HistorySchema.application else { throw HistoryError.notAHistory(file: path) }
        guard version <= HistorySchema.version else {
            throw HistoryError.newer(file: path, version: version, known: HistorySchema.version)
        }
        return version
    }
}
