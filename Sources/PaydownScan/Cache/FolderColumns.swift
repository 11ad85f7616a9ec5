/// What a walk found in folders, in columns as a cache keeps them.
struct FolderColumns: Sendable {
    let records: FolderRecords
    /// `FolderContents.flags` of each folder.
    private(set) var flags: [UInt32] = []
    /// Where the entries of each folder end in `kinds`.
    private(set) var entryEnds: [UInt32] = []
    /// Where the name of each entry ends in `names`.
    private(set) var nameEnds: [UInt32] = []
    private(set) var kinds: [UInt8] = []
    private(set) var names: [UInt8] = []

    init(_ records: FolderRecords) {
        self.records = records
        for contents in records.contents {
            flags.append(contents.flags)
            for entry in contents.entries {
                names.append(contentsOf: contents.name(entry))
                nameEnds.append(UInt32(names.count))
                kinds.append(entry.kind.rawValue)
            }
            entryEnds.append(UInt32(kinds.count))
        }
    }

    /// The lengths of the columns.
    var sizes: CacheLayout.Folders {
        CacheLayout.Folders(
            folders: flags.count, entries: kinds.count, pathBytes: records.paths.count, nameBytes: names.count)
    }
}
