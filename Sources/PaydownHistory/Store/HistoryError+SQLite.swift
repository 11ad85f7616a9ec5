import GRDB

extension HistoryError {
    /// What an error of the database means for people.
    init(_ error: any Error, file: String) {
        if let broken = error as? BrokenBytes {
            self = .damaged(file: file, what: broken.what)
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(file: file, reason: "\(error)")
            return
        }
        let reason = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(file: file)
        case .SQLITE_FULL: self = .full(file: file)
        case .SQLITE_CORRUPT: self = .damaged(file: file, what: reason)
        case .SQLITE_NOTADB: self = .notAHistory(file: file)
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(file: file)
        case .SQLITE_CANTOPEN: self = .unreadable(file: file, reason: reason)
        default: self = .failed(file: file, reason: reason)
        }
    }
}
