import PaydownCore
import PaydownDashboard
import PaydownFormats

/// Counts what came in and went out between snapshot files, reading each of them once.
enum FlowCounting {
    /// - Parameters:
    ///   - pairs: newest first, each older one the newer one of the next pair where they hang together.
    ///   - paths: of the files; what is not among them, or cannot be read, is left out.
    static func count(
        _ pairs: [FlowLedger.Pair], paths: [SnapshotID: String], isCancelled: () -> Bool = { false }
    ) -> [FlowLedger.Pair: SnapshotFlow] {
        var flows: [FlowLedger.Pair: SnapshotFlow] = [:]
        // One behind the other is all that has to be in memory.
        var last: (id: SnapshotID, snapshot: Snapshot?)?
        for pair in pairs {
            if isCancelled() { return [:] }
            let newer = last?.id == pair.newer ? last?.snapshot : read(pair.newer, paths)
            let older = read(pair.older, paths)
            last = (pair.older, older)
            guard let newer, let older else { continue }
            flows[pair] = SnapshotFlow(old: older, new: newer)
        }
        return flows
    }

    private static func read(_ id: SnapshotID, _ paths: [SnapshotID: String]) -> Snapshot? {
        // A file that cannot be read says so when it is shown; here its change is known from its header.
        paths[id].flatMap { try? SnapshotReader().read($0) }
    }
}
