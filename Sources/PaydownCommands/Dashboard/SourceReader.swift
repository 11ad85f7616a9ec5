import Glibc
import PaydownDashboard

/// Reads source files for previews, for paths that a snapshot names.
///
/// A snapshot is untrusted: a path must be relative, must not climb, must stay inside the root when links are
/// followed, and must be a regular file. Nothing is executed and nothing is written.
struct SourceReader: Sendable {
    /// Folders that paths may be relative to, in order.
    let roots: [String]
    /// helix's limit for previews: more is not read by anyone.
    static let sizeLimit = 10_000_000

    func preview(_ path: String) -> Preview {
        guard let file = resolve(path) else {
            return Preview(path: path, content: .missing(missingReason(path)))
        }
        return Preview(path: path, content: content(of: file))
    }

    /// Where the file is, for the editor too; nil when it is not there or not to be trusted.
    func resolve(_ path: String) -> String? {
        guard Self.isSafe(path) else { return nil }
        for root in roots {
            guard let base = Self.realPath(root), let file = Self.realPath(base + "/" + path) else { continue }
            if base == "/" || file.hasPrefix(base + "/") { return file }
        }
        return nil
    }

    private func missingReason(_ path: String) -> String {
        guard Self.isSafe(path) else { return "the path leaves the project, so it is not opened" }
        return "the source is not here; paydown browse --root DIR shows it"
    }

    private func content(of file: String) -> Preview.Content {
        // Non-blocking, so that a pipe in a file's place cannot hold us up.
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return .missing("the source cannot be read: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return .missing("this is no regular file")
        }
        guard status.st_size <= Self.sizeLimit else { return .missing("the file is larger than 10 MB") }
        let bytes = Self.read(descriptor, atMost: Int(status.st_size) + 1)
        let isText = bytes.withUnsafeBytes { text in
            text.baseAddress.map { memchr($0, 0, text.count) == nil } ?? true
        }
        return isText ? .lines(SourceText(bytes)) : .missing("this is no text: it holds null bytes")
    }

    /// What there is of a file, into memory that nobody has filled before.
    private static func read(_ descriptor: Int32, atMost limit: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: limit) { room, count in
            while count < limit {
                let got = Glibc.read(descriptor, room.baseAddress! + count, limit - count)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                count += got
            }
        }
    }

    private static func isSafe(_ path: String) -> Bool {
        !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0)
            && !path.split(separator: "/").contains("..")
    }

    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
