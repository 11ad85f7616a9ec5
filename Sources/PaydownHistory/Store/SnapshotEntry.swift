import PaydownCore

/// A snapshot as a history lists it: all but its findings.
package struct SnapshotEntry: Equatable, Sendable {
    /// Names a snapshot in one history, for as long as it is there.
    package struct ID: Hashable, Sendable {
        package let rawValue: Int

        package init(_ rawValue: Int) {
            self.rawValue = rawValue
        }
    }

    package let id: ID
    package let header: SnapshotHeader
    /// Where in time it stands: when it was committed, or taken when it shows more than a commit.
    package let moment: Timestamp
    /// By rule, what became of the findings since the entry before; empty for the first one. Nil while that is not worked
    /// out, after entries were added in the past (see `HistoryStore.settle`).
    package let changes: [String: DiffCounts]?
    /// False when its findings were pruned; its numbers and the lives of the findings are still there.
    package let hasFindings: Bool

    package init(
        id: ID, header: SnapshotHeader, moment: Timestamp, changes: [String: DiffCounts]?, hasFindings: Bool = true
    ) {
        self.id = id
        self.header = header
        self.moment = moment
        self.changes = changes
        self.hasFindings = hasFindings
    }

    /// Over all rules.
    package var change: DiffCounts? {
        changes.map { $0.values.reduce(into: DiffCounts()) { $0.add($1) } }
    }
}

extension DiffCounts {
    package mutating func add(_ other: DiffCounts) {
        unchanged += other.unchanged
        moved += other.moved
        new += other.new
        returned += other.returned
        fixed += other.fixed
        gone += other.gone
        unseen += other.unseen
        revealed += other.revealed
    }
}
