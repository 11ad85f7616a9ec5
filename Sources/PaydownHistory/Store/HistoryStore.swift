import GRDB
import PaydownCore

/// A history: the snapshots of a project over time, and the lives of its findings, in one SQLite file.
///
/// Snapshots may be added in any order; where they stand is told by when they were committed and by their parents. A
/// finding is stored once for all snapshots that have it unchanged. Any number of processes may read; one writes at a
/// time, and others wait for it for a while. What was added survives the end of the process at any moment.
package final class HistoryStore: Sendable {
    package enum Access: Sendable {
        case readOnly
        /// Makes the file when there is none.
        case readWrite
    }

    package let path: String
    let queue: DatabaseQueue
    /// What the last snapshot left behind, so that the next one need not read it again.
    let memory = UnsafeStoreMemory()

    private init(path: String, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// - Parameter patience: how long one waits for another process to be done with writing, in seconds.
    package static func open(
        at path: String, access: Access, patience: Double = 5
    ) throws(HistoryError) -> HistoryStore {
        try HistoryFile.check(path, access)
        do {
            let configuration = HistoryFile.configuration(access, patience: patience)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try HistoryFile.prepare(queue, path, access)
            return HistoryStore(path: path, queue: queue)
        } catch let error as HistoryError {
            throw error
        } catch {
            throw HistoryError(error, file: path)
        }
    }

    /// Gives the file back; a store that is let go of does so, too.
    package func close() throws(HistoryError) {
        do {
            try queue.close()
        } catch {
            throw HistoryError(error, file: path)
        }
    }

    // MARK: Transactions

    func read<Value>(_ body: (Database, inout StoreMemory) throws -> Value) throws(HistoryError) -> Value {
        do {
            return try queue.read { db in
                do {
                    return try body(db, &memory.value)
                } catch {
                    memory.value = StoreMemory()
                    throw error
                }
            }
        } catch let error as HistoryError {
            throw error
        } catch {
            throw HistoryError(error, file: path)
        }
    }

    /// All or nothing. What is remembered between transactions is forgotten when one fails.
    func write<Value>(
        _ body: (Database, inout StoreMemory) throws -> Value
    ) throws(HistoryError) -> Value {
        do {
            return try queue.write { db in
                memory.value.follow(try Self.bump(db))
                return try body(db, &memory.value)
            }
        } catch {
            // Also when the commit itself failed.
            queue.inDatabase { _ in memory.value = StoreMemory() }
            if let error = error as? HistoryError { throw error }
            throw HistoryError(error, file: path)
        }
    }

    /// The number of this change, one more than that of the last.
    private static func bump(_ db: Database) throws -> Int {
        let revision = try Int.fetchOne(db, sql: "UPDATE state SET revision = revision + 1 RETURNING revision")
        guard let revision else { throw BrokenBytes(what: "its state is missing") }
        return revision
    }
}
