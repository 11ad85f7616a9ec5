import Glibc

/// The files on disk below a folder.
///
/// Everything is opened relative to the folder's own descriptor, so that nothing changes when the folder is renamed or
/// the process goes elsewhere; and by its whole path from there, so that the depth of a tree costs no descriptors.
final class WorkTree: FileTree, Sendable {
    /// Of the folder.
    let descriptor: Int32

    init(_ path: String) throws(TreeError) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw TreeError(code: errno) }
    }

    deinit {
        close(descriptor)
    }

    func contents(of folder: [UInt8]) throws(TreeError) -> FolderContents {
        let opened = openPath(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else { throw TreeError(code: errno) }
        var contents = FolderContents()
        try UnsafeFolderReader.read(opened) { name, type in
            switch name[0] {
            case UInt8(ascii: ".") where name.elementsEqual(".git".utf8): contents.isRepository = true
            case UInt8(ascii: ".") where name.elementsEqual(".gitignore".utf8): contents.hasIgnoreFile = true
            case UInt8(ascii: "p") where name.elementsEqual("pyvenv.cfg".utf8): contents.isEnvironment = true
            default:
                if let kind = kind(of: name, type, in: folder) { contents.add(name, kind) }
            }
        }
        return contents
    }

    func smallFile(_ path: [UInt8]) -> [UInt8]? {
        // Git, too, takes no link for a .gitignore.
        let opened = openPath(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard opened >= 0 else { return nil }
        defer { close(opened) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = Glibc.read(opened, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                return nil
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// A folder's times, and as its hash the device that it is on; nil when it is not there.
    func mark(ofFolder path: [UInt8]) -> FileMark? {
        var status = stat()
        let result = Self.lend(path) { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
        guard result == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        var mark = FileMark(status)
        mark.hash = UInt64(status.st_dev)
        return mark
    }

    /// The device that the tree is on, when folders on it are known to change their time with their entries.
    var timekeepingDevice: UInt64? {
        guard let device = mark(ofFolder: [])?.hash, let mounts = smallFile(Array("/proc/self/mountinfo".utf8)),
            FileSystemKind.keepsTimes(device, mounts: mounts)
        else { return nil }
        return device
    }

    private func openPath(_ path: [UInt8], _ flags: Int32) -> Int32 {
        Self.lend(path) { openat(descriptor, $0, flags) }
    }

    /// Lends a path as the system wants it, the tree's root as a dot. It is on the stack: a rescan asks for each folder.
    private static func lend<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: max(path.count, 1) + 1) { room in
            room[0] = CChar(bitPattern: UInt8(ascii: "."))
            for index in path.indices { room[index] = CChar(bitPattern: path[index]) }
            room[room.count - 1] = 0
            return body(UnsafePointer(room.baseAddress!))
        }
    }

    /// Nil for what cannot concern a scan, without asking the file system where the name tells.
    private func kind(of name: UnsafeBufferPointer<UInt8>, _ type: UInt8, in folder: [UInt8]) -> TreeEntry.Kind? {
        switch Int32(type) {
        case Int32(DT_REG): return .file
        case Int32(DT_DIR): return .folder
        case Int32(DT_LNK): return leadsToFolder(name, in: folder) ? .folderLink : .link
        case Int32(DT_UNKNOWN):
            guard let mode = mode(name, in: folder, AT_SYMLINK_NOFOLLOW) else { return nil }
            switch mode & S_IFMT {
            case S_IFREG: return .file
            case S_IFDIR: return .folder
            case S_IFLNK: return leadsToFolder(name, in: folder) ? .folderLink : .link
            default: return .special
            }
        default: return .special
        }
    }

    private func leadsToFolder(_ name: UnsafeBufferPointer<UInt8>, in folder: [UInt8]) -> Bool {
        mode(name, in: folder, 0).map { $0 & S_IFMT == S_IFDIR } ?? false
    }

    private func mode(_ name: UnsafeBufferPointer<UInt8>, in folder: [UInt8], _ flags: Int32) -> mode_t? {
        var path = folder
        if !path.isEmpty { path.append(UInt8(ascii: "/")) }
        path.append(contentsOf: name)
        var status = stat()
        return Self.lend(path) { fstatat(descriptor, $0, &status, flags) } == 0 ? status.st_mode : nil
    }
}
