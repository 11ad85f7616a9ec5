/// What a walk found in folders, in columns as a cache keeps them.
struct FolderRecords: Sendable {
    private(set) var marks: [FileMark] = []
    /// `FolderContents.flags` of each.
    private(set) var flags: [UInt32] = []
    /// Where each folder's path ends in `paths`, and its entries in `kinds`.
    private(set) var pathEnds: [UInt32] = []
    private(set) var entryEnds: [UInt32] = []
    /// Where the name of each entry ends in `names`.
    private(set) var nameEnds: [UInt32] = []
    private(set) var kinds: [UInt8] = []
    private(set) var paths: [UInt8] = []
    private(set) var names: [UInt8] = []

    /// The lengths of the columns.
    var sizes: CacheLayout.Folders {
        CacheLayout.Folders(
            folders: marks.count, entries: kinds.count, pathBytes: paths.count, nameBytes: names.count)
    }

    /// - Parameters:
    ///   - path: from the tree's root; folders come in the order in which a walk enters them.
    ///   - contents: in order.
    mutating func append(_ path: [UInt8], _ mark: FileMark, _ contents: FolderContents) {
        marks.append(mark)
        flags.append(contents.flags)
        paths.append(contentsOf: path)
        pathEnds.append(UInt32(paths.count))
        for entry in contents.entries {
            names.append(contentsOf: entry.name)
            nameEnds.append(UInt32(names.count))
            kinds.append(entry.kind.rawValue)
        }
        entryEnds.append(UInt32(kinds.count))
    }
}

extension FolderContents {
    /// What is known of a folder beside its entries, as bits.
    var flags: UInt32 {
        (hasIgnoreFile ? 1 : 0) | (isRepository ? 2 : 0) | (isEnvironment ? 4 : 0)
    }

    init(flags: UInt32) {
        hasIgnoreFile = flags & 1 != 0
        isRepository = flags & 2 != 0
        isEnvironment = flags & 4 != 0
    }
}
