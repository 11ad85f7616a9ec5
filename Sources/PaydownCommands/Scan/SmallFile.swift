import Glibc

/// A file that is read whole, or not at all when it is larger than it should be.
enum SmallFile {
    enum Failure: Error, Equatable {
        case unreadable(String)
        case tooLarge
    }

    /// - Parameter limit: bytes.
    static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        // Not to wait for a writer, should it be a pipe.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno)).lowercased()) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw .unreadable(String(cString: strerror(errno)).lowercased()) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            if bytes.count > limit { throw .tooLarge }
        }
    }
}
