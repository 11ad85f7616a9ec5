import Glibc
import PaydownCore

/// A scan of the files on disk.
struct WorkTreeScan {
    private let request: ScanRequest
    private let progress: ScanProgress

    init(_ request: ScanRequest, _ progress: ScanProgress) {
        self.request = request
        self.progress = progress
    }

    func run() throws(ScanError) -> ScanOutcome {
        let repository = RepositoryFolder(around: request.root)
        // Git looks at the same files at the same time.
        let revision = repository.map { repository in
            let top = repository.top
            return Later { Self.revision(in: top) }
        }
        var notes: [String] = []
        let scanned = try scan(in: repository)
        var outcome = SnapshotAssembly(request).outcome(scanned.listing, scanned.files)
        if let error = scanned.kept?.wait(), let path = request.cacheFile {
            notes.append("\(path): cannot be written: \(error.reason); the next scan reads every file again")
        }
        switch revision?.wait() {
        case .success(let revision): outcome.snapshot.header.revision = revision
        case .failure(let error): notes.append("the snapshot names no commit: \(error)")
        case nil: break
        }
        outcome.notes = notes
        return outcome
    }

    private static func revision(in top: String) -> Result<Revision?, ScanError> {
        do throws(ScanError) {
            return .success(try GitRevisions(folder: top).revisionOfWorkTree())
        } catch {
            return .failure(error)
        }
    }

    private func scan(
        in repository: RepositoryFolder?
    ) throws(ScanError) -> (listing: SourceListing, files: [ScannedFile], kept: Later<TreeError?>?) {
        let start = Self.nanoseconds()
        let key = ScanCache.Key(request)
        let store = request.cacheFile.map { CacheStore(path: $0) }
        let earlier = store.map { store in Later { store.read(key) } }
        let cache = earlier?.wait()
        let (tree, folders, listing, statuses) = try list(repository, cache, ScanCache.settled(start))
        let known = cache?.known(of: listing.files)
        let wanted = wanted(listing.files.count, known, statuses)
        let scanned = try read(wanted, of: listing.files, in: tree, known, hashes: store != nil)
        if progress.isCancelled { throw .interrupted }
        let files = merged(scanned, known, count: listing.files.count)
        var kept: Later<TreeError?>?
        if let store, folders.learned > 0 || differs(files, scanned, from: cache) {
            let records = folders.records
            kept = Later { Self.keep(ScanCache(files, folders: records, scanStart: start, key: key), in: store) }
        }
        return (listing, files, kept)
    }

    /// The files of which the file system does not say that they have not changed.
    private func wanted(_ count: Int, _ known: KnownFiles?, _ statuses: [FileMark?]) -> [Int] {
        guard let known, statuses.count == count else { return Array(0..<count) }
        return statuses.indices.filter { index in
            statuses[index].map { !known.isSame(index, status: $0) } ?? true
        }
    }

    private func read(
        _ wanted: [Int], of files: [String], in tree: WorkTree, _ known: KnownFiles?, hashes: Bool
    ) throws(ScanError) -> [(index: Int, file: ScannedFile)] {
        let bytes = known.map { $0.byteCount - $0.byteCount(of: wanted) } ?? 0
        progress.begin(files, done: files.count - wanted.count, bytes: bytes)
        if wanted.isEmpty { return [] }
        let pipeline = ScanPipeline(
            rules: request.rules.prepare(), version: request.version, threads: request.threads, progress: progress)
        let counter = WorkTreeSupply.Counter()
        let version = request.version
        return try pipeline.scan(files, count: wanted.count) { _ in
            WorkTreeSupply(
                tree, files, wanted: wanted, version: version, known: known, hashes: hashes, counter: counter)
        }
    }

    /// What became of all files: those that were read, and between them those that have not changed.
    private func merged(
        _ scanned: [(index: Int, file: ScannedFile)], _ known: KnownFiles?, count: Int
    ) -> [ScannedFile] {
        guard let known else { return scanned.map(\.file) }
        var files: [ScannedFile] = []
        files.reserveCapacity(count)
        for (index, file) in scanned {
            for index in files.count..<index { files.append(known.file(index)) }
            files.append(file)
        }
        for index in files.count..<count { files.append(known.file(index)) }
        return files
    }

    /// Whether there is anything to keep that the cache has not, or the other way around.
    private func differs(
        _ files: [ScannedFile], _ scanned: [(index: Int, file: ScannedFile)], from cache: ScanCache?
    ) -> Bool {
        guard let cache else { return files.contains { $0.contribution != nil } }
        return scanned.contains { $0.file.contribution != nil && $0.file.origin != .unchanged }
            || files.count { $0.contribution != nil } != cache.count
    }

    /// - Parameter cache: when there is one, the file system is asked about each file as well, while the walk goes on.
    private func list(
        _ repository: RepositoryFolder?, _ cache: ScanCache?, _ settled: Int64
    ) throws(ScanError) -> (tree: WorkTree, folders: KnownTree, listing: SourceListing, statuses: [FileMark?]) {
        do throws(TreeError) {
            let tree = try WorkTree(request.root)
            let statuses = cache == nil ? nil : FileStatuses(of: tree)
            defer { statuses?.stop() }
            let prefix = Array((repository?.prefix ?? "").utf8)
            let whole = try prefix.isEmpty ? tree : WorkTree(repository?.top ?? request.root)
            let folders = KnownTree(whole, earlier: cache?.folders, settled: settled)
            let listing = try ProjectWalker.list(
                folders, root: prefix, excludes: request.excludes, shared: repository?.sharedPatterns,
                found: statuses?.ask)
            return (tree, folders, listing, statuses?.finish() ?? [])
        } catch {
            throw .unreadableRoot(request.root, reason: error.reason)
        }
    }

    /// - Returns: why the next scan will not know what this one does.
    private static func keep(_ cache: ScanCache, in store: CacheStore) -> TreeError? {
        do throws(TreeError) {
            try store.write(cache)
            return nil
        } catch {
            return error
        }
    }

    /// Since 1970, by the clock that files are dated with.
    private static func nanoseconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }
}
