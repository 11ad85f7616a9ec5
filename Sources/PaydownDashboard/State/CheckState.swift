/// What a person has set up on a check's screen; each check has its own.
package struct CheckState: Equatable, Sendable {
    package var tree = TreeState()
    package var grouping = Grouping.symbol
    package var sort = SortOrder.count
    package var isDescending = true
    package var filter = ""
    /// The query that was asked last; a listing for another one is out of date and dropped.
    package var query: ListingQuery?
    /// What the panes beside the list show: where the cursor last rested. A cursor on its way moves only itself.
    package var rested: TreeState.Position?
    /// A group to select as soon as a listing has it.
    package var wantedGroup: String?
    /// Duplicates: which pair of definitions stands side by side (0-based), which side is first, and whether
    /// equal members are left out.
    package var pair = 0
    package var isSwapped = false
    package var onlyDifferences = false

    package init() {}

    /// Selects the wanted group when the listing has it.
    package mutating func fulfilWish() {
        guard let name = wantedGroup, let listing = tree.listing, listing.query.grouping == grouping,
            let group = listing.groups.firstIndex(where: { $0.name == name })
        else { return }
        wantedGroup = nil
        tree.select(TreeState.Position(group: group))
        tree.expandSelected()
    }
}
