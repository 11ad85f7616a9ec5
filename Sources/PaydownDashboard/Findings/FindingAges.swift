import PaydownCore

/// Since when findings are there, as far as the snapshots in memory tell.
package struct FindingAges: Sendable {
    /// A snapshot that some finding came with.
    package struct Moment: Equatable, Sendable {
        package let takenAt: Timestamp
        package let revision: Revision?
    }

    private let moments: [Moment]
    /// By row of the newest snapshot: the number of its moment.
    private let births: [Int]

    /// Beyond so many findings in all snapshots together it would take too long to look.
    private static let limit = 250_000

    /// Nil when there are too many of them.
    ///
    /// - Parameters:
    ///   - past: snapshots before that of the rows, oldest first.
    ///   - diff: of `old` and `new`, which is known already.
    init?(_ past: [LoadedSnapshot], _ new: LoadedSnapshot, old: LoadedSnapshot, _ diff: SnapshotDiff) {
        let snapshots = past + [new]
        guard snapshots.reduce(0, { $0 + $1.findings.count }) <= Self.limit else { return nil }
        let diffs = zip(snapshots, snapshots.dropFirst()).map { before, after in
            before === old && after === new ? diff : SnapshotDiff(old: before.snapshot, new: after.snapshot)
        }
        births = LifeTracer(snapshots.map(\.snapshot), diffs).births()
        moments = snapshots.map { Moment(takenAt: $0.header.takenAt, revision: $0.header.revision) }
    }

    /// When the finding came: in the snapshot `by`, since the one before it; nil for `after` when it was there in the oldest
    /// one already.
    package func birth(_ row: Int32) -> (after: Moment?, by: Moment) {
        let number = births[Int(row)]
        return (number == 0 ? nil : moments[number - 1], moments[number])
    }
}
