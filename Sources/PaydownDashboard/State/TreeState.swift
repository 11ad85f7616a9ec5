import PaydownCore

/// A list's place: what is selected, what is open, what is at the top. Selection is by identity, so that a
/// new listing cannot move the cursor to another finding.
package struct TreeState: Equatable, Sendable {
    package enum Identity: Hashable, Sendable {
        case group(String)
        case finding(FindingIdentity)
    }

    /// A line of the tree: a group, or one of its findings (0-based within the group).
    package struct Position: Hashable, Sendable {
        package var group: Int
        package var child: Int?

        package init(group: Int, child: Int? = nil) {
            self.group = group
            self.child = child
        }
    }

    private struct Standing: Equatable {
        var selected: Position?
        /// Lines below the top.
        var offset: Int
    }

    package private(set) var listing: Listing?
    package private(set) var selected: Position?
    /// The first visible line, 0-based.
    package private(set) var top = 0
    /// Whether groups are open unless they are in `exceptions`.
    package private(set) var isExpandedByDefault = false
    package private(set) var exceptions: Set<String> = []
    /// The line each group begins at; one more entry than groups.
    private var starts: [Int32] = [0]
    private var identity: Identity?
    /// Where the cursor was when a first page came: the whole that follows starts from there.
    private var beforePage: Standing?
    /// Whether a listing came that was no first page.
    private var hasBeenWhole = false
    /// The group that the selected line is in.
    private var home: String?

    package init() {}

    /// All lines, open and closed groups counted.
    package var lineCount: Int { Int(starts[starts.count - 1]) }

    package func isExpanded(_ group: Int) -> Bool {
        guard let listing, listing.groups.indices.contains(group) else { return false }
        return isExpandedByDefault != exceptions.contains(listing.groups[group].name)
    }

    package func position(atLine line: Int) -> Position? {
        guard line >= 0, line < lineCount else { return nil }
        var low = 0
        var high = starts.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= line { low = middle } else { high = middle }
        }
        let within = line - Int(starts[low])
        return Position(group: low, child: within == 0 ? nil : within - 1)
    }

    package func line(of position: Position) -> Int {
        guard position.group < starts.count - 1 else { return 0 }
        return Int(starts[position.group]) + (position.child.map { $0 + 1 } ?? 0)
    }

    package var selectedLine: Int? { selected.map(line(of:)) }

    /// The index into the listing's rows of the selected finding; for a group, of its first.
    package var selectedIndex: Int? {
        guard let listing, let selected, listing.groups.indices.contains(selected.group) else { return nil }
        let range = listing.groups[selected.group].range
        guard !range.isEmpty else { return nil }
        return range.lowerBound + min(selected.child ?? 0, range.count - 1)
    }

    package var selectedFinding: Finding? {
        guard let listing, let index = selectedIndex else { return nil }
        return listing.finding(index)
    }

    package var selectedGroup: Listing.Group? {
        guard let listing, let selected, listing.groups.indices.contains(selected.group) else { return nil }
        return listing.groups[selected.group]
    }

    /// Whether both have the same lines; the cursor, and what is seen of them, may be elsewhere.
    func hasSameLines(as other: TreeState) -> Bool {
        listing == other.listing && isExpandedByDefault == other.isExpandedByDefault
            && exceptions == other.exceptions && starts == other.starts
    }

    /// Takes a new listing and stays with what was selected: the same finding, else its neighbour in the
    /// same group, else the same place.
    package mutating func apply(_ listing: Listing) {
        let old = beforePage ?? Standing(selected: selected, offset: (selectedLine ?? 0) - top)
        beforePage = listing.isWhole ? nil : old
        let isFirst = !hasBeenWhole && listing.isWhole
        hasBeenWhole = hasBeenWhole || listing.isWhole
        self.listing = listing
        if isFirst, let first = listing.groups.first, !isExpandedByDefault { exceptions.insert(first.name) }
        layOut()
        selected = find(in: listing, oldSelection: old.selected ?? Position(group: 0), oldGroup: home)
        // What a first page does not have may be in the whole that follows it.
        if listing.isWhole { rememberIdentity() }
        top = max(0, (selectedLine ?? 0) - max(0, old.offset))
    }

    /// Moves the selection by lines; stops at the ends.
    package mutating func move(by lines: Int) {
        select(line: (selectedLine ?? 0) + lines)
    }

    package mutating func select(line: Int) {
        guard lineCount > 0 else { return }
        select(position(atLine: min(max(0, line), lineCount - 1)))
    }

    package mutating func select(_ position: Position?) {
        selected = position
        beforePage = nil
        rememberIdentity()
    }

    /// Moves to the previous (-1) or next (1) group's line.
    package mutating func moveGroup(by step: Int) {
        guard let listing, !listing.groups.isEmpty, let selected else { return }
        let target = step < 0 && selected.child != nil ? selected.group : selected.group + step
        select(Position(group: min(max(0, target), listing.groups.count - 1)))
    }

    /// Opens the selected group; on an open one goes to its first finding. False when there is nothing to open.
    package mutating func open() -> Bool {
        guard let listing, let selected, selected.child == nil,
            listing.groups.indices.contains(selected.group), !listing.groups[selected.group].range.isEmpty
        else { return false }
        if isExpanded(selected.group) {
            select(Position(group: selected.group, child: 0))
        } else {
            setExpanded(selected.group, true)
        }
        return true
    }

    /// Closes the selected group, or goes from a finding to its group.
    package mutating func close() {
        guard let selected else { return }
        if selected.child != nil {
            select(Position(group: selected.group))
        } else if isExpanded(selected.group) {
            setExpanded(selected.group, false)
        }
    }

    package mutating func toggle() {
        guard let selected, selected.child == nil else { return }
        setExpanded(selected.group, !isExpanded(selected.group))
    }

    package mutating func expandSelected() {
        guard let group = selected?.group, !isExpanded(group) else { return }
        setExpanded(group, true)
    }

    package mutating func setAllExpanded(_ isExpanded: Bool) {
        isExpandedByDefault = isExpanded
        exceptions = []
        if !isExpanded, let group = selected?.group { selected = Position(group: group) }
        layOut()
        rememberIdentity()
    }

    /// Scrolls so that the selection is among `height` visible lines.
    package mutating func reveal(height: Int) {
        guard height > 0 else { return }
        if let line = selectedLine {
            if line < top { top = line }
            if line >= top + height { top = line - height + 1 }
        }
        top = min(top, max(0, lineCount - height))
        top = max(0, top)
    }

    /// Scrolls by lines without moving the selection out of sight: it follows at the edge.
    package mutating func scroll(by lines: Int, height: Int) {
        guard height > 0, lineCount > 0 else { return }
        top = min(max(0, top + lines), max(0, lineCount - height))
        if let line = selectedLine {
            if line < top { select(line: top) }
            if line >= top + height { select(line: top + height - 1) }
        }
    }

    private mutating func setExpanded(_ group: Int, _ isExpanded: Bool) {
        guard let name = listing?.groups[group].name else { return }
        if isExpanded == isExpandedByDefault {
            exceptions.remove(name)
        } else {
            exceptions.insert(name)
        }
        layOut()
    }

    private mutating func layOut() {
        guard let listing else {
            starts = [0]
            return
        }
        starts.removeAll(keepingCapacity: true)
        starts.reserveCapacity(listing.groups.count + 1)
        var line: Int32 = 0
        let hasExceptions = !exceptions.isEmpty
        for group in listing.groups {
            starts.append(line)
            let isOpen = isExpandedByDefault != (hasExceptions && exceptions.contains(group.name))
            line += 1 + (isOpen ? Int32(group.range.count) : 0)
        }
        starts.append(line)
    }

    private func find(in listing: Listing, oldSelection: Position, oldGroup: String?) -> Position? {
        guard !listing.groups.isEmpty else { return nil }
        guard let identity else { return Position(group: 0) }
        switch identity {
        case .group(let name):
            if let group = listing.groups.firstIndex(where: { $0.name == name }) { return Position(group: group) }
            return Position(group: min(oldSelection.group, listing.groups.count - 1))
        case .finding(let finding):
            if let exact = position(of: finding, in: listing, preferring: oldGroup) { return exact }
            if let oldGroup, let group = listing.groups.firstIndex(where: { $0.name == oldGroup }) {
                let count = listing.groups[group].range.count
                let isOpen = isExpanded(group) && count > 0
                return Position(group: group, child: isOpen ? min(oldSelection.child ?? 0, count - 1) : nil)
            }
            return Position(group: min(oldSelection.group, listing.groups.count - 1))
        }
    }

    /// Looks for a finding in the group it was in first, then everywhere; opens nothing: in a closed group
    /// its group is selected.
    private func position(
        of finding: FindingIdentity, in listing: Listing, preferring name: String?
    ) -> Position? {
        func search(_ group: Int) -> Position? {
            for (child, index) in listing.groups[group].range.enumerated()
            where FindingIdentity(listing.finding(index)) == finding {
                return Position(group: group, child: isExpanded(group) ? child : nil)
            }
            return nil
        }
        if let name, let group = listing.groups.firstIndex(where: { $0.name == name }), let found = search(group) {
            return found
        }
        // Bounded: in a very large list a finding that changed its group is not worth a stall.
        guard listing.rows.count <= 50_000 else { return nil }
        for group in listing.groups.indices {
            if let found = search(group) { return found }
        }
        return nil
    }

    private mutating func rememberIdentity() {
        // An empty list, as while a filter is typed, does not make forget what was selected.
        guard let listing, let selected, listing.groups.indices.contains(selected.group) else { return }
        let group = listing.groups[selected.group]
        home = group.name
        if let child = selected.child, child < group.range.count {
            identity = .finding(FindingIdentity(listing.finding(group.range.lowerBound + child)))
        } else {
            identity = .group(group.name)
        }
    }
}

extension TreeState {
    /// Moves among the groups, or among the findings of the selected group: for groups and findings in columns.
    package mutating func moveInColumn(by lines: Int) {
        guard let listing, !listing.groups.isEmpty, let selected else { return }
        if let child = selected.child {
            let last = listing.groups[selected.group].range.count - 1
            select(Position(group: selected.group, child: min(max(0, child + lines), max(0, last))))
        } else {
            select(Position(group: min(max(0, selected.group + lines), listing.groups.count - 1)))
        }
    }
}
