#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system said when a call failed.
package struct SystemError {
    package let code: Int32

    package init(code: Int32) {
        self.code = code
    }

    /// Of the call that failed just now on this thread.
    static var last: SystemError { SystemError(code: errno) }

    /// The system's own words in lower case: `no space left on device`.
    package var words: String {
        let text = String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    /// For a file that could not be opened or read.
    package func reading(_ path: String) -> SnapshotError {
        switch code {
        case ENOENT, ENOTDIR: .missing(file: path)
        case EACCES, EPERM: .noPermission(file: path)
        case EISDIR: .isFolder(file: path)
        case ELOOP: .endlessLink(file: path)
        default: .unreadable(file: path, reason: words)
        }
    }
}
