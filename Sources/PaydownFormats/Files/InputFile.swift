#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file that is read from its beginning to its end, closed when nobody needs it any more.
///
/// It is read, not mapped: another process may cut a mapped file short, which kills the reader.
final class InputFile {
    private let path: String
    private let descriptor: Int32
    /// In bytes, when it was opened.
    let size: Int

    /// Refuses whatever is not a regular file.
    init(_ path: String) throws(SnapshotError) {
        var status = stat()
        // Asked before opening, since opening a pipe waits for its other end.
        guard stat(path, &status) == 0 else { throw SystemError.last.reading(path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .isFolder(file: path)
        default: throw .isSpecial(file: path)
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError.last.reading(path) }
        self.path = path
        size = Int(status.st_size)
    }

    deinit {
        close(descriptor)
    }

    /// - Returns: how many bytes were read; 0 at the end.
    func read(into room: UnsafeMutableRawBufferPointer) throws(SnapshotError) -> Int {
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, room.baseAddress, room.count)
            #elseif canImport(Musl)
                let count = Musl.read(descriptor, room.baseAddress, room.count)
            #else
                let count = Darwin.read(descriptor, room.baseAddress, room.count)
            #endif
            if count >= 0 { return count }
            let error = SystemError.last
            if error.code != EINTR { throw error.reading(path) }
        }
    }
}
