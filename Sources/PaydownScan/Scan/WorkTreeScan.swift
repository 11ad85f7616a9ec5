import Dispatch
import Glibc
import PaydownCore
import Synchronization

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
        let (listed, files, kept) = try scan(in: repository)
        var outcome = SnapshotAssembly(request).outcome(listed.listing, files)
        Self.letGo(of: listed, files)
        if let error = kept?.wait(), let path = request.cacheFile {
            notes.append("\(path): cannot be written: \(error.reason); the next scan reads again what this one had to")
        }
        switch revision?.wait() {
        case .success(let revision): outcome.snapshot.header.revision = revision
        case .failure(let error): notes.append("the snapshot names no commit: \(error)")
        case nil: break
        }
        outcome.notes = notes
        return outcome
    }

    /// Freeing what ten thousand files have left takes milliseconds, for which nobody has to wait.
    private static func letGo(of listed: consuming Listed, _ files: consuming [ScannedFile]) {
        DispatchQueue.global(qos: .utility).async { [listed, files] in withExtendedLifetime((listed, files)) {} }
    }

    private static func revision(in top: String) -> Result<Revision?, ScanError> {
        do throws(ScanError) {
            return .success(try GitRevisions(folder: top).revisionOfWorkTree())
        } catch {
            return .failure(error)
        }
    }

    /// What a walk found.
    private struct Listed: Sendable {
        var listing: SourceListing
        var folders: FolderRecords
        /// How many folders the next scan need not read, and this one had to.
        var learned: Int
    }

    private func scan(
        in repository: RepositoryFolder?
    ) throws(ScanError) -> (listed: Listed, files: [ScannedFile], kept: Later<TreeError?>?) {
        let start = Self.nanoseconds()
        let key = ScanCache.Key(request)
        let store = request.cacheFile.map { CacheStore(path: $0) }
        let cache = request.believesCache ? store.flatMap { (request.earlyCache ?? EarlyCache($0)).cache(key) } : nil
        let walk = try walk(repository, cache, ScanCache.settled(start), isKept: store != nil)
        let listed: Listed
        let files: [ScannedFile]
        let isWorthKeeping: Bool
        if let cache {
            let recognised: RecognisedFiles
            (listed, recognised) = try recognise(walk, cache)
            let paths = listed.listing.files
            let wanted = recognised.wanted
            let earlier = KnownFiles(cache, recognised.numbers, paths)
            progress.begin(paths, done: paths.count - wanted.count, bytes: recognised.byteCount)
            let lots = FileLots(of: WorkTreeSupply.lotSize, wanted.map { ListedFile(index: $0, path: paths[$0]) })
            let scanned = try read(lots, threads: min(request.threads, wanted.count), in: walk.tree, earlier, store)
            isWorthKeeping = CacheGap(scanned, folders: listed.learned, vanished: earlier.vanished)
                .isWorthWriting(size: cache.memory.count, count: cache.count)
            files = recognised.merged(with: scanned)
        } else {
            let scanned: ScannedFiles
            (listed, scanned) = try readWhileListing(walk, store)
            files = scanned.all(listed.listing.files.count)
            isWorthKeeping = files.contains { $0.isKnown }
        }
        if progress.isCancelled { throw .interrupted }
        var kept: Later<TreeError?>?
        if let store, isWorthKeeping {
            kept = Later { Self.keep(ScanCache(files, folders: listed.folders, scanStart: start, key: key), in: store) }
        }
        return (listed, files, kept)
    }

    private func read(
        _ lots: FileLots, threads: Int, in tree: WorkTree, _ known: KnownFiles?, _ store: CacheStore?,
        while listing: @Sendable () -> Void = {}
    ) throws(ScanError) -> ScannedFiles {
        if threads == 0 { return ScannedFiles() }
        let pipeline = ScanPipeline(
            rules: request.rules, version: request.version, threads: threads, progress: progress)
        let version = request.version
        return try pipeline.scan(while: listing) { _ in
            WorkTreeSupply(tree, lots, version: version, known: known, hashes: store != nil)
        }
    }

    /// Where nothing is known, files are read as soon as they are found.
    private func readWhileListing(_ walk: Walk, _ store: CacheStore?) throws(ScanError) -> (Listed, ScannedFiles) {
        let lots = FileLots(of: WorkTreeSupply.lotSize)
        let listed = Mutex<Result<Listed, ScanError>?>(nil)
        progress.begin([])
        let scanned = try read(lots, threads: request.threads, in: walk.tree, nil, store) {
            defer { lots.close() }
            let result = walk.list { lots.add($0) }
            if case .success(let listed) = result { progress.found(listed.listing.files) }
            listed.withLock { $0 = result }
        }
        guard let result = listed.withLock({ $0 }) else { preconditionFailure("scanned without having listed") }
        return (try result.get(), scanned)
    }

    /// A walk in which each file is held against what is known of it.
    private func recognise(_ walk: Walk, _ cache: ScanCache) throws(ScanError) -> (Listed, RecognisedFiles) {
        let recognition = FileRecognition(in: walk.tree, cache)
        defer { recognition.stop() }
        return (try walk.list(found: recognition.ask).get(), recognition.finish())
    }

    /// A walk that has not begun.
    private struct Walk: Sendable {
        let tree: WorkTree
        /// That of the repository, or the same.
        let whole: WorkTree
        let prefix: [UInt8]
        let excludes: IgnoreFile?
        let shared: IgnoreFile?
        let earlier: KnownFolders?
        let settled: Int64
        /// Whether a later scan will ask what the folders were like.
        let isKept: Bool
        let root: String

        /// - Parameter found: gets the path of each file as soon as it is known, in the order of the listing.
        func list(found: (String) -> Void) -> Result<Listed, ScanError> {
            do throws(TreeError) {
                guard isKept else {
                    let listing = try list(whole, found)
                    return .success(Listed(listing: listing, folders: FolderRecords(), learned: 0))
                }
                let folders = KnownTree(whole, earlier: earlier, settled: settled)
                let listing = try list(folders, found)
                return .success(Listed(listing: listing, folders: folders.records, learned: folders.learned))
            } catch {
                return .failure(.unreadableRoot(root, reason: error.reason))
            }
        }

        private func list(_ folders: some FileTree, _ found: (String) -> Void) throws(TreeError) -> SourceListing {
            try withoutActuallyEscaping(found) { found throws(TreeError) in
                try ProjectWalker.list(folders, root: prefix, excludes: excludes, shared: shared, found: found)
            }
        }
    }

    private func walk(
        _ repository: RepositoryFolder?, _ cache: ScanCache?, _ settled: Int64, isKept: Bool
    ) throws(ScanError) -> Walk {
        do throws(TreeError) {
            let tree = try WorkTree(request.root)
            let prefix = Array((repository?.prefix ?? "").utf8)
            let whole = try prefix.isEmpty ? tree : WorkTree(repository?.top ?? request.root)
            return Walk(
                tree: tree, whole: whole, prefix: prefix, excludes: request.excludes,
                shared: repository?.sharedPatterns, earlier: cache?.folders, settled: settled,
                isKept: isKept, root: request.root)
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
