#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that appears whole or not at all.
///
/// The bytes go into a hidden file in the same folder; `commit()` brings them to the disk, gives the file its name,
/// and brings the folder to the disk. Without `commit()` nothing remains. A link is written through, and a file
/// that is replaced keeps its permissions.
final class AtomicFile {
    /// As it was given, for messages.
    private let path: String
    private let target: String
    private let folder: String
    private let temporary: String
    private var descriptor: Int32
    private var isCommitted = false

    init(_ path: String) throws(SnapshotError) {
        self.path = path
        target = Self.resolved(path)
        let name: String
        (folder, name) = Self.split(target)
        var existing = stat()
        let exists = stat(target, &existing) == 0
        if exists, existing.st_mode & S_IFMT == S_IFDIR { throw .isFolder(file: path) }
        let mode = exists ? existing.st_mode & 0o777 : 0o666
        var attempt = 0
        var candidate = ""
        var opened: Int32 = -1
        repeat {
            candidate = "\(folder)/.\(name).\(getpid())-\(attempt).tmp"
            opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            attempt += 1
        } while opened < 0 && errno == EEXIST && attempt < 100
        guard opened >= 0 else { throw .unwritable(file: path, reason: SystemError.last.words) }
        temporary = candidate
        descriptor = opened
        if exists { fchmod(descriptor, mode) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isCommitted { unlink(temporary) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(SnapshotError) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            #if canImport(Glibc)
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            #elseif canImport(Musl)
                let count = Musl.write(descriptor, rest.baseAddress, rest.count)
            #else
                let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
            #endif
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                throw failure()
            }
        }
    }

    func commit() throws(SnapshotError) {
        guard fsync(descriptor) == 0 else { throw failure() }
        let closed = close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw failure() }
        guard rename(temporary, target) == 0 else { throw failure() }
        isCommitted = true
        // The name is on the disk only when the folder is; some file systems cannot do it, and need not.
        let folderDescriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folderDescriptor >= 0 {
            fsync(folderDescriptor)
            close(folderDescriptor)
        }
    }

    private func failure() -> SnapshotError {
        .unwritable(file: path, reason: SystemError.last.words)
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let name = String(path[path.index(after: slash)...])
        return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
    }

    /// Where a link leads; the path itself when it is none, or leads nowhere yet.
    private static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
