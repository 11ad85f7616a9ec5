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
        let (tree, listing) = try list(repository)
        let cache = earlier?.wait()
        let known = cache?.known(of: listing.files)
        let pipeline = ScanPipeline(
            rules: request.rules.prepare(), version: request.version, threads: request.threads, progress: progress)
        let counter = WorkTreeSupply.Counter()
        let version = request.version
        let files = try pipeline.scan(listing.files) { _ in
            WorkTreeSupply(tree, listing.files, version: version, known: known, counter: counter)
        }
        if let store, let cache {
            let next = ScanCache(listing.files, files, scanStart: start)
            if next.differs(from: cache) { keep(next, in: store, key, &notes) }
        }
        return (listing, files)
    }

    private func list(
        _ repository: RepositoryFolder?
    ) throws(ScanError) -> (tree: WorkTree, listing: SourceListing) {
        do throws(TreeError) {
            let tree = try WorkTree(request.root)
            let prefix = Array((repository?.prefix ?? "").utf8)
            let listing = try ProjectWalker.list(
                prefix.isEmpty ? tree : WorkTree(repository?.top ?? request.root), root: prefix,
                excludes: request.excludes, shared: repository?.sharedPatterns)
            return (tree, listing)
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
