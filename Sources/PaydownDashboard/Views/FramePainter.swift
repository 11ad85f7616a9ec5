import PaydownScreen

/// Draws one frame after the other, and of each only what can differ from the one before.
///
/// A performance file: a frame drawn from nothing makes some hundreds of texts, each an allocation. Where nothing has
/// changed nothing is drawn. Where only the cursor of a list has moved two rows change their ground, and the way to the
/// selected one and its number are drawn; where the list has scrolled with it, its rows move, and those that come into
/// sight are drawn. Everything else is drawn as a whole.
package struct FramePainter: Sendable {
    /// The frame of the model that was drawn last.
    package private(set) var frame: Buffer
    private var drawn: Model?
    private var layout: ScreenLayout?
    /// The selected row as it is without the cursor, once the cursor has moved.
    private var bareRow: [Cell] = []
    /// What is drawn of the path line, and the cells of the place in the footer if nothing else stands there, once the
    /// cursor has moved.
    private var cursorPath: CursorPath?
    private var placeWidth: Int?

    package init(size: Size, glyphs: GlyphSet = .unicode) {
        frame = Buffer(size: size, glyphs: glyphs)
    }

    package mutating func draw(_ model: Model) {
        if drawn == model { return }
        if moveCursor(to: model) { return }
        let layout = ScreenLayout(model)
        RootView.draw(model, in: layout, on: &frame)
        self.layout = layout
        bareRow.removeAll(keepingCapacity: true)
        cursorPath = nil
        placeWidth = nil
        drawn = model
    }

    /// Draws the cursor where it is now, if that is all there is to do.
    private mutating func moveCursor(to model: Model) -> Bool {
        guard let rect = layout?.rect(of: .list), let path = layout?.path, let footer = layout?.footer,
            let isFocused = layout.map({ $0.focused(model) == .list }),
            let old = drawn?.cursorRow, let new = model.cursorRow, let oldTop = drawn?.checkState.tree.top,
            // Signs of several scalars are kept until a frame is drawn as a whole.
            frame.clusters.count < Self.mostClusters,
            drawn?.takeCursor(of: model, hasPanes: layout?.frames.count != 1) == true, drawn == model
        else { return false }
        let rows = 1..<max(1, rect.height)
        let lines = model.checkState.tree.top - oldTop
        guard rows.contains(old), rows.contains(new), abs(lines) < rows.count else { return false }
        Self.unselect(old, in: rect, lines: lines, model, bareRow, on: &frame)
        frame.within(rect) { Self.scroll(rows, by: lines, model, on: &$0) }
        Self.select(new, in: rect, isFocused, &bareRow, on: &frame)
        Self.drawPath(model, &cursorPath, in: path, on: &frame)
        Self.drawPlace(model, &placeWidth, in: footer, on: &frame)
        return true
    }

    private static func drawPath(_ model: Model, _ known: inout CursorPath?, in rect: Rect, on frame: inout Buffer) {
        if known == nil { known = CursorPath(model) }
        frame.within(rect) { line in
            if known?.draw(model, on: &line) == true { return }
            line.fill(line.bounds)
            PathLine.draw(model, view: CheckView.self, on: &line)
        }
    }

    /// - Parameter known: the cells of the place that stands there now; nil when more than that is to be drawn.
    private static func drawPlace(_ model: Model, _ known: inout Int?, in rect: Rect, on frame: inout Buffer) {
        let place = CheckView.place(in: model.checkState.tree)
        let width = place.map { CountText.cells($0.number) + 1 + CountText.cells($0.count) }
        frame.within(rect) { line in
            if let place, known != nil, known == width {
                var x = line.width - 1
                x -= CountText.write(place.count, endingAt: x, y: 0, ink: .muted, on: &line)
                line.put("/", x: x - 1, y: 0, ink: .muted)
                CountText.write(place.number, endingAt: x - 1, y: 0, ink: .muted, on: &line)
                return
            }
            line.fill(line.bounds)
            known = FooterLine.draw(model, view: CheckView.self, on: &line) ? width : nil
        }
    }

    private static let mostClusters = 1000

    /// Takes the cursor from a row of a list that has not moved yet.
    ///
    /// - Parameters:
    ///   - lines: that the list scrolls by.
    ///   - bareRow: the row without the cursor, if it is known.
    private static func unselect(
        _ row: Int, in rect: Rect, lines: Int, _ model: Model, _ bareRow: [Cell], on frame: inout Buffer
    ) {
        frame.within(rect) { list in
            if !bareRow.isEmpty { return list.putRow(row, bareRow) }
            list.fill(Rect(x: 0, y: row, width: list.width, height: 1))
            drawBare(row, line: model.checkState.tree.top - lines + row - 1, model, on: &list)
        }
    }

    /// - Parameter bareRow: then holds the row without the cursor.
    private static func select(
        _ row: Int, in rect: Rect, _ isFocused: Bool, _ bareRow: inout [Cell], on frame: inout Buffer
    ) {
        frame.within(rect) { list in
            list.copyRow(row, to: &bareRow)
            CheckView.select(row, isFocused: isFocused, on: &list)
        }
    }

    /// Moves the rows of a list and draws those that come into sight.
    private static func scroll(_ rows: Range<Int>, by lines: Int, _ model: Model, on list: inout Buffer) {
        if lines == 0 { return }
        let kept = rows.clamped(to: rows.lowerBound - lines..<rows.upperBound - lines)
        if lines > 0 {
            for row in kept { list.moveRow(row + lines, to: row) }
        } else {
            for row in kept.reversed() { list.moveRow(row + lines, to: row) }
        }
        for row in rows where !kept.contains(row) {
            list.fill(Rect(x: 0, y: row, width: list.width, height: 1))
            drawBare(row, line: model.checkState.tree.top + row - 1, model, on: &list)
        }
    }

    private static func drawBare(_ row: Int, line: Int, _ model: Model, on list: inout Buffer) {
        let tree = model.checkState.tree
        guard let listing = tree.listing, let position = tree.position(atLine: line) else { return }
        ListRows(model, listing, width: list.width).draw(position, of: tree, y: row, on: &list)
    }
}

extension Model {
    /// The row of the list that the cursor is on, where the list is one column and nothing lies over it.
    fileprivate var cursorRow: Int? {
        guard isListScreen, !isColumns, layers.isEmpty, toast == nil else { return nil }
        return checkState.tree.selectedLine.map { $0 - checkState.tree.top + 1 }
    }

    /// Takes over where the cursor of another model is, and what no frame shows.
    ///
    /// - Parameter hasPanes: whether something beside the list shows where the cursor rests.
    /// - Returns: false, with nothing taken, where more is to be drawn for that than the cursor.
    fileprivate mutating func takeCursor(of other: Model, hasPanes: Bool) -> Bool {
        guard check?.id == other.check?.id, referenceDay == other.referenceDay else { return false }
        var state = checkState
        let moved = other.checkState
        guard state.rested == moved.rested || !hasPanes,
            state.tree.selected != moved.tree.selected || state.tree.top != moved.tree.top,
            state.tree.hasSameLines(as: moved.tree)
        else { return false }
        state.tree = moved.tree
        state.rested = moved.rested
        checkState = state
        pending = other.pending
        now = other.now
        return true
    }
}
