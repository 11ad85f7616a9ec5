import Glibc

/// Reads the text files that people write: configuration and themes.
package enum TextFile {
    /// Larger than any such file; a data set under the name of one is not read into memory.
    static let limit = 1 << 20

    /// The whole text. UTF-8 only.
    package static func read(_ path: String) throws(ConfigurationError) -> String {
        // Not to wait for a writer, should there be a pipe of that name.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path, errno) }
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw ConfigurationError(file: path, .tooLarge(limit: limit)) }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationError(file: path, .notUTF8)
        }
        return text
    }

    package static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    private static func unreadable(_ path: String, _ code: Int32) -> ConfigurationError {
        ConfigurationError(file: path, .unreadable(String(cString: strerror(code)).lowercased()))
    }
}
