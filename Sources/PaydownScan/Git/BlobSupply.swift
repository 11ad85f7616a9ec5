import PaydownPython

/// Files of a commit for one thread, out of a `git cat-file` of its own: two of them are nearly twice as fast as one.
struct BlobSupply: FileSupply, ~Copyable {
    private var stream: BlobStream?
    private var mine: StrideTo<Int>.Iterator
    private let files: [String]
    private let version: PythonVersion
    private let failure: String

    /// Why a file of a commit cannot be scanned in a clone that has only a part.
    static var missing: String { "the repository does not have this object; fetch it" }

    /// - Parameters:
    ///   - files: all there are.
    ///   - objects: of all files.
    ///   - number: of the thread, from 0; it gets each `threads`th file.
    init(
        _ files: [String], _ objects: [ObjectName], number: Int, threads: Int, folder: String, version: PythonVersion
    ) {
        self.files = files
        self.version = version
        let indices = stride(from: number, to: objects.count, by: threads)
        mine = indices.makeIterator()
        do throws(ScanError) {
            stream = try BlobStream(indices.map { objects[$0] }, in: folder)
            failure = "git ended before it was read; scan again"
        } catch {
            stream = nil
            failure = error.description
        }
    }

    mutating func next() -> ListedFile? {
        mine.next().map { ListedFile(index: $0, path: files[$0]) }
    }

    mutating func load(_ file: ListedFile, into text: inout SourceText) -> LoadedFile {
        switch stream?.next() ?? .end {
        case .end: return .known(ScannedFile(.unreadable(failure)))
        case .missing: return .known(ScannedFile(.unreadable(Self.missing)))
        case .blob(let size) where size > SizeLimit.bytes:
            stream?.skip(object: size)
            return .known(ScannedFile(.tooLarge, byteCount: size))
        case .blob(let size):
            var isWhole = false
            text.fill(capacity: size, version: version) { room in
                isWhole = stream?.read(into: UnsafeMutableRawBufferPointer(rebasing: room[..<size])) ?? false
                return size
            }
            guard isWhole else { return .known(ScannedFile(.unreadable(failure))) }
            var mark = FileMark()
            mark.size = Int64(size)
            return .text(mark)
        }
    }
}
