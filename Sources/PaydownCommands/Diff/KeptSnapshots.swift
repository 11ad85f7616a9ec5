import PaydownCore
import PaydownFormats

/// The snapshots that scans of a project have kept, oldest first.
struct KeptSnapshots {
    let folder: String

    init(_ store: ProjectStore) {
        folder = store.path + "/snapshots"
    }

    /// Nil when none was kept.
    func newest() throws(SnapshotError) -> SnapshotFile? {
        SnapshotLocator().likelyNewest([folder])
    }

    /// The last one of a day or before it; nil when the project was not scanned so early.
    func newest(until day: Day) -> SnapshotFile? {
        all().last { $0.header.takenAt.day <= day }
    }

    /// Those that can be read.
    func all() -> [SnapshotFile] {
        SnapshotLocator().locate([folder]).files
    }
}
