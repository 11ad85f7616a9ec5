import Glibc
import PaydownCore
import PaydownFormats
import PaydownHistory

/// The snapshots that scans of a project have kept, oldest first: those of its history, or files where there is none.
struct KeptSnapshots {
    /// One of them, not read yet.
    struct Kept {
        enum Place {
            case file(String)
            case entry(SnapshotEntry.ID)
        }

        let header: SnapshotHeader
        let place: Place
    }

    /// Nil where the project has no history.
    let history: HistoryStore?
    private let folder: String

    /// - Throws: `HistoryError` when there is a history and it cannot be read.
    init(_ project: ProjectStore) throws {
        try self.init(history: project.path + "/history.db", folder: project.path + "/snapshots")
    }

    /// - Parameter history: the path of a history that need not be there.
    init(history path: String, folder: String) throws {
        history = access(path, F_OK) == 0 ? try HistoryStore.open(at: path, access: .readOnly) : nil
        self.folder = folder
    }

    /// Nil when none was kept.
    func newest() throws -> Kept? {
        guard let history else { return SnapshotLocator().likelyNewest([folder]).map(Self.kept) }
        // One whose findings were pruned has nothing to compare.
        if let entry = try history.newest(), entry.hasFindings { return Self.kept(entry) }
        return try all().last
    }

    /// The last one of a day or before it; nil when the project was not scanned so early.
    func newest(until day: Day) throws -> Kept? {
        try all().last { $0.header.takenAt.day <= day }
    }

    /// Nil when the history has none of that number, or not its findings any more.
    func entry(_ number: Int) throws -> Kept? {
        let entry = try history?.entry(SnapshotEntry.ID(number))
        return entry.flatMap { $0.hasFindings ? Self.kept($0) : nil }
    }

    /// Those that can be read.
    func all() throws -> [Kept] {
        guard let history else { return SnapshotLocator().locate([folder]).files.map(Self.kept) }
        return try history.entries().filter(\.hasFindings).map(Self.kept)
    }

    func snapshot(_ kept: Kept) throws -> Snapshot {
        switch kept.place {
        case .file(let path): return try SnapshotReader().read(path)
        case .entry(let id):
            guard let history else { preconditionFailure("an entry is of a history") }
            return try history.snapshot(id)
        }
    }

    /// As people name it: the file, or the number in the history.
    func name(_ kept: Kept) -> String {
        switch kept.place {
        case .file(let path): path
        case .entry(let id): "#\(id.rawValue)"
        }
    }

    private static func kept(_ file: SnapshotFile) -> Kept {
        Kept(header: file.header, place: .file(file.path))
    }

    private static func kept(_ entry: SnapshotEntry) -> Kept {
        Kept(header: entry.header, place: .entry(entry.id))
    }
}
