#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that appears whole or not at all.
///
/// The bytes go into a file without a name in the same folder; `commit()` brings them to the disk, gives the file its
/// name, and brings the folder to the disk. Without `commit()` nothing remains, not even after a crash; where the
/// system has no files without a name, a hidden one takes its place. A link is written through, and a file that is
/// replaced keeps its permissions. A device or a pipe is not replaced: it takes the bytes as they come.
final class AtomicFile {
    /// As it was given, for messages.
    private let path: String
    private let target: String
    private let folder: String
    private let name: String
    /// The hidden name that the file has until it is committed, or for a moment then.
    private var temporary = ""
    private var descriptor: Int32
    private var state: State

    private enum State {
        case nameless
        case hidden
        /// Committed, or a device or pipe of its own.
        case named
    }

    init(_ path: String) throws(SnapshotError) {
        self.path = path
        target = Self.resolved(path)
        (folder, name) = Self.split(target)
        var existing = stat()
        let exists = stat(target, &existing) == 0
        if exists, existing.st_mode & S_IFMT == S_IFDIR { throw .isFolder(file: path) }
        if exists, existing.st_mode & S_IFMT != S_IFREG {
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .unwritable(file: path, reason: SystemError.last.words) }
            state = .named
            return
        }
        let mode = exists ? existing.st_mode & 0o777 : 0o666
        let nameless = Self.openNameless(in: folder, mode)
        if nameless >= 0 {
            descriptor = nameless
            state = .nameless
            if exists { fchmod(descriptor, mode) }
            return
        }
        descriptor = -1
        state = .hidden
        let isOpen = takeHiddenName { hidden in
            descriptor = open(hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            return descriptor >= 0
        }
        guard isOpen else { throw .unwritable(file: path, reason: SystemError.last.words) }
        if exists { fchmod(descriptor, mode) }
    }

    /// Tries hidden names until one is free; false, with errno, when it is not for the name that it fails.
    private func takeHiddenName(_ make: (String) -> Bool) -> Bool {
        for attempt in 0..<100 {
            let hidden = "\(folder)/.\(name).\(getpid())-\(attempt).tmp"
            if make(hidden) {
                temporary = hidden
                return true
            }
            guard errno == EEXIST else { return false }
        }
        return false
    }

    /// A file that vanishes with its descriptor unless it is given a name; -1 where there are none.
    private static func openNameless(in folder: String, _ mode: mode_t) -> Int32 {
        #if os(Linux)
            // The name is given through /proc, which need not be there.
            guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
            // O_TMPFILE of asm-generic/fcntl.h, whose macro Swift does not import.
            return open(folder, O_WRONLY | O_CLOEXEC | O_DIRECTORY | 0o20000000, mode)
        #else
            return -1
        #endif
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if state == .hidden, !temporary.isEmpty { unlink(temporary) }
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
        if state == .named {
            let closed = close(descriptor)
            descriptor = -1
            guard closed == 0 else { throw failure() }
            return
        }
        guard fsync(descriptor) == 0 else { throw failure() }
        if state == .nameless {
            let link = "/proc/self/fd/\(descriptor)"
            let isLinked = takeHiddenName { linkat(AT_FDCWD, link, AT_FDCWD, $0, AT_SYMLINK_FOLLOW) == 0 }
            guard isLinked else { throw failure() }
            state = .hidden
        }
        let closed = close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw failure() }
        guard rename(temporary, target) == 0 else { throw failure() }
        state = .named
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
