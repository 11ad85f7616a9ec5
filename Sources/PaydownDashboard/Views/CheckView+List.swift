import PaydownCore
import PaydownScreen
import PaydownWidgets

extension CheckView {
    static func drawList(_ model: Model, isFocused: Bool, on buffer: inout Buffer) {
        let tree = model.checkState.tree
        guard let listing = tree.listing, !listing.rows.isEmpty else {
            heading(model, isFocused: isFocused, width: buffer.width).draw(on: &buffer)
            buffer.within(buffer.bounds.inset(top: 1)) { drawNothing(model, on: &$0) }
            return
        }
        if model.isColumns {
            drawColumns(model, listing, isFocused: isFocused, on: &buffer)
            return
        }
        heading(model, isFocused: isFocused, width: buffer.width).draw(on: &buffer)
        let rows = ListRows(model, listing, width: buffer.width)
        // Only what is seen is touched: a million findings cost what forty do.
        for y in 1..<max(1, buffer.height) {
            guard let position = tree.position(atLine: tree.top + y - 1) else { break }
            rows.draw(position, of: tree, y: y, on: &buffer)
            if position == tree.selected { select(y, isFocused: isFocused, on: &buffer) }
        }
    }

    /// The bar in column 1 and the ground of a selected row.
    static func select(_ y: Int, isFocused: Bool, on buffer: inout Buffer) {
        buffer.put(buffer.glyphs.selected, x: 1, y: y, ink: Ink(.accent))
        let row = Rect(x: 1, y: y, width: buffer.width - 1, height: 1)
        buffer.lay(isFocused ? .selection : .selectionInactive, under: row)
    }

    static func heading(_ model: Model, isFocused: Bool, width: Int) -> Heading {
        let state = model.checkState
        let order =
            "sorted by \(state.sort.title)"
            + (state.isDescending != state.sort.startsDescending ? ", reversed" : "")
        // Dots while only a first page of the matches is there.
        let rest = state.tree.listing?.isWhole == false ? " …" : ""
        let fact = state.filter.isEmpty ? order : "filter: " + state.filter + rest
        // A narrow list says it in one word.
        if width < 50 { return Heading(title(of: state.grouping), fact: fact, isFocused: isFocused) }
        return Heading(
            model.onlyChanges ? "CHANGES" : "FINDINGS", detail: "by \(state.grouping.title)", fact: fact,
            isFocused: isFocused)
    }
}

/// How the rows of one list are drawn; its columns are the same for all of them.
struct ListRows {
    private let model: Model
    private let listing: Listing
    private let width: Int
    /// Cells of the largest count, and of the change since the baseline.
    private let countWidth: Int
    private let deltaWidth: Int
    private let hits: FilterHits
    private let births: FindingBirths?

    init(_ model: Model, _ listing: Listing, width: Int) {
        self.model = model
        self.listing = listing
        self.width = width
        countWidth = CountText.number(max(listing.total, listing.rows.count)).utf8.count
        deltaWidth = listing.baseline == nil ? 0 : 7
        hits = FilterHits(listing.query.filter)
        births = model.births(of: listing.current)
    }

    /// A line of the tree as it is without the cursor.
    func draw(_ position: TreeState.Position, of tree: TreeState, y: Int, on buffer: inout Buffer) {
        if let child = position.child {
            drawFinding(child, of: position.group, y: y, indent: 2, on: &buffer)
        } else {
            drawGroup(position.group, isExpanded: tree.isExpanded(position.group), y: y, on: &buffer)
        }
    }

    func drawGroup(
        _ number: Int, isExpanded: Bool?, barWidth: Int = 0, y: Int, on buffer: inout Buffer
    ) {
        let group = listing.groups[number]
        let glyphs = buffer.glyphs
        if let isExpanded {
            buffer.put(isExpanded ? glyphs.expanded : glyphs.collapsed, x: 2, y: y, ink: .muted)
        }
        let nameX = isExpanded == nil ? 3 : 4
        var right = width - 1 - deltaWidth
        if deltaWidth > 0 { drawDelta(group, y: y, on: &buffer) }
        buffer.write(CountText.number(group.count), endingAt: right, y: y, ink: group.count == 0 ? .faint : .text)
        right -= countWidth + 2
        if barWidth > 0 {
            right -= barWidth
            let share = Double(group.count) / Double(listing.largest)
            Bar.draw(share, x: right, y: y, width: barWidth, done: .muted, left: .faint, on: &buffer)
            right -= 2
        }
        let room = right - nameX
        guard room > 0 else { return }
        let name = group.name.isEmpty ? "(none)" : group.name
        buffer.write(
            ShortName.fitting(groupTitle(name), width: room, glyphs), x: nameX, y: y, ink: .text, limit: room)
        hits.mark(y: y, columns: nameX..<nameX + room, on: &buffer)
    }

    /// A rule is known to people by its title.
    private func groupTitle(_ name: String) -> String {
        guard listing.query.grouping == .rule, let rule = model.header?.rule(name), !rule.title.isEmpty else {
            return name
        }
        return rule.title
    }

    private func drawDelta(_ group: Listing.Group, y: Int, on buffer: inout Buffer) {
        guard let delta = group.delta else { return }
        let text = CountText.delta(Double(delta), better: .lower, buffer.glyphs)
        buffer.write(
            text.filter { $0 != " " }, endingAt: width - 1, y: y, ink: CountText.ink(Double(delta), better: .lower))
    }

    func drawFinding(_ child: Int, of number: Int, y: Int, indent: Int, on buffer: inout Buffer) {
        let index = listing.groups[number].range.lowerBound + child
        guard index < listing.groups[number].range.upperBound else { return }
        let finding = listing.finding(index)
        let isFixed = listing.isFixed(index)
        if model.marks.contains(FindingIdentity(finding)) {
            buffer.put(buffer.glyphs.bullet, x: indent + 1, y: y, ink: Ink(.mark))
        }
        let x = indent + 3
        let factsWidth = drawFacts(index, y: y, on: &buffer)
        let noteWidth =
            factsWidth
            + drawNote(
                finding, index, of: number, isFixed: isFixed, right: width - 1 - factsWidth, y: y, on: &buffer)
        let room = width - 1 - x - (noteWidth > 0 ? noteWidth + 2 : 0)
        guard room > 0 else { return }
        let ink: Ink = isFixed ? .muted : .text
        switch listing.query.grouping {
        case .file:
            buffer.write(finding.line > 0 ? String(finding.line) : "file", endingAt: x + 5, y: y, ink: .muted)
            let name = ShortName.fitting(finding.symbol, width: room - 7, buffer.glyphs)
            buffer.write(name, x: x + 7, y: y, ink: ink, limit: room - 7)
        case .folder:
            let folder = listing.groups[number].name
            var text = CheckView.place(finding)
            if !folder.isEmpty, text.hasPrefix(folder + "/") { text = String(text.dropFirst(folder.count + 1)) }
            buffer.write(ShortName.path(text, width: room, buffer.glyphs), x: x, y: y, ink: ink, limit: room)
        case .symbol, .rule, .owner, .age:
            let text = ShortName.path(CheckView.place(finding), width: room, buffer.glyphs)
            buffer.write(text, x: x, y: y, ink: ink, limit: room)
        }
        hits.mark(y: y, columns: x..<x + room, on: &buffer)
    }

    /// Whether the findings of a group are of several rules, so that each must say of which. Of a large group the
    /// first ones tell.
    private func isMixed(_ number: Int) -> Bool {
        guard listing.query.grouping != .rule else { return false }
        let rows = listing.rows[listing.groups[number].range].prefix(300)
        let rules = listing.current.findings.rule
        guard let first = rows.first(where: { $0 >= 0 }) else { return false }
        return rows.contains { $0 >= 0 && rules[Int($0)] != rules[Int(first)] }
    }

    /// Without `test`, which the path says already.
    private func tags(_ finding: Finding) -> String {
        finding.tags.filter { $0 != "test" }.joined(separator: " ")
    }

    /// Room for the column of ages, and for that of owners as well; narrower lists have the place alone.
    private static let agesFrom = 58
    private static let returnsFrom = 60
    private static let ownersFrom = 80
    private static let ownerWidth = 20
    private static let ageWidth = 6
    private static let returnsWidth = 3

    /// Who owns the file, how often the finding came back and for how many days it is there, in columns at the right end; the
    /// cells they take.
    private func drawFacts(_ index: Int, y: Int, on buffer: inout Buffer) -> Int {
        guard width >= Self.agesFrom else { return 0 }
        let row = Int(listing.rows[index])
        var right = width - 1
        if let births {
            if row >= 0 { buffer.write(births.ageText(row), endingAt: right, y: y, ink: .muted) }
            right -= Self.ageWidth + 2
            if births.hasReturns, width >= Self.returnsFrom || listing.query.sort == .returned {
                if row >= 0, let returns = births.returns(row) {
                    buffer.write("\(returns.count)x", endingAt: right, y: y, ink: .muted)
                }
                right -= Self.returnsWidth + 2
            }
        }
        if width >= Self.ownersFrom, let owners = listing.current.owners, listing.query.grouping != .owner {
            let cells = Self.ownerWidth
            if row >= 0 {
                let owner = owners.text(listing.current.findings.path[row])
                buffer.write(
                    ShortName.fitting(owner, width: cells, buffer.glyphs), x: right - cells, y: y, ink: .muted,
                    limit: cells)
            }
            right -= cells + 2
        }
        return width - 1 - right
    }

    /// `new`, `fixed`, else the rule or the tags, at the right end; the cells it takes.
    private func drawNote(
        _ finding: Finding, _ index: Int, of number: Int, isFixed: Bool, right: Int, y: Int,
        on buffer: inout Buffer
    ) -> Int {
        if isFixed { return buffer.write("fixed", endingAt: right, y: y, ink: Ink(.good)) }
        var used = 0
        if listing.isNew(index) {
            let isBack = births?.returns(Int(listing.rows[index])) != nil
            used = buffer.write(isBack ? "back" : "new", endingAt: right, y: y, ink: Ink(.new))
        }
        let limit = width / 4
        guard width >= 50, used + 6 < limit else { return used }
        let text = isMixed(number) ? finding.rule : tags(finding)
        guard !text.isEmpty else { return used }
        let room = limit - used - (used > 0 ? 2 : 0)
        let cells = min(room, DisplayWidth.of(text))
        let x = right - used - (used > 0 ? 2 : 0) - cells
        buffer.write(text, x: x, y: y, ink: .muted, limit: cells)
        return right - x
    }
}
