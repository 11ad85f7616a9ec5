import PaydownCore

/// The answer to a `ListingQuery`: groups of finding rows in the order they are shown. Immutable and shared.
package final class Listing: Sendable, Equatable {
    package struct Group: Equatable, Sendable {
        /// The symbol, path, folder or rule; the group's identity.
        package var name: String
        /// Where its findings stand in `rows`.
        package var range: Range<Int>
        /// Findings of the group in the baseline, or nil without one.
        package var baselineCount: Int?
        package var newCount: Int
        package var fixedCount: Int

        /// Findings now, without those that are shown because they were fixed.
        package var count: Int { range.count - fixedCount }
        package var delta: Int? { baselineCount.map { count - $0 } }
    }

    package let query: ListingQuery
    package let current: LoadedSnapshot
    package let baseline: LoadedSnapshot?
    package let comparison: Comparison?
    package let groups: [Group]
    /// Rows of the current snapshot; a fixed finding is the complement (`~row`) of its row in the baseline.
    package let rows: [Int32]
    /// Findings of the check before filtering.
    package let total: Int
    /// Findings shown that are there now. Counted once: every frame says it, and there may be a million groups.
    package let count: Int
    /// What the largest group counts, 1 without groups; of every frame, too.
    package let largest: Int
    /// Why the filter could not be used, for people; then nothing is filtered.
    package let filterProblem: String?
    /// False for a first page: the whole is on its way.
    package let isWhole: Bool

    package init(
        query: ListingQuery, current: LoadedSnapshot, baseline: LoadedSnapshot?, comparison: Comparison?,
        groups: [Group], rows: [Int32], total: Int, filterProblem: String? = nil, isWhole: Bool = true
    ) {
        self.query = query
        self.current = current
        self.baseline = baseline
        self.comparison = comparison
        self.groups = groups
        self.rows = rows
        self.total = total
        (count, largest) = groups.reduce(into: (0, 1)) { known, group in
            known.0 += group.count
            known.1 = max(known.1, group.count)
        }
        self.filterProblem = filterProblem
        self.isWhole = isWhole
    }

    /// Whether row *n* of the listing (an index into `rows`) is a finding of the baseline that is gone.
    package func isFixed(_ index: Int) -> Bool { rows[index] < 0 }

    package func isNew(_ index: Int) -> Bool {
        let row = rows[index]
        return row >= 0 && (comparison?.isNew[Int(row)] ?? false)
    }

    package func finding(_ index: Int) -> Finding {
        let row = rows[index]
        if row >= 0 { return current.findings[Int(row)] }
        return baseline?.findings[Int(~row)] ?? Finding(rule: "", path: "")
    }

    /// Whether a finding is among those that are there now.
    package func contains(_ finding: Finding) -> Bool {
        let identity = FindingIdentity(finding)
        let findings = current.findings
        var key = finding.fingerprint
        // Texts are compared before any is copied: there may be a million rows.
        return key.withUTF8 { fingerprint in
            rows.contains { row in
                row >= 0 && findings.strings.isEqual(findings.fingerprint[Int(row)], fingerprint)
                    && FindingIdentity(findings[Int(row)]) == identity
            }
        }
    }

    package static func == (left: Listing, right: Listing) -> Bool {
        left === right
    }
}
