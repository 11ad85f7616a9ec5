import Glibc

/// What changes when a file is written: enough to see that an editor has saved.
struct FileStamp: Equatable {
    private(set) var inode: UInt64 = 0
    private var size = 0
    private var seconds = 0
    private var nanoseconds = 0

    /// - Parameter path: a file that is not there has a stamp too, unlike that of any file.
    init(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
}
