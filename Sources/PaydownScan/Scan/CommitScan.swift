import PaydownCore

/// A scan of a commit, out of Git's objects.
struct CommitScan {
    private let request: ScanRequest
    private let progress: ScanProgress
    private let name: String

    init(_ request: ScanRequest, _ progress: ScanProgress, name: String) {
        self.request = request
        self.progress = progress
        self.name = name
    }

    func run() throws(ScanError) -> ScanOutcome {
        guard let repository = RepositoryFolder(around: request.root) else { throw .notARepository(request.root) }
        let revisions = GitRevisions(folder: repository.top)
        let commit = try revisions.commit(name)
        let tree = try GitTree(commit: commit, in: repository.top)
        let listing: SourceListing
        do throws(TreeError) {
            listing = try ProjectWalker.list(
                tree, root: Array(repository.prefix.utf8), excludes: request.excludes,
                shared: repository.sharedPatterns)
        } catch {
            throw .unreadableRoot(request.root, reason: error.reason)
        }
        let files = try scan(listing, tree, repository)
        var request = request
        let revision = try revisions.revision(ofCommit: commit, named: name)
        if let committedAt = revision.committedAt { request.now = committedAt }
        var outcome = SnapshotAssembly(request).outcome(listing, files)
        outcome.snapshot.header.revision = revision
        return outcome
    }

    private func scan(
        _ listing: SourceListing, _ tree: GitTree, _ repository: RepositoryFolder
    ) throws(ScanError) -> [ScannedFile] {
        let prefix = repository.prefix.isEmpty ? "" : repository.prefix + "/"
        let objects = listing.files.map { tree.blob(Array((prefix + $0).utf8)) ?? [] }
        let threads = min(request.threads, objects.count)
        let pipeline = ScanPipeline(
            rules: request.rules, version: request.version, threads: threads, progress: progress)
        let (version, top) = (request.version, repository.top)
        progress.begin(listing.files)
        let paths = listing.files
        return try pipeline.scan { number in
            BlobSupply(paths, objects, number: number, threads: threads, folder: top, version: version)
        }.all(paths.count)
    }
}
