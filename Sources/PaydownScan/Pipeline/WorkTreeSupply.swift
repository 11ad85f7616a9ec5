import Glibc
import PaydownPython
import Synchronization

/// Files of the work tree, shared out in small lots so that no thread waits for another's large file.
struct WorkTreeSupply: FileSupply, ~Copyable {
    /// The next file that nobody has.
    final class Counter: Sendable {
        private let next = Atomic(0)

        /// The first of some files; the caller has them for itself.
        func take(_ count: Int) -> Int {
            next.wrappingAdd(count, ordering: .relaxed).oldValue
        }
    }

    private static var lot: Int { 8 }
    /// A file that changes while it is read is read again, so often at most.
    private static var attempts: Int { 3 }

    private let tree: WorkTree
    private let files: [String]
    /// Which of the files are to be read; nil for all.
    private let wanted: [Int]?
    private let version: PythonVersion
    private let known: KnownFiles?
    /// Whether anybody will want to know a file again by its content.
    private let hashes: Bool
    private let counter: Counter
    private var mine = 0..<0

    init(
        _ tree: WorkTree, _ files: [String], wanted: [Int]? = nil, version: PythonVersion, known: KnownFiles?,
        hashes: Bool = true, counter: Counter
    ) {
        self.tree = tree
        self.files = files
        self.wanted = wanted
        self.version = version
        self.known = known
        self.hashes = hashes
        self.counter = counter
    }

    mutating func next() -> Int? {
        if mine.isEmpty {
            let count = wanted?.count ?? files.count
            let start = counter.take(Self.lot)
            guard start < count else { return nil }
            mine = start..<min(start + Self.lot, count)
        }
        return mine.popFirst().map { wanted?[$0] ?? $0 }
    }

    mutating func load(_ index: Int, into text: inout SourceText) -> LoadedFile {
        if let known, known.has(index) {
            guard let status = tree.status(files[index]) else { return Self.failed(errno) }
            if status.st_mode & S_IFMT == S_IFREG, let file = known.file(index, status: FileMark(status)) {
                return .known(file)
            }
        }
        let loaded = read(files[index], into: &text)
        if case .text(let mark) = loaded, let file = known?.file(index, content: mark) { return .known(file) }
        return loaded
    }

    private func read(_ path: String, into text: inout SourceText) -> LoadedFile {
        let descriptor = tree.openFile(path)
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
