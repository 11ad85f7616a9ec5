import PaydownCore

/// What changed from one snapshot to another, by row. Immutable and shared.
package final class Comparison: Sendable, Equatable {
    /// The snapshots that rows are of. A file that is read again is another one: its rows are not these.
    private let old: LoadedSnapshot
    private let new: LoadedSnapshot
    /// For each row of the current snapshot whether it was not in the baseline.
    package let isNew: [Bool]
    /// Rows of the baseline that are gone because they were fixed or their file was deleted, ascending.
    package let fixed: [Int32]
    /// Rows of the baseline whose file could not be read this time: no progress, ascending.
    package let unseen: [Int32]
    /// For each row of the current snapshot its row in the baseline, or -1.
    package let match: [Int32]
    /// Whether the rule set differs: then counts do not compare.
    package let rulesChanged: Bool

    package init(
        old: LoadedSnapshot, new: LoadedSnapshot, isNew: [Bool], fixed: [Int32], unseen: [Int32] = [],
        match: [Int32], rulesChanged: Bool
    ) {
        self.old = old
        self.new = new
        self.isNew = isNew
        self.fixed = fixed
        self.unseen = unseen
        self.match = match
        self.rulesChanged = rulesChanged
    }

    package var baseline: SnapshotID { old.id }
    package var current: SnapshotID { new.id }

    /// Whether it compares these two, as they were read.
    package func isOf(_ baseline: LoadedSnapshot?, _ current: LoadedSnapshot?) -> Bool {
        old === baseline && new === current
    }

    package static func == (left: Comparison, right: Comparison) -> Bool {
        left === right
    }
}
