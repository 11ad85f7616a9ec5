import FoundationEssentials
import GRDB
import GRDBSQLite

/// Bytes in a column.
///
/// A performance file: straight from SQLite's memory into an array, without a `Data` between.
struct Blob: DatabaseValueConvertible, StatementColumnConvertible, Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(sqliteStatement: SQLiteStatement, index: CInt) {
        // The size is asked for after the bytes, as SQLite wants it.
        let start = sqlite3_column_blob(sqliteStatement, index)
        let count = Int(sqlite3_column_bytes(sqliteStatement, index))
        bytes = Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    var databaseValue: DatabaseValue {
        Data(bytes).databaseValue
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Blob? {
        guard case .blob(let data) = value.storage else { return nil }
        return Blob(Array(data))
    }
}
