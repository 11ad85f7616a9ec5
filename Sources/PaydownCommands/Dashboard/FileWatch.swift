import Glibc

/// Tells when one of some files or folders may have changed: inotify on the folders around them.
///
/// Folders are watched rather than files, because editors and our own writer replace files.
final class FileWatch {
    /// To wait on; then call `drain`.
    let descriptor: Int32

    /// - Parameter paths: files and folders; those that are not there are watched through their parent.
    /// Nil when the system gives no watch: then nothing is reloaded by itself.
    init?(_ paths: [String]) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { return nil }
        let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE)
        for folder in Set(paths.compactMap(Self.folder)) { inotify_add_watch(descriptor, folder, events) }
    }

    deinit {
        close(descriptor)
    }

    /// Forgets what has been reported.
    func drain() {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while read(descriptor, &buffer, buffer.count) > 0 {}
    }

    private static func folder(_ path: String) -> String? {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return path }
        guard let slash = path.lastIndex(of: "/") else { return "." }
        let parent = slash == path.startIndex ? "/" : String(path[..<slash])
        return access(parent, F_OK) == 0 ? parent : nil
    }
}
