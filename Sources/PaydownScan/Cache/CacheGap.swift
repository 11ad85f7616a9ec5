/// What a cache does not know of a tree as it is now, and the next scan would have to find out again.
///
/// Measured: a cache of 4 MB (13,000 files) is put together and written in about the time in which 3 MB of Python are read and
/// scanned. After a save of one file the scan would take a third longer if it wrote the cache anew; so files are rather
/// scanned again, until they are so many that this takes longer than a tenth of a rescan.
struct CacheGap {
    /// Files that had to be read.
    var files = 0
    /// How many bytes they have.
    var bytes = 0
    /// Folders that had to be read.
    var folders = 0
    /// Files that the cache knows and that are no more.
    var vanished = 0

    /// What opening a file or reading a folder costs, in bytes of Python read and scanned meanwhile.
    private static let opening = 4096

    /// Whether the cache is to be written anew.
    ///
    /// - Parameters:
    ///   - size: of the cache, in bytes.
    ///   - count: how many files it knows.
    func isWorthWriting(size: Int, count: Int) -> Bool {
        (bytes + (files + folders) * Self.opening) * 8 > size || vanished * 8 > count
    }
}

extension CacheGap {
    /// - Parameter read: the files that had to be read.
    init(_ read: borrowing ScannedFiles, folders: Int, vanished: Int) {
        self.init(folders: folders, vanished: vanished)
        var (files, bytes) = (0, 0)
        read.forEach { file in
            guard file.isKnown else { return }
            files += 1
            bytes += file.byteCount
        }
        self.files = files
        self.bytes = bytes
    }
}
