import Glibc

/// A new, empty directory that is removed with all it holds when the value goes out of use.
package final class TemporaryDirectory: Sendable {
    /// Absolute, without a slash at the end.
    package let path: String

    package enum DirectoryError: Error {
        case notMade(code: Int32)
        case notWritten(path: String, code: Int32)
    }

    package init() throws(DirectoryError) {
        var template = Array("\(Self.root)/paydown-test-XXXXXX\0".utf8CString.dropLast())
        guard let made = template.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress!) }) else {
            throw .notMade(code: errno)
        }
        path = String(cString: made)
    }

    deinit {
        Self.remove(path)
    }

    private static var root: String {
        guard let value = getenv("TMPDIR") else { return "/tmp" }
        return String(cString: value)
    }

    /// Writes a file below the directory and returns its path.
    @discardableResult
    package func write(_ name: String, _ text: String, isExecutable: Bool = false) throws(DirectoryError) -> String {
        let file = path + "/" + name
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isExecutable ? 0o755 : 0o644)
        guard descriptor >= 0 else { throw .notWritten(path: file, code: errno) }
        defer { if isExecutable { Self.waitForWriters(of: file) } }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw .notWritten(path: file, code: errno) }
            written += count
        }
        return file
    }

    /// Waits until no process has a file open for writing. A program that another test starts at this moment has its
    /// descriptors until it runs, and a file that is open for writing cannot be executed ("text file busy").
    private static func waitForWriters(of file: String) {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // A lease for reading is given only where nobody writes; closing gives it back.
        let setLease: Int32 = 1024
        while fcntl(descriptor, setLease, F_RDLCK) != 0, errno == EAGAIN { usleep(500) }
    }

    /// What a file below the directory holds; nil when there is none.
    package func read(_ name: String) -> String? {
        FileBytes.read(path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in names(in: path) { remove(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    private static func names(in path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
