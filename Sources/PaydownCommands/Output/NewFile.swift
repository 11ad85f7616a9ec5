import Glibc

/// A text file that appears whole or not at all, and replaces another only when it may.
enum NewFile {
    enum Failure: Error, Equatable {
        case exists
        /// The system's words.
        case notWritten(String)
    }

    static func write(_ text: String, to path: String, replacing: Bool) throws(Failure) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        var template = Array((folder + "/.paydown-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .notWritten(reason) }
        let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(temporary) }
        // As a file that an editor makes; the umask is only told to those who set it.
        let mask = umask(0o022)
        umask(mask)
        fchmod(descriptor, 0o666 & ~mask)
        var code = StandardOutput.write(text, to: descriptor)
        if code == 0, fsync(descriptor) != 0 { code = errno }
        if close(descriptor) != 0, code == 0 { code = errno }
        guard code == 0 else { throw .notWritten(String(cString: strerror(code)).lowercased()) }
        // A link is refused where there is a file by now; a rename would replace it.
        let done = replacing ? rename(temporary, path) : link(temporary, path)
        guard done == 0 else { throw errno == EEXIST ? .exists : .notWritten(reason) }
    }

    private static var reason: String { String(cString: strerror(errno)).lowercased() }
}
