import PaydownCore
import PaydownRules

/// A scan from beginning to end: list, read, apply the rules, put the snapshot together.
package enum Scan {
    /// Scans what the request names.
    ///
    /// The same tree, rules and moment give the same snapshot, byte for byte, however many threads there are and
    /// whatever an earlier scan has left behind.
    package static func run(
        _ request: ScanRequest, progress: ScanProgress = ScanProgress()
    ) throws(ScanError) -> ScanOutcome {
        switch request.source {
        case .workTree: try WorkTreeScan(request, progress).run()
        case .commit(let name): try CommitScan(request, progress, name: name).run()
        }
    }
}

/// A scan of the files on disk.
private struct WorkTreeScan {
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
        let listing: SourceListing
        let tree: WorkTree
        do throws(TreeError) {
            tree = try WorkTree(request.root)
            let prefix = Array((repository?.prefix ?? "").utf8)
            listing = try ProjectWalker.list(
                prefix.isEmpty ? tree : WorkTree(repository?.top ?? request.root), root: prefix,
                excludes: request.excludes, shared: repository?.sharedPatterns)
        } catch {
            throw .unreadableRoot(request.root, reason: error.reason)
        }
        let pipeline = ScanPipeline(
            rules: request.rules.prepare(), version: request.version, threads: request.threads, progress: progress)
        let counter = WorkTreeSupply.Counter()
        let version = request.version
        let files = try pipeline.scan(listing.files) { _ in
            WorkTreeSupply(tree, listing.files, version: version, known: nil, counter: counter)
        }
        return (listing, files)
    }
}

/// A scan of a commit, out of Git's objects.
private struct CommitScan {
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
        let threads = max(1, min(request.threads, objects.count))
        let pipeline = ScanPipeline(
            rules: request.rules.prepare(), version: request.version, threads: threads, progress: progress)
        let (version, top) = (request.version, repository.top)
        return try pipeline.scan(listing.files) { number in
            BlobSupply(objects, number: number, threads: threads, folder: top, version: version)
        }
    }
}
