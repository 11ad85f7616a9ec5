import Glibc

/// The folder that the last file was in, kept open, so that the next file in it is found by its name alone.
///
/// A performance type: for the system, the way to a file through six folders takes longer than what is then asked of it.
struct NearFolder: ~Copyable {
    private enum Handle {
        /// Only one file of the folder was asked for so far.
        case none
        case open(Int32)
        case failed
    }

    private let tree: WorkTree
    /// From the tree's root, with its slash; empty for the root.
    private var folder: [CChar] = []
    private var handle = Handle.none

    init(_ tree: WorkTree) {
        self.tree = tree
    }

    deinit {
        if case .open(let descriptor) = handle { close(descriptor) }
    }

    /// Opens a file for reading; a link or a pipe put in its place does not get us elsewhere or make us wait.
    mutating func open(_ path: String) -> Int32 {
        find(path) { openat($0, $1, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    }

    /// By what a file is known again; nil for what is no regular file, with `errno` when it is not there.
    mutating func mark(_ path: String) -> FileMark? {
        find(path) { folder, name in
            var status = stat()
            guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG else {
                return nil
            }
            return FileMark(status)
        }
    }

    /// - Parameter body: gets a descriptor and the file's path from there.
    private mutating func find<Result>(_ path: String, _ body: (Int32, UnsafePointer<CChar>) -> Result) -> Result {
        path.withCString { start in
            let count = strrchr(start, CInt(UInt8(ascii: "/"))).map { UnsafePointer($0) + 1 - start } ?? 0
            guard count > 0, count == folder.count, memcmp(start, folder, count) == 0 else {
                enter(UnsafeBufferPointer(start: start, count: count))
                return body(tree.descriptor, start)
            }
            if case .none = handle { handle = opened() }
            if case .open(let descriptor) = handle { return body(descriptor, start + count) }
            return body(tree.descriptor, start)
        }
    }

    private mutating func enter(_ other: UnsafeBufferPointer<CChar>) {
        if case .open(let descriptor) = handle { close(descriptor) }
        handle = .none
        folder.removeAll(keepingCapacity: true)
        folder.append(contentsOf: other)
    }

    private func opened() -> Handle {
        let descriptor = openat(tree.descriptor, folder + [0], O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        return descriptor >= 0 ? .open(descriptor) : .failed
    }
}
