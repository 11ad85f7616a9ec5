import Dispatch
import PaydownCore
import PaydownRules
import Synchronization

/// Reads the past of a project out of Git's objects, without a checkout.
///
///     1. the chain of first parents, and which of its commits are wanted
///     2. what changes from each of them to the next          one `git log`, one `git diff-tree`
///     3. which blobs stand at which paths in them            `HistoryTree`, walked once a commit
///     4. the blobs that nobody has scanned                   `git cat-file`, one a thread
///     5. a snapshot for each commit                          the rules' second stage over what its files contribute
///
/// What a commit comes to is what `Scan` says of it. Today's rules count for all commits: a history by the rules of the
/// day would show how the rules changed.
package struct Backfill {
    private let request: BackfillRequest
    private let progress: BackfillProgress
    private let repository: RepositoryFolder
    private var outcome = BackfillOutcome()

    private init(_ request: BackfillRequest, _ progress: BackfillProgress, _ repository: RepositoryFolder) {
        self.request = request
        self.progress = progress
        self.repository = repository
    }

    /// Goes through the past, oldest commit first.
    ///
    /// - Parameters:
    ///   - isKnown: whether the history has a commit already; it is passed over then.
    ///   - keep: gets each commit's snapshot, one after the other on the calling thread.
    /// - Returns: what it came to, also when it was told to stop: `isInterrupted`.
    /// - Throws: `ScanError`, and what `keep` throws.
    package static func run(
        _ request: BackfillRequest, progress: BackfillProgress = BackfillProgress(),
        isKnown: (String) -> Bool = { _ in false }, keep: (BackfilledCommit) throws -> Void
    ) throws -> BackfillOutcome {
        guard let repository = RepositoryFolder(around: request.scan.root) else {
            throw ScanError.notARepository(request.scan.root)
        }
        var backfill = Backfill(request, progress, repository)
        try backfill.run(isKnown, keep)
        return backfill.outcome
    }

    private mutating func run(_ isKnown: (String) -> Bool, _ keep: (BackfilledCommit) throws -> Void) throws {
        let revisions = GitRevisions(folder: repository.top)
        let tip = try revisions.commit(request.branch)
        let chain = try CommitLog.firstParents(of: tip, in: repository.top)
        let span = chain.filter { entry in request.since.map { entry.committedAt.seconds >= $0.seconds } ?? true }
        let local = try LocalObjects(in: repository.top)
        let chosen = request.pace.choose(from: chain, since: request.since)
        (outcome.chain, outcome.chosen) = (span.count, chosen.count)
        if span.count == chain.count { try noteShallow(chain.first) }
        let wanted = readable(chosen.filter { !isKnown($0.commit) }, local)
        outcome.known = chosen.count - wanted.count - outcome.skipped
        guard !wanted.isEmpty else { return }
        let branch = try revisions.branch(named: request.branch)
        var reading = try HistoryReading(wanted, request.scan, repository, local)
        if reading.lacksIgnoreFiles {
            outcome.notes.append(
                "this clone lacks ignore files of the past: what they left out is counted all the same")
        }
        let places = reading.places()
        let files = try scan(places, local, commits: reading.commits.count)
        outcome.skipped += wanted.count - reading.commits.count
        guard !progress.isCancelled else {
            outcome.isInterrupted = true
            return
        }
        let parents = Parents(chosen, of: reading.commits, isKnown)
        try conclude(&reading, files, parents, branch, keep)
    }

    /// Without the commits whose files are not known in this clone.
    private mutating func readable(_ commits: [CommitEntry], _ local: LocalObjects) -> [CommitEntry] {
        let readable = commits.filter { ObjectID($0.tree).map(local.has) ?? false }
        let lost = commits.count - readable.count
        if lost > 0 {
            outcome.skipped += lost
            outcome.notes.append(
                "\(lost) commits are left out: this clone does not have their trees; 'git fetch --refetch' without a "
                    + "filter brings them")
        }
        return readable
    }

    private mutating func noteShallow(_ first: CommitEntry?) throws(ScanError) {
        guard let first, try LocalObjects.isShallow(repository.top) else { return }
        outcome.notes.append(
            "this clone is shallow: it begins with \(first.shortCommit) of \(first.committedAt.day.iso); "
                + "'git fetch --unshallow' brings what was before")
    }

    // MARK: Blobs

    /// What became of the file at each place.
    private mutating func scan(
        _ places: BlobPlaces, _ local: LocalObjects, commits: Int
    ) throws(ScanError) -> [ScannedFile?] {
        let store = request.blobFile.map { BlobStore($0, key: ScanCache.Key(request.scan)) }
        var files = [ScannedFile?](repeating: nil, count: places.count)
        var unknown: [Int32] = []
        var known: Set<ObjectID> = []
        var missing: Set<ObjectID> = []
        for number in 0..<places.count {
            let object = places.objects[number]
            if let file = store?.known[BlobStore.Place(path: places.paths[number], object: object)] {
                files[number] = file
                known.insert(object)
            } else if local.has(object) {
                unknown.append(Int32(number))
            } else {
                files[number] = ScannedFile(.unreadable(BlobSupply.missing))
                missing.insert(object)
            }
        }
        let groups = BlobGroups(unknown, places)
        progress.begin(blobs: groups.groups.count, commits: commits)
        let scanned = Mutex(files)
        let scan = BlobScan(
            folder: repository.top, rules: request.scan.rules.prepare(), version: request.scan.version,
            threads: request.scan.threads, progress: progress)
        try scan.run(groups, places) { lot in
            scanned.withLock { files in
                for (place, file) in lot { files[Int(place)] = file }
            }
            store?.append(
                lot.map { place, file in
                    (BlobStore.Place(path: places.paths[Int(place)], object: places.objects[Int(place)]), file)
                })
        }
        files = scanned.withLock { $0 }
        for group in groups.groups where files[Int(group.places[0])]?.fate == .unreadable(BlobSupply.missing) {
            missing.insert(group.object)
        }
        let state = progress.state
        outcome.scannedBlobs = state.scannedBlobs
        outcome.scannedBytes = state.bytes
        outcome.knownBlobs = known.count
        outcome.missingBlobs = missing.count
        if let note = store?.note { outcome.notes.append(note) }
        if !missing.isEmpty {
            outcome.notes.append(
                "\(missing.count) files of the past are not in this clone and count as unreadable; "
                    + "'git fetch --refetch' without a filter brings them")
        }
        return files
    }

    // MARK: Commits

    private mutating func conclude(
        _ reading: inout HistoryReading, _ files: [ScannedFile?], _ parents: Parents, _ branch: String,
        _ keep: (BackfilledCommit) throws -> Void
    ) throws {
        reading.rewind()
        // Git is asked for renames once a lot.
        let lot = max(8, request.scan.threads)
        while true {
            if progress.isCancelled {
                outcome.isInterrupted = true
                return
            }
            let commits = reading.next(lot)
            if commits.isEmpty { return }
            let pairs = commits.compactMap { moment in
                parents[moment.commit].map { (old: $0.tree, new: moment.commit.tree) }
            }
            var renames = try GitRenames.between(pairs, repository)[...]
            for (moment, result) in zip(commits, concluded(commits, files, branch)) {
                let parent = parents[moment.commit]
                let map = FileMap(
                    renames: parent.flatMap { _ in renames.popFirst() } ?? [:], existing: Set(moment.listing.files))
                try keep(BackfilledCommit(outcome: result, parent: parent?.commit, files: map))
                outcome.kept += 1
                progress.kept()
            }
        }
    }

    /// As many at a time as there are threads; in the order of the commits.
    private func concluded(
        _ commits: [HistoryReading.Moment], _ files: [ScannedFile?], _ branch: String
    ) -> [ScanOutcome] {
        let results = Mutex([ScanOutcome?](repeating: nil, count: commits.count))
        let request = request.scan
        DispatchQueue.concurrentPerform(iterations: commits.count) { index in
            let (commit, listing) = (commits[index].commit, commits[index].listing)
            var request = request
            request.now = commit.committedAt
            let own = listing.contents.map { files[Int($0)] ?? ScannedFile(.unreadable(BlobSupply.missing)) }
            var result = SnapshotAssembly(request).outcome(listing, own)
            result.snapshot.header.revision = commit.revision(branch: branch)
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}

/// The commit before each one in a history that has the chosen ones.
private struct Parents {
    private var parents: [String: CommitEntry] = [:]

    /// - Parameter present: those of the chosen ones that will be in the history, beside the known.
    init(_ chosen: [CommitEntry], of present: [CommitEntry], _ isKnown: (String) -> Bool) {
        let present = Set(present.map(\.commit))
        var last: CommitEntry?
        for entry in chosen where present.contains(entry.commit) || isKnown(entry.commit) {
            parents[entry.commit] = last
            last = entry
        }
    }

    subscript(commit: CommitEntry) -> CommitEntry? { parents[commit.commit] }
}
