import PaydownHistory

/// A snapshot in a history as one text, beside the paths of snapshot files: `.paydown/history.db#12`.
struct HistoryPlace {
    let file: String
    let id: SnapshotEntry.ID

    init(file: String, id: SnapshotEntry.ID) {
        self.file = file
        self.id = id
    }

    /// Nil for anything else, such as the path of a file.
    init?(_ text: String) {
        guard let sign = text.lastIndex(of: "#"), let number = Int(text[text.index(after: sign)...]),
            Self.isHistory(String(text[..<sign]))
        else { return nil }
        self.init(file: String(text[..<sign]), id: SnapshotEntry.ID(number))
    }

    var text: String { "\(file)#\(id.rawValue)" }

    static func isHistory(_ path: String) -> Bool { path.hasSuffix(".db") }
}
