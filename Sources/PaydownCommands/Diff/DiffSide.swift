import PaydownCore
import PaydownFormats

/// One side of a difference, read or scanned.
struct DiffSide {
    /// What a word on the command line asks for.
    enum Request: Equatable {
        /// A snapshot in a file, or the newest one in a folder.
        case file(String)
        /// What was kept last on that day or before.
        case day(Day)
        /// What was kept last of all.
        case newestKept
        /// A snapshot of a history by its number, or the last one where there is no number: of the project's own, where
        /// no file is named.
        case entry(history: String?, number: Int?)
        /// A commit by any name that Git knows.
        case commit(String)
        case workTree

        /// A name with the ending of a snapshot is a file, one with that of a history or with a number sign is in a
        /// history, a date is a day, and all else is asked of Git first.
        init(_ word: String) {
            let sign = word.lastIndex(of: "#")
            let number = sign.flatMap { Int(word[word.index(after: $0)...]) }
            let file = sign.map { String(word[..<$0]) } ?? word
            if file.hasSuffix(".db"), number != nil || sign == nil {
                self = .entry(history: file, number: number)
            } else if file.isEmpty, let number {
                self = .entry(history: nil, number: number)
            } else if word.hasSuffix(".json") || word.hasSuffix(".json.gz") || word.hasSuffix("/") {
                self = .file(word)
            } else if let day = Day(word) {
                self = .day(day)
            } else {
                self = .commit(word)
            }
        }

        /// What may be a file or a folder: its path.
        var path: String? {
            switch self {
            case .file(let path), .commit(let path): path
            case .day, .newestKept, .entry, .workTree: nil
            }
        }
    }

    let snapshot: Snapshot
    /// As people know it: a file's name, a commit, the files here.
    let name: String
    /// Whether it shows the files that are there now, rather than those of a commit.
    let isWorkTree: Bool

    /// The commit whose files it shows; nil when it is not known, or when they differed from it.
    var commit: String? {
        guard let revision = snapshot.header.revision, !revision.commit.isEmpty, !revision.isDirty else { return nil }
        return revision.commit
    }
}
