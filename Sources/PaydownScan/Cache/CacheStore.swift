import Glibc

/// The cache as a file: read whole, replaced whole.
struct CacheStore: Sendable {
    let path: String

    /// Puts a new cache in the place of the old one, so that whoever reads at the same time gets one or the other.
    ///
    /// It is not brought to the disk: after a crash of the machine the checksum tells what is missing.
    /// - Throws: `TreeError` in the system's words.
    func write(_ cache: ScanCache) throws(TreeError) {
        var attempt = 0
        var temporary = ""
        var descriptor: Int32 = -1
        repeat {
            temporary = "\(path).\(getpid())-\(attempt).tmp"
            descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            attempt += 1
        } while descriptor < 0 && errno == EEXIST && attempt < 100
        guard descriptor >= 0 else { throw TreeError(code: errno) }
        let failure = cache.memory.withBytes { Self.write($0, to: descriptor) }
        close(descriptor)
        guard failure == 0, rename(temporary, path) == 0 else {
            let error = TreeError(code: failure == 0 ? errno : failure)
            unlink(temporary)
            throw error
        }
    }

    /// - Returns: 0, or why not.
    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count > 0 { written += count } else if errno != EINTR { return errno }
        }
        return 0
    }

    /// Nil when there is no cache, or not all of it.
    func read() -> WholeCache? {
        // A pipe in its place is not waited for.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        // Only what says itself that it is so large gets so much memory.
        let size = Int(status.st_size)
        guard let head = CacheMemory(descriptor, count: CacheLayout.head), WholeCache.hasSize(size, byHead: head),
            lseek(descriptor, 0, SEEK_SET) == 0
        else { return nil }
        return CacheMemory(descriptor, count: size).flatMap(WholeCache.init)
    }
}
