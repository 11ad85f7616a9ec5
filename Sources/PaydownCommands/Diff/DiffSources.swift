import Glibc
import PaydownCore
import PaydownFormats
import PaydownScan

/// Reads and scans what is to be compared.
struct DiffSources {
    private let options: ProjectOptions
    private let jobs: Int?
    private let watch: ScanWatch
    private let root: String

    init(_ options: ProjectOptions, jobs: Int?, watch: ScanWatch) {
        self.options = options
        self.jobs = jobs
        self.watch = watch
        root = options.rootFolder()
    }

    /// - Parameters:
    ///   - old: nil for what was kept last.
    ///   - new: nil for the files that are there; where there is no project to scan, a folder as the older side has both.
    /// - Throws: `ScanFailure`, `ScanError`, `SnapshotError` or `HistoryError`, with what to do next.
    func sides(_ old: DiffSide.Request?, _ new: DiffSide.Request?) throws -> (old: DiffSide, new: DiffSide) {
        if new == nil, let path = old?.path, access(path, F_OK) == 0,
            ScannedProject.isMissing(root: options.root, config: options.config)
        {
            return try newestTwo(path)
        }
        return (try side(old ?? .newestKept), try side(new ?? .workTree))
    }

    /// - Throws: `ScanFailure`, `ScanError`, `SnapshotError` or `HistoryError`, with what to do next.
    private func side(_ request: DiffSide.Request) throws -> DiffSide {
        switch request {
        case .file(let path): return try read(path)
        case .day(let day): return try kept(until: day)
        case .entry(let history, let number): return try entry(number, of: history)
        case .newestKept:
            let kept = try KeptSnapshots(ProjectStore(root: root))
            guard let newest = try kept.newest() else {
                throw ScanFailure(messages: [
                    "\(root): no snapshot was kept yet; run 'paydown scan' first, or name what to compare with"
                ])
            }
            return try side(newest, of: kept)
        case .commit(let name): return try commit(name)
        case .workTree: return try scan(.workTree, name: "work tree")
        }
    }

    /// What Git knows of the files between the two sides; nil when it knows nothing, which is no error.
    func files(from old: DiffSide, to new: DiffSide) -> FileMap? {
        guard let from = old.commit else { return nil }
        if new.isWorkTree {
            guard var files = try? GitFileMap.sinceCommit(from, root: root) else { return nil }
            files.existing = existing(in: old.snapshot.findings, files.renames)
            return files
        }
        guard let to = new.commit else { return nil }
        return try? GitFileMap.between(from, to, root: root)
    }

    // MARK: Kinds

    private func commit(_ name: String) throws -> DiffSide {
        if ScannedProject.isMissing(root: options.root, config: options.config) {
            guard access(name, F_OK) == 0 else { throw nothingToScanBy(name) }
            return try read(name)
        }
        do {
            return try scan(.commit(name), name: name)
        } catch let error as ScanError {
            // What Git does not know may still be a file or a folder of snapshots.
            guard access(name, F_OK) == 0 else { throw Self.nothingCalled(name, error) }
            switch error {
            case .unknownRevision, .unknownInShallowClone, .notARepository: return try read(name)
            default: throw error
            }
        }
    }

    private func nothingToScanBy(_ name: String) -> ScanFailure {
        ScanFailure(messages: [
            "'\(name)' is no file or folder of snapshots, and \(root) has no paydown.toml by which a commit of that name "
                + "could be scanned; name a snapshot file, or give --root"
        ])
    }

    private static func nothingCalled(_ name: String, _ error: ScanError) -> any Error {
        switch error {
        case .unknownRevision(_, let folder):
            ScanFailure(messages: [
                "\(folder): no commit is called '\(name)', and no file or folder of snapshots is; "
                    + "'git log --all' shows the commits, 'paydown history list' what was kept"
            ])
        case .notARepository(let root):
            ScanFailure(messages: [
                "'\(name)' is no file or folder of snapshots, and \(root) is in no git repository that could have a "
                    + "commit of that name; name a snapshot file, or give --root"
            ])
        default: error
        }
    }

    private func read(_ path: String) throws -> DiffSide {
        guard let newest = try snapshots(path).last else { preconditionFailure("there is at least one") }
        return try side(newest)
    }

    /// Of a folder, the last snapshot and the one before.
    private func newestTwo(_ path: String) throws -> (old: DiffSide, new: DiffSide) {
        let files = try snapshots(path)
        guard let new = files.last, let old = files.dropLast().last else {
            throw ScanFailure(messages: [
                "\(path): is one snapshot, and nothing is named to compare it with; name a second one, or with --root a "
                    + "project whose files can be scanned: \(root) has no paydown.toml"
            ])
        }
        return (try side(old), try side(new))
    }

    /// At least one, by the time they were taken; what else is there is said.
    private func snapshots(_ path: String) throws -> [SnapshotFile] {
        let located = SnapshotLocator().locate([path])
        guard !located.files.isEmpty else {
            throw located.problems.first ?? SnapshotError.noSnapshots(folder: path, otherFiles: 0)
        }
        for problem in located.problems { StandardError.print(problem.description) }
        return located.files
    }

    private func side(_ file: SnapshotFile) throws -> DiffSide {
        DiffSide(snapshot: try SnapshotReader().read(file.path), name: file.path, isWorkTree: false)
    }

    private func kept(until day: Day) throws -> DiffSide {
        let kept = try KeptSnapshots(ProjectStore(root: root))
        guard let last = try kept.newest(until: day) else {
            throw ScanFailure(messages: [
                "\(root): no snapshot was kept on \(day.iso) or before; 'paydown history list' shows those there are, "
                    + "and a commit can be compared without"
            ])
        }
        return try side(last, of: kept)
    }

    private func entry(_ number: Int?, of history: String?) throws -> DiffSide {
        let project = ProjectStore(root: root)
        let file = history ?? project.path + "/history.db"
        let kept = try KeptSnapshots(history: file, folder: project.path + "/snapshots")
        guard kept.history != nil else {
            throw ScanFailure(messages: [
                "\(file): there is no such history; 'paydown scan' begins one, or name another file"
            ])
        }
        guard let entry = try number.map({ try kept.entry($0) }) ?? kept.newest() else {
            let what = number.map { "no snapshot with the number \($0) and its findings" } ?? "no snapshot"
            throw ScanFailure(messages: ["\(file): has \(what); 'paydown history list' shows those there are"])
        }
        return try side(entry, of: kept)
    }

    private func side(_ kept: KeptSnapshots.Kept, of all: KeptSnapshots) throws -> DiffSide {
        DiffSide(snapshot: try all.snapshot(kept), name: all.name(kept), isWorkTree: false)
    }

    private func scan(_ source: ScanRequest.Source, name: String) throws -> DiffSide {
        let project = try ScannedProject(root: root, config: options.config)
        var request = ScanRequest(
            root: project.root, source: source, rules: project.rules, version: project.version,
            excludes: project.excludes, threads: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
            projectName: project.name, plan: project.plan, now: WallClock.now(),
            toolVersion: PaydownCommand.configuration.version)
        if source == .workTree, access(project.folder.path, F_OK) == 0 {
            request.cacheFile = project.folder.cacheFile
        }
        let outcome = try Scan.run(request, progress: watch.progress)
        for note in outcome.notes { StandardError.print(note) }
        return DiffSide(snapshot: outcome.snapshot, name: name, isWorkTree: source == .workTree)
    }

    /// Of the files that the old snapshot has findings in, those that are there, and what they were renamed to.
    private func existing(in findings: FindingTable, _ renames: [String: String]) -> Set<String> {
        let paths = Set(findings.path).map { findings.strings[$0] } + renames.values
        return Set(paths.filter { access(root + "/" + $0, F_OK) == 0 })
    }
}
