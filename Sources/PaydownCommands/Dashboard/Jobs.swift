import Dispatch
import PaydownDashboard
import PaydownTerminal
import Subprocess
import Synchronization

/// Work off the main thread: reading files and calculating over many findings. Answers go to the mailbox.
///
/// Several queues, so that a long reading does not hold up a list. A newer list makes the one before it stop.
final class Jobs: Sendable {
    let sources: SourceReader
    let arguments: [String]
    private let mailbox: Mailbox
    private let catalog: Mutex<SnapshotCatalog>
    private let reading = DispatchQueue(label: "paydown.reading", qos: .userInitiated)
    private let calculating = DispatchQueue(label: "paydown.calculating", qos: .userInitiated)
    private let pairing = DispatchQueue(label: "paydown.pairing", qos: .userInitiated)
    private let forecasting = DispatchQueue(label: "paydown.forecasting", qos: .userInitiated)
    private let background = DispatchQueue(label: "paydown.background", qos: .utility)
    private let listing = Generation()
    private let looking = Generation()
    private let boarding = Generation()
    private let comparing = Generation()
    private let tracing = Generation()
    private let isCancelled = Atomic(false)
    /// What was said about owners: a line that stays broken is said once.
    private let said = Mutex<Set<String>>([])

    init(catalog: SnapshotCatalog, sources: SourceReader, mailbox: Mailbox) {
        // From here on there are threads.
        ProcessMemory.save()
        self.sources = sources
        self.mailbox = mailbox
        arguments = catalog.arguments
        self.catalog = Mutex(catalog)
    }

    /// Ends what runs; what it would have answered is dropped.
    func cancel() {
        isCancelled.store(true, ordering: .relaxed)
        _ = listing.begin()
        _ = comparing.begin()
        _ = looking.begin()
        _ = boarding.begin()
        _ = tracing.begin()
    }

    /// The file of a snapshot, or its place in a history.
    func path(of id: SnapshotID) -> String? { catalog.withLock { $0.paths[id] } }

    /// Looks for snapshot files, new and changed ones.
    func look() {
        reading.async { [self] in
            if let newest = catalog.withLock({ $0.lookForNewest() }) { mailbox.post(.found([newest], isAll: false)) }
            let found = catalog.withLock { $0.look() }
            for event in found.events { mailbox.post(event) }
        }
    }

    func load(_ id: SnapshotID) {
        guard let path = path(of: id) else { return }
        reading.async { [self] in
            let owners = SnapshotOwners(sources)
            for problem in owners.problems where said.withLock({ $0.insert(problem).inserted }) {
                mailbox.post(.notice(problem))
            }
            SnapshotLoader.load(
                id, from: path, owners: owners, isCancelled: { [self] in isCancelled.load(ordering: .relaxed) },
                post: { [self] in mailbox.post($0) })
            ProcessMemory.trim()
        }
    }

    func preview(_ path: String) {
        calculating.async { [self] in mailbox.post(.previewed(sources.preview(path))) }
    }

    /// Answers a question of the model unless a newer one of its kind comes.
    ///
    /// - Parameter first: what can be said of it at once.
    func calculate(
        _ effect: Effect, first: (@Sendable (() -> Bool) -> Event?)? = nil,
        _ question: @escaping @Sendable (() -> Bool) -> Event?
    ) {
        let isList = if case .list = effect { true } else { false }
        let isStale = isList ? listing.begin() : comparing.begin()
        // Two large snapshots take a second to compare; no list waits for that.
        (isList ? calculating : pairing).async { [self] in
            guard !isStale() else { return }
            if let event = first?(isStale) { mailbox.post(event) }
            guard !isStale(), let event = question(isStale) else { return }
            mailbox.post(event)
        }
    }

    /// Thousands of futures: on a queue of their own, so that no list waits for them and they for no file.
    func forecast(_ effect: Effect, _ question: @escaping @Sendable (() -> Bool) -> Event?) {
        let isStale: @Sendable () -> Bool
        if case .look = effect { isStale = looking.begin() } else { isStale = boarding.begin() }
        forecasting.async { [self] in
            guard !isStale(), let event = question(isStale) else { return }
            mailbox.post(event)
        }
    }

    /// Reads the findings of past snapshots and says what came in and went out from each to the next.
    ///
    /// In the background and all at once at its end: nothing on the screen waits for it, it gets better by it.
    func count(_ pairs: [FlowLedger.Pair]) {
        let paths = catalog.withLock { $0.paths }
        background.async { [self] in
            let counted = FlowCounting.count(pairs, paths: paths) { [self] in
                isCancelled.load(ordering: .relaxed)
            }
            if !counted.isEmpty { mailbox.post(.flowed(counted)) }
        }
    }

    /// Works out since when the findings of a file are there; a newer question replaces the one before.
    func trace(_ loaded: LoadedSnapshot, past: [BirthTracing.Source]) {
        let isStale = tracing.begin()
        background.async { [self] in
            guard !isStale(), let births = BirthTracing.births(of: loaded, past: past, isCancelled: isStale) else {
                return
            }
            mailbox.post(.traced(births))
            ProcessMemory.trim()
        }
    }

    /// Starts an editor that has a window of its own, without waiting for it.
    func startWindow(_ arguments: [String]) {
        Task { [mailbox] in
            do {
                _ = try await Subprocess.run(
                    .program(arguments[0]), arguments: Arguments(Array(arguments.dropFirst())), input: .none,
                    output: .discarded, error: .discarded)
            } catch {
                mailbox.post(.edited(problem: "\(arguments[0]) could not be started; set VISUAL or EDITOR"))
            }
        }
    }
}
