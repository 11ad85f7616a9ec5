import PaydownCore

/// What came in and went out between neighbours in time, as far as somebody has counted it.
package struct FlowLedger: Equatable, Sendable {
    /// Two snapshots, one right after the other.
    package struct Pair: Hashable, Sendable {
        package var older: SnapshotID
        package var newer: SnapshotID

        package init(older: SnapshotID, newer: SnapshotID) {
            self.older = older
            self.newer = newer
        }
    }

    private var flows: [Pair: SnapshotFlow] = [:]
    /// Changes with everything that is added or forgotten, so that what was made of it is made again.
    package private(set) var revision = 0

    package init() {}

    package subscript(pair: Pair) -> SnapshotFlow? { flows[pair] }

    package mutating func add(_ new: [Pair: SnapshotFlow]) {
        guard !new.isEmpty else { return }
        flows.merge(new) { $1 }
        revision += 1
    }

    /// A file was written again: what was counted of it does not hold any more.
    package mutating func forget(_ id: SnapshotID) {
        flows = flows.filter { $0.key.older != id && $0.key.newer != id }
        revision += 1
    }

    /// The pairs of a timeline whose findings are worth reading: the newest ones, as many as a forecast and its
    /// backtest look at, and no more findings than can be read in a few seconds.
    static func pairs(_ timeline: ArraySlice<Archive.Entry>) -> [Pair] {
        var pairs: [Pair] = []
        var findings = 0.0
        for (newer, older) in zip(timeline.reversed(), timeline.reversed().dropFirst()).prefix(mostPairs) {
            findings += (newer.figures?.total ?? 0) + (pairs.isEmpty ? older.figures?.total ?? 0 : 0)
            if findings > mostFindings { break }
            // A scan of this session is not a file yet; its file is met when it has been written.
            if newer.isFailed || older.isFailed || newer.id.isScan || older.id.isScan { continue }
            pairs.append(Pair(older: older.id, newer: newer.id))
        }
        return pairs
    }

    /// Half a year of a snapshot each working day.
    private static let mostPairs = 130
    /// About a second's reading for a million.
    private static let mostFindings = 3_000_000.0
}
