/// What a walk found in folders, in the order in which it entered them.
///
/// A performance file: most scans find what the one before did, and nobody asks what stands here. What is in each folder is
/// therefore kept as it came, and only a cache that is written makes columns of it (`FolderColumns`).
struct FolderRecords: Sendable {
    private(set) var marks: [FileMark] = []
    /// Where each folder's path ends in `paths`.
    private(set) var pathEnds: [UInt32] = []
    private(set) var paths: [UInt8] = []
    private(set) var contents: [FolderContents] = []

    /// - Parameters:
    ///   - path: from the tree's root.
    ///   - contents: in order.
    mutating func append(_ path: [UInt8], _ mark: FileMark, _ contents: FolderContents) {
        marks.append(mark)
        paths.append(contentsOf: path)
        pathEnds.append(UInt32(paths.count))
        self.contents.append(contents)
    }
}

extension FolderContents {
    /// What is known of a folder beside its entries, as bits.
    var flags: UInt32 {
        (hasIgnoreFile ? 1 : 0) | (isRepository ? 2 : 0) | (isEnvironment ? 4 : 0)
    }

    init(names: [UInt8], entries: [TreeEntry], flags: UInt32) {
        self.init(names: names, entries: entries)
        hasIgnoreFile = flags & 1 != 0
        isRepository = flags & 2 != 0
        isEnvironment = flags & 4 != 0
    }
}
