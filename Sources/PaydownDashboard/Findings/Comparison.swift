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
    /// Since when the findings of the current snapshot are there, as far as the snapshots in memory tell.
    package let ages: FindingAges?
    /// What came less what was fixed, by rule and symbol; those for which it is zero are left out.
    package let changes: [String: [String: Int]]

    package init(
        old: LoadedSnapshot, new: LoadedSnapshot, isNew: [Bool], fixed: [Int32], unseen: [Int32] = [],
        match: [Int32], rulesChanged: Bool, ages: FindingAges? = nil
    ) {
        self.old = old
        self.new = new
        self.isNew = isNew
        self.fixed = fixed
        self.unseen = unseen
        self.match = match
        self.rulesChanged = rulesChanged
        self.ages = ages
        changes = Self.changes(old.findings, fixed: fixed, new.findings, isNew: isNew)
    }

    /// What was not looked at, and what only moved, is no change.
    private static func changes(
        _ old: FindingTable, fixed: [Int32], _ new: FindingTable, isNew: [Bool]
    ) -> [String: [String: Int]] {
        var counts: [String: [String: Int]] = [:]
        func add(_ table: FindingTable, _ rows: some Sequence<Int>, _ change: Int) {
            // By number first: there may be a million rows and ten texts.
            var byNumber: [UInt64: Int] = [:]
            for row in rows {
                byNumber[UInt64(table.rule[row].rawValue) << 32 | UInt64(table.symbol[row].rawValue), default: 0] += 1
            }
            for (key, count) in byNumber {
                let rule = table.strings[StringID(UInt32(key >> 32))]
                let symbol = table.strings[StringID(UInt32(truncatingIfNeeded: key))]
                counts[rule, default: [:]][symbol, default: 0] += change * count
            }
        }
        add(new, isNew.indices.lazy.filter { isNew[$0] }, 1)
        add(old, fixed.lazy.map { Int($0) }, -1)
        return counts.mapValues { $0.filter { $0.value != 0 } }
    }

    /// Where a finding of the current snapshot was in the baseline, when that was another file; nil when it was not.
    package func movedFrom(_ row: Int32) -> (path: String, line: Int)? {
        guard match.indices.contains(Int(row)), match[Int(row)] >= 0 else { return nil }
        let before = Int(match[Int(row)])
        let path = old.findings.strings[old.findings.path[before]]
        guard path != new.findings.strings[new.findings.path[Int(row)]] else { return nil }
        return (path, Int(old.findings.line[before]))
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
