import PaydownCore

/// Goes through commits, oldest first, and lists the files of each: once to know which blobs there are, and once more to
/// conclude. Listing again costs a fraction of what keeping two thousand listings would take in memory.
struct HistoryReading {
    /// A commit and its files, whose contents are numbers of places.
    struct Moment: Sendable {
        let commit: CommitEntry
        let listing: SourceListing
    }

    /// Those that have the project's folder.
    private(set) var commits: [CommitEntry]
    /// Whether files are listed that an ignore file would leave out, had the clone all of those.
    let lacksIgnoreFiles: Bool
    private let all: [CommitEntry]
    private let request: ScanRequest
    private let repository: RepositoryFolder
    private let history: TreeHistory
    private let small: [ObjectID: [UInt8]]
    private var tree: HistoryTree
    private var position = 0

    /// - Parameter local: what is not among these is not asked for, and taken as empty.
    init(
        _ commits: [CommitEntry], _ request: ScanRequest, _ repository: RepositoryFolder, _ local: LocalObjects
    ) throws(ScanError) {
        all = commits
        self.commits = commits
        self.request = request
        self.repository = repository
        history = try TreeHistory(commits, in: repository.top)
        let wanted = HistoryTree.smallObjects(history.changes)
        let present = wanted.filter(local.has)
        lacksIgnoreFiles = present.count < wanted.count
        small = try SmallObjects.read(present, in: repository.top)
        tree = HistoryTree(prefix: Self.prefix(repository), small: small)
    }

    /// All places of the commits; from here on they have their numbers.
    mutating func places() -> BlobPlaces {
        var met: [CommitEntry] = []
        while position < all.count {
            if let moment = nextMoment() { met.append(moment.commit) }
        }
        commits = met
        return tree.places
    }

    /// Begins with the first commit again; places keep their numbers.
    mutating func rewind() {
        position = 0
        tree = HistoryTree(prefix: Self.prefix(repository), small: small, places: tree.places)
    }

    /// The next commits, at most so many; none at the end.
    mutating func next(_ count: Int) -> [Moment] {
        var moments: [Moment] = []
        while moments.count < count, position < all.count {
            if let moment = nextMoment() { moments.append(moment) }
        }
        return moments
    }

    /// Nil for a commit that does not have the project's folder.
    private mutating func nextMoment() -> Moment? {
        defer { position += 1 }
        tree.apply(history.changes[position])
        do throws(TreeError) {
            let listing = try ProjectWalker.list(
                tree, root: Array(repository.prefix.utf8), excludes: request.excludes,
                shared: repository.sharedPatterns)
            return Moment(commit: all[position], listing: listing)
        } catch {
            return nil
        }
    }

    private static func prefix(_ repository: RepositoryFolder) -> [UInt8] {
        repository.prefix.isEmpty ? [] : Array((repository.prefix + "/").utf8)
    }
}

/// Small files that say what belongs to a project.
enum SmallObjects {
    static func read(_ wanted: Set<ObjectID>, in folder: String) throws(ScanError) -> [ObjectID: [UInt8]] {
        let objects = Array(wanted)
        guard !objects.isEmpty else { return [:] }
        var stream = try BlobStream(objects.map(\.name), in: folder)
        var contents: [ObjectID: [UInt8]] = [:]
        for object in objects {
            guard case .blob(let size) = stream.next() else { continue }
            var bytes = [UInt8](repeating: 0, count: size)
            _ = bytes.withUnsafeMutableBytes { stream.read(into: $0) }
            contents[object] = bytes
        }
        try stream.finish()
        return contents
    }
}
