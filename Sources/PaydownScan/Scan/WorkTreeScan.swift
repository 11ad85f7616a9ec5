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
        let scanned = try scan(in: repository, &notes)
        var outcome = SnapshotAssembly(request).outcome(scanned.listing, scanned.files)
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
        in repository: RepositoryFolder?, _ notes: inout [String]
    ) throws(ScanError) -> (listing: SourceListing, files: [ScannedFile]) {
        let start = Self.nanoseconds()
        let key = ScanCache.Key(request)
        let store = request.cacheFile.map { CacheStore(path: $0) }
        let earlier = store.map { store in Later { store.read(key) } }
        let (tree, listing, statuses) = try list(repository, looksAtFiles: store?.exists ?? false)
        let cache = earlier?.wait()
        var files = [ScannedFile?](repeating: nil, count: listing.files.count)
        let known = cache?.known(of: listing.files)
        let wanted = take(known, statuses, into: &files)
        let bytes = files.reduce(0) { $0 + ($1?.byteCount ?? 0) }
        progress.begin(listing.files, done: files.count - wanted.count, bytes: bytes)
        if !wanted.isEmpty {
            let pipeline = ScanPipeline(
                rules: request.rules.prepare(), version: request.version, threads: request.threads, progress: progress)
            let counter = WorkTreeSupply.Counter()
            let version = request.version
            let scanned = try pipeline.scan(listing.files, count: wanted.count) { _ in
                WorkTreeSupply(
                    tree, listing.files, wanted: wanted, version: version, known: known, hashes: store != nil,
                    counter: counter)
            }
            for (index, file) in scanned { files[index] = file }
        }
        if progress.isCancelled { throw .interrupted }
        let all = files.compactMap(\.self)
        if let store, let cache, !wanted.isEmpty || all.count != cache.paths.count {
            let next = ScanCache(listing.files, all, scanStart: start)
            if next.differs(from: cache) { keep(next, in: store, key, &notes) }
        }
        return (listing, all)
    }

    /// Puts those files in their places that the file system says have not changed.
    ///
    /// - Returns: the others.
    private func take(
        _ known: KnownFiles?, _ statuses: [FileMark?], into files: inout [ScannedFile?]
    ) -> [Int] {
        guard let known, statuses.count == files.count else { return Array(files.indices) }
        var wanted: [Int] = []
        for index in files.indices {
            if let status = statuses[index], let file = known.file(index, status: status) {
                files[index] = file
            } else {
                wanted.append(index)
            }
        }
        return wanted
    }

    /// - Parameter looksAtFiles: whether to ask the file system about each file as well, while the walk goes on.
    private func list(
        _ repository: RepositoryFolder?, looksAtFiles: Bool
    ) throws(ScanError) -> (tree: WorkTree, listing: SourceListing, statuses: [FileMark?]) {
        do throws(TreeError) {
            let tree = try WorkTree(request.root)
            let statuses = looksAtFiles ? FileStatuses(of: tree) : nil
            defer { statuses?.stop() }
            let prefix = Array((repository?.prefix ?? "").utf8)
            let listing = try ProjectWalker.list(
                prefix.isEmpty ? tree : WorkTree(repository?.top ?? request.root), root: prefix,
                excludes: request.excludes, shared: repository?.sharedPatterns, found: statuses?.ask)
            return (tree, listing, statuses?.finish() ?? [])
        } catch {
            throw .unreadableRoot(request.root, reason: error.reason)
        }
    }

    private func keep(_ cache: ScanCache, in store: CacheStore, _ key: ScanCache.Key, _ notes: inout [String]) {
        do throws(TreeError) {
            try store.write(cache, key: key)
        } catch {
            notes.append("\(store.path): cannot be written: \(error.reason); the next scan reads every file again")
        }
    }

    /// Since 1970, by the clock that files are dated with.
    private static func nanoseconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }
}
