import PaydownRules

/// Where in a cache what is, in bytes from its beginning. After the head come the columns of the contributions, then those
/// of files and folders, then the texts; wide values before narrow ones, so that all are aligned.
struct CacheLayout {
    /// How much is known of folders.
    struct Folders {
        var folders = 0
        var entries = 0
        var pathBytes = 0
        var nameBytes = 0
    }

    let files: Int
    let counts: ContributionCounts
    let folders: Folders
    let contributions: Range<Int>
    /// A `FileMark` a file.
    let marks: Int
    /// A `FileMark` a folder.
    let folderMarks: Int
    /// A `CacheVerdict` a file.
    let verdicts: Int
    /// A number a file: where its path ends in `paths`.
    let pathEnds: Int
    // Numbers, as `FolderColumns` has them.
    let folderFlags: Int
    let folderPathEnds: Int
    let entryEnds: Int
    let nameEnds: Int
    // Bytes.
    let kinds: Int
    let paths: Int
    let folderPaths: Int
    let names: Int
    let key: Int
    let byteCount: Int

    /// Magic, checksum and the lengths of everything.
    static let head = 80
    /// The checksum is of what is behind it.
    static let checked = 16

    init(files: Int, pathBytes: Int, keyBytes: Int, _ counts: ContributionCounts, _ folders: Folders) {
        self.files = files
        self.counts = counts
        self.folders = folders
        let length = ContributionBlock.byteCount(files: files, counts)
        contributions = Self.head..<(Self.head + length)
        marks = (contributions.upperBound + 7) & ~7
        folderMarks = marks + files * MemoryLayout<FileMark>.stride
        verdicts = folderMarks + folders.folders * MemoryLayout<FileMark>.stride
        pathEnds = verdicts + files * MemoryLayout<CacheVerdict>.stride
        folderFlags = pathEnds + files * 4
        folderPathEnds = folderFlags + folders.folders * 4
        entryEnds = folderPathEnds + folders.folders * 4
        nameEnds = entryEnds + folders.folders * 4
        kinds = nameEnds + folders.entries * 4
        paths = kinds + folders.entries
        folderPaths = paths + pathBytes
        names = folderPaths + folders.pathBytes
        key = names + folders.nameBytes
        byteCount = key + keyBytes
    }

    /// As a cache's head says; whether it is true is for the caller to see.
    init(_ memory: CacheMemory) {
        func number(_ place: Int) -> UInt32 { memory.load(Self.checked + place * 4) }
        self.init(
            files: Int(number(0)), pathBytes: Int(number(1)), keyBytes: Int(number(2)),
            ContributionCounts(
                rows: number(3), tallies: number(4), members: number(5), strings: number(6), bytes: number(7),
                scopes: number(8)),
            Folders(
                folders: Int(number(9)), entries: Int(number(10)), pathBytes: Int(number(11)),
                nameBytes: Int(number(12))))
    }

    /// The lengths, as the head has them.
    var numbers: [UInt32] {
        [
            UInt32(files), UInt32(folderPaths - paths), UInt32(byteCount - key), counts.rows, counts.tallies,
            counts.members, counts.strings, counts.bytes, counts.scopes, UInt32(folders.folders),
            UInt32(folders.entries), UInt32(folders.pathBytes), UInt32(folders.nameBytes),
        ]
    }
}
