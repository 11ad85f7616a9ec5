import Dispatch
import Glibc
import PaydownCore
import PaydownDashboard
import PaydownFormats
import PaydownScan
import PaydownTerminal
import Synchronization

/// Scans the project behind the dashboard: on a thread of its own, one scan at a time. Answers go to the mailbox.
///
/// What is scanned is what `paydown scan` would scan, and it is kept where that would keep it.
final class ProjectScanner: Sendable {
    private let folders: [String]
    private let config: String?
    private let mailbox: Mailbox
    private let queue = DispatchQueue(label: "paydown.scanning", qos: .utility)
    private let state = Mutex(State())

    private struct State {
        var progress: ScanProgress?
        /// Where the last of this session's scans are kept, by their number.
        var files: [Int: String] = [:]
        /// How many scans there were.
        var count = 0
        var isCancelled = false
        /// When the last one was taken, in seconds since 1970.
        var taken = Int.min
    }

    /// - Parameter folders: where the project may be; the first that is one is taken.
    init(folders: [String], config: String?, mailbox: Mailbox) {
        self.folders = folders
        self.config = config
        self.mailbox = mailbox
    }

    /// Looks whether there is a project, and says so.
    func look() {
        queue.async { [self] in
            do throws(ScanFailure) {
                _ = try project()
                mailbox.post(.scannable(obstacle: nil))
            } catch {
                mailbox.post(.scannable(obstacle: error.messages.first ?? "there is no project here"))
            }
        }
    }

    /// Scans, keeps and posts the snapshot; called again only after the answer to the call before.
    ///
    /// - Parameter shown: what the new one is compared with.
    func scan(_ scope: ScanState.Scope, since shown: LoadedSnapshot?) {
        let progress = ScanProgress()
        state.withLock { $0.progress = progress }
        queue.async { [self] in
            let event: Event
            do {
                event = .scanned(try news(scope, since: shown, progress))
            } catch let failure as ScanFailure {
                event = .scanFailed(failure.messages)
            } catch {
                event = .scanFailed(["\(error)"])
            }
            let isCancelled = state.withLock { state in
                state.progress = nil
                return state.isCancelled
            }
            if !isCancelled { mailbox.post(event) }
            // What went before was read through for the ages: the longer the history, the more of it.
            ProcessMemory.trim()
        }
    }

    /// Read anew each time: the file may be edited while the dashboard is open.
    private var owners: SnapshotOwners { SnapshotOwners(SourceReader(roots: folders)) }

    /// How far the running scan is, in files; nil before they are known.
    var progress: (done: Int, total: Int)? {
        state.withLock { $0.progress }?.state.map { ($0.done, $0.total) }
    }

    /// Reads a scan of this session again whose findings were dropped to save room.
    func load(_ id: SnapshotID) {
        guard let path = path(of: id) else { return }
        queue.async { [self] in
            SnapshotLoader.load(id, from: path, owners: owners) { [self] in mailbox.post($0) }
        }
    }

    /// Where a scan of this session is kept; nil where it could not be.
    func path(of id: SnapshotID) -> String? {
        state.withLock { $0.files[id.scanNumber] }
    }

    /// Ends what runs; what it would have answered is dropped, and nothing more is kept.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.progress?.cancel()
        }
    }

    private func news(
        _ scope: ScanState.Scope, since shown: LoadedSnapshot?, _ progress: ScanProgress
    ) throws -> ScanNews {
        let project = try project()
        // Where it cannot be made, the scan goes on without a cache and says so.
        try? project.folder.prepare()
        let outcome = try Scan.run(
            Self.request(project, scope, now: moment(after: shown?.header.takenAt)), progress: progress)
        var notes = outcome.warnings.map(\.text) + outcome.notes
        var file = ""
        var births: FindingBirths?
        do {
            let history = try project.folder.writableHistory()
            let place = try project.folder.keep(outcome.snapshot, in: history)
            file = place.text
            // Without ages it is shown all the same.
            births = SnapshotLoader.births(of: place.id, outcome.snapshot, in: history)
        } catch {
            notes.append("the scan is shown but not kept: \(Self.text(error))")
        }
        let number = state.withLock { state in
            let number = state.count
            state.count += 1
            state.files[number] = file
            // One more than are kept may be the baseline of a session that was left alone for hours: it stays loaded.
            state.files[number - ScanState.mostKept] = nil
            return number
        }
        let loaded = LoadedSnapshot(id: .scan(number), snapshot: outcome.snapshot, owner: owners.text, births: births)
        return ScanNews(
            loaded, name: file.isEmpty ? "scan" : file, since: shown.map { Comparison(from: $0, to: loaded) },
            notes: notes)
    }

    /// A second of its own for each scan. Snapshots tell their time in seconds: a change that is taken back within one
    /// would else make the snapshot before it, and the newest would be the one with the change.
    private func moment(after shown: Timestamp?) -> Timestamp {
        let now = WallClock.now()
        return state.withLock { state in
            let last = max(state.taken, shown?.seconds ?? .min)
            // What is far ahead is another clock's.
            state.taken = (now.seconds..<now.seconds + 60).contains(last) ? last + 1 : now.seconds
            return Timestamp(seconds: state.taken, offsetMinutes: now.offsetMinutes)
        }
    }

    private static func request(
        _ project: ScannedProject, _ scope: ScanState.Scope, now: Timestamp
    ) -> ScanRequest {
        // One core is left to the keys.
        let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        var request = ScanRequest(
            root: project.root, rules: project.rules, version: project.version, excludes: project.excludes,
            threads: max(1, cores - 1), cacheFile: project.folder.cacheFile,
            projectName: project.name, plan: project.plan, now: now,
            toolVersion: PaydownCommand.configuration.version)
        // The scan of everything leaves a cache for those of what changes after it.
        request.believesCache = scope != .all
        return request
    }

    private static func text(_ error: any Error) -> String {
        (error as? ScanFailure)?.messages.first ?? "\(error)"
    }

    /// The project as its file has it now: rules may have changed since the last scan.
    private func project() throws(ScanFailure) -> ScannedProject {
        var first: ScanFailure?
        for folder in folders where config != nil || ProjectFolder.hasConfiguration(folder) {
            do {
                return try ScannedProject(root: folder, config: config)
            } catch {
                first = first ?? error as? ScanFailure ?? ScanFailure(messages: ["\(error)"])
            }
        }
        if let first { throw first }
        let place = folders.first ?? "."
        throw ScanFailure(messages: [
            "no paydown.toml at \(place), so there is nothing to scan; paydown --root DIR names the project"
        ])
    }
}
