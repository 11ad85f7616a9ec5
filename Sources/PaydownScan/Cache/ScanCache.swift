import Glibc
import PaydownCore
import PaydownRules

/// What a scan leaves behind for the next one: by file, how to know it again and what it contributes.
///
/// The same bytes in memory as in the file: a head with magic, checksum and lengths, then columns of numbers and texts, the
/// files in the order of their paths. Reading takes nothing apart, and what most files of a rescan need is one
/// comparison. The key names all that contributions depend on beside the files: rules, Python's version, this program. A
/// cache with another key, with a wrong checksum, or with anything in it that cannot be, is no cache at all; neither is
/// one of a machine that orders bytes differently, whose magic is another number.
struct ScanCache: Sendable {
    /// What a scan must have in common with the one that wrote the cache.
    struct Key: Equatable, Sendable {
        let text: String
        let ruleCount: Int

        init(_ request: ScanRequest) {
            let parts = ["2", request.toolVersion, request.version.description, request.rules.digest]
            text = parts.joined(separator: " ")
            ruleCount = request.rules.rules.count
        }
    }

    let memory: CacheMemory
    private let layout: CacheLayout
    private let contributions: ContributionBlock

    /// What was changed later than that may be changed again without getting another time.
    ///
    /// - Parameter start: when the scan began. Two seconds are the coarsest times that a file system in use keeps (FAT).
    static func settled(_ start: Int64) -> Int64 { start - 2_000_000_000 }

    /// How many files it knows.
    var count: Int { layout.files }

    /// What of a scan is worth keeping.
    ///
    /// - Parameter start: nanoseconds since 1970 when the scan began. A file changed so shortly before that its times could
    ///   stay the same when it changes again is not known by them, only by its content.
    init(
        _ files: [ScannedFile], folders: FolderRecords = FolderRecords(), scanStart start: Int64, key: Key
    ) {
        let kept = files.filter(\.isKnown)
        let contributions = kept.compactMap(\.contribution)
        let pathBytes = contributions.reduce(0) { $0 + $1.path.utf8.count }
        let folders = FolderColumns(folders)
        let layout = CacheLayout(
            files: kept.count, pathBytes: pathBytes, keyBytes: key.text.utf8.count,
            ContributionBlock.counts(of: contributions), folders.sizes)
        memory = CacheMemory(count: layout.byteCount) { bytes in
            let writer = UnsafeCacheWriter(bytes)
            writer.write(layout.numbers, at: CacheLayout.checked)
            writer.write(contributions, layout)
            for (number, file) in kept.enumerated() {
                var mark = file.mark
                if max(mark.modified, mark.changed) > Self.settled(start) { mark.modified = 0 }
                writer.write(mark, CacheVerdict(file.fate), of: number, layout)
            }
            writer.write(paths: contributions, layout)
            writer.write(folders, layout)
            writer.write(key.text, at: layout.key)
            writer.write(WholeCache.magic, at: 0)
            writer.write(writer.hash(from: CacheLayout.checked), at: 8)
        }
        self.layout = layout
        guard
            let block = memory.contributions(
                files: layout.files, layout.counts, at: layout.contributions, ruleCount: key.ruleCount)
        else { preconditionFailure("contributions of other rules") }
        self.contributions = block
    }

    /// Nil unless it is for this key, and nothing is in it that cannot be.
    init?(_ whole: WholeCache, key: Key) {
        let memory = whole.memory
        let layout = CacheLayout(memory)
        guard memory.withBytes({ $0[layout.key...].elementsEqual(key.text.utf8) }),
            let contributions = memory.contributions(
                files: layout.files, layout.counts, at: layout.contributions, ruleCount: key.ruleCount)
        else { return nil }
        self.memory = memory
        self.layout = layout
        self.contributions = contributions
        guard isSound else { return nil }
    }

    /// Whether what is beside the contributions can be.
    private var isSound: Bool {
        folders.isSound && memory.rises(layout.pathEnds, count, to: UInt32(layout.folderPaths - layout.paths))
            && (0..<count).allSatisfy { number in
                verdict(number).fate != nil && (0...Int64(SizeLimit.bytes)).contains(mark(number).size)
            }
    }

    // MARK: Asking

    var folders: KnownFolders { KnownFolders(memory, layout) }

    /// Looks a file up.
    ///
    /// - Returns: the file's number; nil when it is not known.
    func number(of path: String, from cursor: inout CacheCursor) -> Int? {
        cursor.find(among: count) { compare(path, $0) }
    }

    func mark(_ number: Int) -> FileMark {
        memory.load(layout.marks + number * MemoryLayout<FileMark>.stride)
    }

    /// A file as it was, under the path by which it is known.
    func file(_ number: Int, path: String) -> ScannedFile {
        let mark = mark(number)
        return ScannedFile(
            verdict(number).fate ?? .parsed, byteCount: Int(mark.size),
            contribution: FileContribution(path: path, in: contributions, number: number), mark: mark,
            origin: .unchanged)
    }

    /// The same, when the file system says that it has not changed.
    func file(_ number: Int, path: String, status: FileMark) -> ScannedFile? {
        mark(number).isSame(asStatusOf: status) ? file(number, path: path) : nil
    }

    private func verdict(_ number: Int) -> CacheVerdict {
        memory.load(layout.verdicts + number * MemoryLayout<CacheVerdict>.stride)
    }

    private func pathEnd(_ number: Int) -> UInt32 {
        memory.load(layout.pathEnds + number * MemoryLayout<UInt32>.stride)
    }

    /// Below zero when a path comes before that of a file, 0 when it is the same.
    private func compare(_ path: String, _ number: Int) -> Int {
        let begin = layout.paths + (number == 0 ? 0 : Int(pathEnd(number - 1)))
        let count = layout.paths + Int(pathEnd(number)) - begin
        return path.utf8.withContiguousStorageIfAvailable { path in
            memory.withBytes { bytes in
                guard let own = bytes.baseAddress, let start = path.baseAddress else { return path.count - count }
                let order = memcmp(start, own + begin, min(path.count, count))
                return order == 0 ? path.count - count : Int(order)
            }
        } ?? -1
    }
}
