import Glibc

/// The cache as a file: read whole, replaced whole.
struct CacheStore: Sendable {
    let path: String

    var exists: Bool { access(path, F_OK) == 0 }

    /// Nothing when there is no cache, or none that can be used.
    func read(_ key: ScanCache.Key) -> ScanCache {
        bytes().flatMap { ScanCache($0, key: key) } ?? ScanCache()
    }

    /// Puts a new cache in the place of the old one, so that whoever reads at the same time gets one or the other.
    ///
    /// It is not brought to the disk: after a crash of the machine the checksum tells what is missing.
    /// - Throws: `TreeError` in the system's words.
    func write(_ cache: ScanCache, key: ScanCache.Key) throws(TreeError) {
        var attempt = 0
        var temporary = ""
        var descriptor: Int32 = -1
        repeat {
            temporary = "\(path).\(getpid())-\(attempt).tmp"
            descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            attempt += 1
        } while descriptor < 0 && errno == EEXIST && attempt < 100
        guard descriptor >= 0 else { throw TreeError(code: errno) }
        let failure = Self.write(cache.bytes(key: key), to: descriptor)
        close(descriptor)
        guard failure == 0, rename(temporary, path) == 0 else {
            let error = TreeError(code: failure == 0 ? errno : failure)
            unlink(temporary)
            throw error
        }
    }

    /// - Returns: 0, or why not.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                Glibc.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
            }
            if count > 0 { written += count } else if errno != EINTR { return errno }
        }
        return 0
    }

    private func bytes() -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(status.st_size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
            while count < size {
                let got = Glibc.read(descriptor, room.baseAddress.map { $0 + count }, size - count)
                if got > 0 { count += got } else if got == 0 || errno != EINTR { break }
            }
        }
        return bytes.count == size ? bytes : nil
    }
}
