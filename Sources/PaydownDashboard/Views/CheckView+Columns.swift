import PaydownCore
import PaydownScreen
import PaydownWidgets

/// On a large screen the list is two columns: groups, and the findings of the selected one. The selection is in
/// the second when it is a finding. For duplicates the second lies below the first, since what is compared
/// needs the width.
extension CheckView {
    /// Where the two lie in the list's part, headings included.
    struct Columns {
        var groups: Rect
        var findings: Rect
        /// What is left below the groups.
        var below: Rect

        init(_ model: Model, in size: Size) {
            let whole = Rect(size)
            if CheckView.isDuplicates(model) {
                (groups, findings) = whole.split(top: size.height * 3 / 5)
                below = Rect(x: 0, y: 0, width: 0, height: 0)
            } else {
                let width = size.width * 12 / 25
                findings = whole.split(left: width + 3).rest
                (groups, below) = whole.split(left: width).left.split(bottom: size.height >= 36 ? 16 : 0)
            }
        }
    }

    /// The first of `count` rows to show so that the selected one is seen: in the middle, as far as the ends allow.
    static func top(selected: Int, count: Int, height: Int) -> Int {
        min(max(0, selected - height / 2), max(0, count - height))
    }

    /// What lies at a place of the list's part of that size, when it shows columns.
    static func position(at point: Point, in size: Size, of model: Model) -> TreeState.Position? {
        let tree = model.checkState.tree
        guard let listing = tree.listing, let selected = tree.selected, listing.groups.indices.contains(selected.group)
        else { return nil }
        let columns = Columns(model, in: size)
        if columns.groups.contains(point), point.y > columns.groups.y {
            let height = columns.groups.height - 1
            let group =
                top(selected: selected.group, count: listing.groups.count, height: height)
                + point.y - columns.groups.y - 1
            return listing.groups.indices.contains(group) ? TreeState.Position(group: group) : nil
        }
        if columns.findings.contains(point), point.y > columns.findings.y {
            let count = listing.groups[selected.group].range.count
            let child =
                top(selected: selected.child ?? 0, count: count, height: columns.findings.height - 1)
                + point.y - columns.findings.y - 1
            return child < count ? TreeState.Position(group: selected.group, child: child) : nil
        }
        return nil
    }

    static func drawColumns(_ model: Model, _ listing: Listing, isFocused: Bool, on buffer: inout Buffer) {
        let columns = Columns(model, in: Size(width: buffer.width, height: buffer.height))
        let isInFindings = model.checkState.tree.selected?.child != nil
        buffer.within(columns.groups) {
            drawGroups(model, listing, isFocused: isFocused && !isInFindings, on: &$0)
        }
        buffer.within(columns.below) { drawBelow(model, listing, on: &$0) }
        buffer.within(columns.findings) {
            drawFindings(model, listing, isFocused: isFocused && isInFindings, on: &$0)
        }
        guard columns.findings.x > 2 else { return }
        for y in 1..<max(1, buffer.height) {
            buffer.put(buffer.glyphs.split, x: columns.findings.x - 2, y: y, ink: Ink(.rule))
        }
    }

    private static func drawGroups(
        _ model: Model, _ listing: Listing, isFocused: Bool, on buffer: inout Buffer
    ) {
        var heading = heading(model, isFocused: isFocused, width: buffer.width)
        heading.title = title(of: listing.query.grouping)
        heading.detail = ""
        heading.fact = "\(CountText.number(listing.groups.count)) \(Character(buffer.glyphs.dot)) " + heading.fact
        heading.draw(on: &buffer)
        let selected = model.checkState.tree.selected?.group ?? 0
        let height = max(0, buffer.height - 1)
        let first = top(selected: selected, count: listing.groups.count, height: height)
        let rows = ListRows(model, listing, width: buffer.width)
        let barWidth = buffer.width >= 50 && !isDuplicates(model) ? 12 : 0
        for y in 0..<height where first + y < listing.groups.count {
            rows.drawGroup(first + y, isExpanded: nil, barWidth: barWidth, y: y + 1, on: &buffer)
            if first + y == selected { select(y + 1, isFocused: isFocused, on: &buffer) }
        }
    }

    private static func drawFindings(
        _ model: Model, _ listing: Listing, isFocused: Bool, on buffer: inout Buffer
    ) {
        guard let selected = model.checkState.tree.selected, listing.groups.indices.contains(selected.group) else {
            return
        }
        let group = listing.groups[selected.group]
        let count = CountText.number(group.range.count)
        let room = max(0, buffer.width - 20 - count.utf8.count)
        Heading(
            "FINDINGS", detail: ShortName.fitting(group.name, width: room, buffer.glyphs), fact: count,
            isFocused: isFocused
        ).draw(on: &buffer)
        let height = max(0, buffer.height - 1)
        let first = top(selected: selected.child ?? 0, count: group.range.count, height: height)
        let rows = ListRows(model, listing, width: buffer.width)
        for y in 0..<height where first + y < group.range.count {
            rows.drawFinding(first + y, of: selected.group, y: y + 1, indent: 0, on: &buffer)
            if first + y == selected.child { select(y + 1, isFocused: isFocused, on: &buffer) }
        }
    }

    static func title(of grouping: Grouping) -> String {
        switch grouping {
        case .symbol: "SYMBOLS"
        case .file: "FILES"
        case .folder: "FOLDERS"
        case .rule: "RULES"
        case .owner: "OWNERS"
        case .age: "AGES"
        }
    }
}
