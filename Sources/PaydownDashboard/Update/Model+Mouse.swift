import PaydownScreen

extension Model {
    mutating func handle(_ mouse: MouseEvent) -> [Effect] {
        guard layers.isEmpty else { return handleInLayer(mouse) }
        let layout = ScreenLayout(self)
        switch mouse.kind {
        case .wheelDown: return wheel(3, at: mouse.at, layout)
        case .wheelUp: return wheel(-3, at: mouse.at, layout)
        case .press: return click(mouse.at, layout)
        case .drag: return drag(mouse.at, layout)
        case .release:
            isDraggingSplit = false
            return []
        }
    }

    /// The wheel scrolls what is under the pointer; it moves neither focus nor selection unless the
    /// selection would leave the view.
    private mutating func wheel(_ lines: Int, at point: Point, _ layout: ScreenLayout) -> [Effect] {
        guard let frame = layout.frame(at: point) else { return [] }
        switch frame.part {
        case .list:
            var state = checkState
            if isColumns {
                // Columns keep the selection in the middle, so they are scrolled by moving it.
                state.tree.moveInColumn(by: lines)
            } else {
                state.tree.scroll(by: lines, height: max(1, frame.rect.height - 1))
            }
            checkState = state
            return []
        default:
            return move(frame.part, by: lines)
        }
    }

    private mutating func click(_ point: Point, _ layout: ScreenLayout) -> [Effect] {
        if layout.tabs.contains(point) {
            if let screen = TabStrip.screen(atColumn: point.x, self) { go(to: Place(screen: screen)) }
            return []
        }
        if isOnSplit(point, layout) {
            isDraggingSplit = true
            return []
        }
        guard let frame = layout.frame(at: point) else { return [] }
        let wasFocused = layout.focused(self) == frame.part
        focus[place.screen] = frame.part
        let row = point.y - frame.rect.y - 1
        guard row >= 0 || frame.part == .cards else { return [] }
        return select(row: row, at: Point(x: point.x - frame.rect.x, y: point.y - frame.rect.y), in: frame, wasFocused)
    }

    /// Selects the row that was clicked; a second click on it goes in.
    private mutating func select(row: Int, at point: Point, in frame: PartFrame, _ wasFocused: Bool) -> [Effect] {
        switch frame.part {
        case .list:
            var state = checkState
            let before = state.tree.selected
            let hit =
                isColumns
                ? CheckView.position(at: point, in: frame.rect.size, of: self)
                : state.tree.position(atLine: state.tree.top + row)
            guard let hit else { return [] }
            state.tree.select(hit)
            checkState = state
            return before == state.tree.selected && wasFocused ? enter() : []
        case .tests:
            guard let header else { return [] }
            let shown = golden.shown(header.tests)
            guard shown.indices.contains(golden.top + row) else { return [] }
            let before = golden.selected
            golden.selected = GoldenState.TestID(shown[golden.top + row])
            return before == golden.selected && wasFocused ? enter() : []
        case .cards:
            guard let hit = OverviewNavigation(self).hit(point, keeping: overview) else { return [] }
            let before = overview
            overview = hit
            return before == hit && wasFocused ? enter() : []
        case .targets:
            let line = PlanNavigation(self).top(plan) + row
            guard line < PlanNavigation(self).lineCount else { return [] }
            let before = plan.selected
            plan.selected = line
            return before == line && wasFocused ? enter() : []
        case .measures:
            let content = TimelineNavigation(self)
            let line = content.top(timeline) + row
            guard content.measures.indices.contains(line) else { return [] }
            timeline.row = line
            timeline.measure = content.measures[timeline.row].id
            return []
        default:
            guard let side = OverviewSide(frame.part, of: self), side.destinations.indices.contains(row) else {
                return []
            }
            // Rows that are scrolled away are counted in.
            let height = max(0, frame.rect.height - 1)
            let selected = side.row(frame.part, overview) ?? 0
            let top = OverviewSide.top(selected: selected, count: side.destinations.count, height: height)
            overview.rows[frame.part] = min(top + row, side.destinations.count - 1)
            return selected == top + row && wasFocused ? enter() : []
        }
    }

    /// The edge between list and preview: the row of the preview's heading, or the column beside it.
    private func isOnSplit(_ point: Point, _ layout: ScreenLayout) -> Bool {
        guard let preview = layout.rect(of: .preview), layout.rect(of: .list) != nil else { return false }
        if sizeClass <= .small { return point.y == preview.y && preview.contains(point) }
        return (point.x == preview.x - 1 || point.x == preview.x - 2) && point.y >= preview.y
            && point.y < preview.bottom
    }

    private mutating func drag(_ point: Point, _ layout: ScreenLayout) -> [Effect] {
        guard isDraggingSplit, let preview = layout.rect(of: .preview) else { return [] }
        let change = sizeClass <= .small ? preview.y - point.y : preview.x - 1 - point.x
        previewBias = min(60, max(-60, previewBias + change))
        return []
    }
}
