import PaydownCore
import PaydownDashboard
import PaydownFormats
import PaydownHistory

/// Counts what came in and went out between snapshots: a history has done so already, of files each is read once.
struct FlowCounting {
    private let paths: [SnapshotID: String]
    /// By file, what each snapshot of a history has brought since the one before it.
    private var histories: [String: [SnapshotEntry.ID: (before: SnapshotEntry.ID, changes: [String: DiffCounts])]] = [:]

    /// - Parameters:
    ///   - pairs: newest first, each older one the newer one of the next pair where they hang together.
    ///   - paths: of files, or places in histories; what is not among them, or cannot be read, is left out.
    static func count(
        _ pairs: [FlowLedger.Pair], paths: [SnapshotID: String], isCancelled: () -> Bool = { false }
    ) -> [FlowLedger.Pair: SnapshotFlow] {
        var counting = FlowCounting(paths: paths)
        var flows: [FlowLedger.Pair: SnapshotFlow] = [:]
        // One behind the other is all that has to be in memory.
        var last: (id: SnapshotID, snapshot: Snapshot?)?
        for pair in pairs {
            if isCancelled() { return [:] }
            if let known = counting.known(pair) {
                flows[pair] = known
                continue
            }
            let newer = last?.id == pair.newer ? last?.snapshot : counting.read(pair.newer)
            let older = counting.read(pair.older)
            last = (pair.older, older)
            guard let newer, let older else { continue }
            flows[pair] = SnapshotFlow(old: older, new: newer)
        }
        return flows
    }

    private init(paths: [SnapshotID: String]) {
        self.paths = paths
    }

    /// What a history has counted between two snapshots that follow one another in it.
    private mutating func known(_ pair: FlowLedger.Pair) -> SnapshotFlow? {
        guard let newer = paths[pair.newer].flatMap({ HistoryPlace($0) }),
            let older = paths[pair.older].flatMap({ HistoryPlace($0) }), newer.file == older.file
        else { return nil }
        if histories[newer.file] == nil { histories[newer.file] = Self.steps(newer.file) }
        guard let step = histories[newer.file]?[newer.id], step.before == older.id else { return nil }
        return SnapshotFlow(step.changes)
    }

    private static func steps(
        _ file: String
    ) -> [SnapshotEntry.ID: (before: SnapshotEntry.ID, changes: [String: DiffCounts])] {
        // A history that cannot be read says so when it is looked at.
        guard let store = try? HistoryStore.open(at: file, access: .readOnly), let entries = try? store.entries() else {
            return [:]
        }
        var steps: [SnapshotEntry.ID: (before: SnapshotEntry.ID, changes: [String: DiffCounts])] = [:]
        for (before, entry) in zip(entries, entries.dropFirst()) {
            if let changes = entry.changes { steps[entry.id] = (before.id, changes) }
        }
        return steps
    }

    private func read(_ id: SnapshotID) -> Snapshot? {
        guard let path = paths[id] else { return nil }
        // What cannot be read says so when it is shown; here its change is known from its header.
        if let place = HistoryPlace(path) {
            return (try? HistoryStore.open(at: place.file, access: .readOnly)).flatMap { try? $0.snapshot(place.id) }
        }
        return try? SnapshotReader().read(path)
    }
}
