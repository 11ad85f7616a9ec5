/// When the findings of a snapshot were met first, and how often they have come back, worked out one snapshot after the
/// other, so that two of them are in memory at a time.
///
/// Linear in all findings. What was fixed or unseen for a while and is there again was born when it came first.
package struct PastFold {
    package struct Past: Equatable, Sendable {
        /// The number of the snapshot that had it first, from 0.
        package var birth: Int
        /// How often it came back after it was fixed or gone, and in which snapshot last.
        package var returns = 0
        package var lastReturn = 0
    }

    /// By row of the snapshot that was added last.
    package private(set) var pasts: [Past] = []
    private var last: Snapshot?
    private var count = 0
    private var departed = FindingTable()
    private var departedPasts: [Past] = []
    /// Whether it was seen to go; false for what was only out of sight.
    private var isFixed: [Bool] = []

    package init() {}

    /// Goes on to a newer snapshot.
    ///
    /// - Parameter diff: from the one before; nil to work it out.
    package mutating func add(_ snapshot: Snapshot, _ diff: SnapshotDiff? = nil) {
        defer {
            last = snapshot
            count += 1
        }
        guard let last else {
            pasts = [Past](repeating: Past(birth: 0), count: snapshot.findings.count)
            return
        }
        let diff = diff ?? SnapshotDiff(old: last, new: snapshot)
        var next = diff.matchOfNew.map { $0 < 0 ? Past(birth: count) : pasts[Int($0)] }
        for found in diff.returned(among: departed, new: snapshot.findings) {
            next[found.row] = departedPasts[found.departed]
            guard isFixed[found.departed] else { continue }
            next[found.row].returns += 1
            next[found.row].lastReturn = count
        }
        for row in diff.matchOfOld.indices where diff.matchOfOld[row] < 0 {
            departed.append(last.findings[row])
            departedPasts.append(pasts[row])
            isFixed.append(diff.oldState[row] != .unseen)
        }
        pasts = next
    }
}
