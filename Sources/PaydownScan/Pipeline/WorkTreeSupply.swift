import Glibc
import PaydownPython

/// Files of the work tree, shared out in small lots so that no thread waits for another's large file.
struct WorkTreeSupply: FileSupply, ~Copyable {
    static var lotSize: Int { 8 }
    /// A file that changes while it is read is read again, so often at most.
    private static var attempts: Int { 3 }

    private var folder: NearFolder
    private let lots: FileLots
    private let version: PythonVersion
    private let known: KnownFiles?
    /// Whether anybody will want to know a file again by its content.
    private let hashes: Bool
    private var mine: ArraySlice<ListedFile> = []

    init(_ tree: WorkTree, _ lots: FileLots, version: PythonVersion, known: KnownFiles?, hashes: Bool = true) {
        folder = NearFolder(tree)
        self.lots = lots
        self.version = version
        self.known = known
        self.hashes = hashes
    }

    mutating func next() -> ListedFile? {
        if mine.isEmpty { mine = lots.next()?.files[...] ?? [] }
        return mine.popFirst()
    }

    mutating func load(_ file: ListedFile, into text: inout SourceText) -> LoadedFile {
        let loaded = read(file.path, into: &text)
        if case .text(let mark) = loaded, let file = known?.file(file.index, content: mark) { return .known(file) }
        return loaded
    }

    private mutating func read(_ path: String, into text: inout SourceText) -> LoadedFile {
        let descriptor = folder.open(path)
        guard descriptor >= 0 else { return Self.failed(errno) }
        defer { close(descriptor) }
        for _ in 0..<Self.attempts {
            var before = stat()
            guard fstat(descriptor, &before) == 0 else { return Self.failed(errno) }
            guard before.st_mode & S_IFMT == S_IFREG else {
                return .known(ScannedFile(.unreadable("not a regular file")))
            }
            let size = Int(before.st_size)
            guard size <= SizeLimit.bytes else { return .known(ScannedFile(.tooLarge, byteCount: size)) }
            var mark = FileMark(before)
            var count = 0
            do throws(ReadFailure) {
                // One byte more than there should be, to see a file that has grown.
                try text.fill(capacity: size + 1, version: version) { (room) throws(ReadFailure) in
                    count = try Self.read(descriptor, into: room, expecting: size)
                    if hashes { mark.hash = ContentHash.of(UnsafeRawBufferPointer(rebasing: room[..<count])) }
                    return count
                }
            } catch {
                return Self.failed(error.code)
            }
            var after = stat()
            guard fstat(descriptor, &after) == 0 else { return Self.failed(errno) }
            if count == size, FileMark(after).isSame(asStatusOf: mark) { return .text(mark) }
            guard lseek(descriptor, 0, SEEK_SET) == 0 else { return Self.failed(errno) }
        }
        return .known(ScannedFile(.unreadable("it changed each time it was read; scan again")))
    }

    private struct ReadFailure: Error {
        let code: Int32
    }

    /// Up to the size that the file should have, or to its end; that there is more shows in its status afterwards.
    private static func read(
        _ descriptor: Int32, into room: UnsafeMutableRawBufferPointer, expecting size: Int
    ) throws(ReadFailure) -> Int {
        var count = 0
        while count < size {
            let rest = UnsafeMutableRawBufferPointer(rebasing: room[count...])
            let got = Glibc.read(descriptor, rest.baseAddress, rest.count)
            if got == 0 { break }
            if got > 0 { count += got } else if errno != EINTR { throw ReadFailure(code: errno) }
        }
        return count
    }

    private static func failed(_ code: Int32) -> LoadedFile {
        switch code {
        // It was there when its folder was read.
        case ENOENT, ENOTDIR: .known(ScannedFile(.unreadable("it vanished during the scan; scan again")))
        case ELOOP: .known(ScannedFile(.unreadable("it became a symbolic link during the scan; scan again")))
        default: .known(ScannedFile(.unreadable(SystemWords.text(code))))
        }
    }
}

extension FileMark {
    /// Without the hash.
    init(_ status: stat) {
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
        number = UInt64(status.st_ino)
    }
}
