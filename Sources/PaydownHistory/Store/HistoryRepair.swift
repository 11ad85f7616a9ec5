import PaydownCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Saves what can be read of a damaged history.
package struct HistoryRepair: Sendable {
    package struct Outcome: Equatable, Sendable {
        /// Snapshots that are in the new history.
        package var saved = 0
        /// What could not be read, a sentence each.
        package var lost: [String] = []
        /// Where the damaged file is now.
        package var aside = ""
    }

    /// Puts a damaged history aside, and a new one with everything that can be read of it in its place.
    ///
    /// The damaged file is only renamed; nothing of it is deleted.
    package static func repair(_ path: String) throws(HistoryError) -> Outcome {
        guard case .file = FileKind(path) else { throw .noHistory(file: path) }
        var outcome = Outcome()
        let aside = freeName(path)
        let made = aside + ".new"
        let fresh = try HistoryStore.open(at: made, access: .readWrite)
        do throws(HistoryError) {
            try HistoryStore.open(at: path, access: .readOnly).salvage { (snapshot) throws(HistoryError) in
                _ = try fresh.add(snapshot)
                outcome.saved += 1
            } lost: {
                outcome.lost.append($0)
            }
        } catch .newer(let file, let version, let known) {
            remove(made)
            throw .newer(file: file, version: version, known: known)
        } catch {
            // So little is left of it that not even its tables are found.
            outcome.lost.append(error.description)
        }
        try fresh.settle()
        try fresh.close()
        // The files beside it belong to it: what was written last may still be in them.
        for suffix in ["-wal", "-shm", ""] { rename(path + suffix, aside + suffix) }
        guard rename(made, path) == 0 else {
            throw .unreadable(file: made, reason: String(cString: strerror(errno)))
        }
        outcome.aside = aside
        return outcome
    }

    private static func freeName(_ path: String) -> String {
        var number = 1
        while access("\(path).damaged-\(number)", F_OK) == 0 { number += 1 }
        return "\(path).damaged-\(number)"
    }

    private static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    }
}
