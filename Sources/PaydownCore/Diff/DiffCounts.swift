/// How many findings are in each state between two snapshots.
package struct DiffCounts: Equatable, Sendable {
    package var unchanged = 0
    package var moved = 0
    package var new = 0
    package var returned = 0
    package var fixed = 0
    package var gone = 0
    package var unseen = 0
    /// Those of the new ones that are in files which the old snapshot could not see, or of rules that it did not check:
    /// they may have been there before.
    package var revealed = 0

    package init() {}

    /// Findings of the old snapshot.
    package var old: Int { unchanged + moved + fixed + gone + unseen }

    /// Findings of the new snapshot.
    package var current: Int { unchanged + moved + new + returned }

    mutating func add(_ state: SnapshotDiff.NewState, _ count: Int = 1) {
        switch state {
        case .unchanged: unchanged += count
        case .moved: moved += count
        case .new: new += count
        case .returned: returned += count
        }
    }

    /// Unchanged and moved ones are counted on the new side.
    mutating func add(_ state: SnapshotDiff.OldState) {
        switch state {
        case .unchanged, .moved: break
        case .fixed: fixed += 1
        case .gone: gone += 1
        case .unseen: unseen += 1
        }
    }
}
