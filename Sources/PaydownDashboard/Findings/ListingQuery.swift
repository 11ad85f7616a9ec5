/// All that decides which findings a list shows, and in which order. Equal queries give equal listings.
package struct ListingQuery: Hashable, Sendable {
    package var snapshot: SnapshotID
    package var baseline: SnapshotID?
    /// The check's id.
    package var check: String
    package var grouping: Grouping
    package var sort: SortOrder
    package var isDescending: Bool
    package var filter: String
    /// Only what is new or fixed since the baseline.
    package var onlyChanges: Bool
    /// Whether it is known which findings are new; a listing is made again when that comes.
    package var hasComparison: Bool
    /// Whether it is known since when findings are there, where that decides something.
    package var hasBirths: Bool
    package var hidden: Set<FindingIdentity>

    package init(
        snapshot: SnapshotID, baseline: SnapshotID? = nil, check: String, grouping: Grouping = .symbol,
        sort: SortOrder = .count, isDescending: Bool = true, filter: String = "", onlyChanges: Bool = false,
        hasComparison: Bool = false, hasBirths: Bool = false, hidden: Set<FindingIdentity> = []
    ) {
        self.snapshot = snapshot
        self.baseline = baseline
        self.check = check
        self.grouping = grouping
        self.sort = sort
        self.isDescending = isDescending
        self.filter = filter
        self.onlyChanges = onlyChanges
        self.hasComparison = hasComparison
        let asksForBirths = sort == .age || sort == .returned || grouping == .age || filter.contains("age:")
        self.hasBirths = hasBirths && asksForBirths
        self.hidden = hidden
    }
}
