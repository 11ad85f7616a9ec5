import PaydownFormats

/// Why a history could not be opened, read or written; every text ends with what to do.
package enum HistoryError: Error, Equatable, Sendable {
    /// Another process has been writing for longer than one waits.
    case busy(file: String)
    case noHistory(file: String)
    /// The file is something else: no database, or one of another program.
    case notAHistory(file: String)
    case newer(file: String, version: Int, known: Int)
    /// What is wrong with it, in SQLite's or in our own words.
    case damaged(file: String, what: String)
    case full(file: String)
    case readOnly(file: String)
    case unreadable(file: String, reason: String)
    /// The moment is in a time whose findings were pruned.
    case pruned(file: String, name: String)
    case noSnapshot(file: String, name: String, count: Int)
    case ambiguous(file: String, name: String, matches: [String])
    /// A snapshot that JSON cannot hold, such as one with a measure that is no number.
    case unwritable(SnapshotError)
    case failed(file: String, reason: String)

    /// Whether there is nothing at all, rather than something that cannot be read.
    package var isMissing: Bool {
        if case .noHistory = self { true } else { false }
    }
}

extension HistoryError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .busy(let file):
            "\(file): another paydown is writing to it; try again when it is done"
        case .noHistory(let file):
            "\(file): there is no history yet; 'paydown scan' begins one"
        case .notAHistory(let file):
            "\(file): is no history of paydown; move it away, or name another file"
        case .newer(let file, let version, let known):
            "\(file): was written by a newer paydown (schema \(version), this one knows \(known)); "
                + "update paydown, or let the newer one 'history export' it"
        case .damaged(let file, let what):
            "\(file): is damaged (\(what)); 'paydown history export --to FOLDER' saves what can be read, "
                + "'paydown history repair' sets the file aside and begins anew with that"
        case .full(let file):
            "\(file): no room left on the disk; what was stored before is safe; make room and run it again"
        case .readOnly(let file):
            "\(file): cannot be written; change its permissions, or do without with --no-save"
        case .unreadable(let file, let reason):
            "\(file): cannot be opened: \(reason); check the path and its permissions"
        case .pruned(let file, let name):
            "\(file): the findings around \(name) were pruned; its numbers are still in 'paydown history list'"
        case .noSnapshot(let file, let name, let count):
            "\(file): no snapshot '\(name)'; 'paydown history list' shows " + (count == 1 ? "the one" : "the \(count)")
                + " there " + (count == 1 ? "is" : "are")
        case .ambiguous(let file, let name, let matches):
            "\(file): '\(name)' is the beginning of several: \(matches.joined(separator: ", ")); give more of it"
        case .unwritable(let error):
            error.description
        case .failed(let file, let reason):
            "\(file): \(reason); what was stored before is safe; try again, or report it with this text"
        }
    }
}
