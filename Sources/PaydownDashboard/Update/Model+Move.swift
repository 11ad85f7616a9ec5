import PaydownScreen

extension Model {
    /// Lines of the list's content on this screen.
    var listHeight: Int {
        let layout = ScreenLayout(self)
        return layout.contentHeight(of: .list)
    }

    /// Whether groups and findings stand in columns beside each other instead of in one tree.
    package var isColumns: Bool {
        isListScreen && sizeClass == .large && place.zoomed == nil && !isAccessible
    }

    mutating func moveOrFold(_ id: ActionID) -> [Effect] {
        switch id {
        case .partNext: return focusPart(by: 1)
        case .partPrevious: return focusPart(by: -1)
        case .previewDown: return scrollText(textPart, by: 1)
        case .previewUp: return scrollText(textPart, by: -1)
        case .treeExpandAll: return fold { $0.setAllExpanded(true) }
        case .treeCollapseAll: return fold { $0.setAllExpanded(false) }
        case .treeExpand: return expand()
        case .treeCollapse: return collapse()
        default: break
        }
        let layout = ScreenLayout(self)
        guard let part = layout.focused(self) else { return [] }
        let page = max(1, layout.contentHeight(of: part) - 1)
        let lines: Int
        switch id {
        case .moveDown: lines = 1
        case .moveUp: lines = -1
        case .moveHalfDown: lines = max(1, page / 2)
        case .moveHalfUp: lines = -max(1, page / 2)
        case .movePageDown: lines = page
        case .movePageUp: lines = -page
        case .moveFirst: lines = -1_000_000_000
        case .moveLast: lines = 1_000_000_000
        case .moveNextGroup: return moveGroup(1)
        case .movePreviousGroup: return moveGroup(-1)
        default: return []
        }
        return move(part, by: lines)
    }

    /// Moves the selection of a list part, or scrolls a text part.
    mutating func move(_ part: Part, by lines: Int) -> [Effect] {
        switch part {
        case .list: moveInTree(by: lines)
        case .tests: moveInTests(by: lines)
        case .cards: moveInCards(by: lines)
        case .targets: plan = PlanNavigation(self).moved(plan, by: lines)
        case .whatIf: moveInWhatIf(by: lines)
        case .chart where place.screen != .timeline: break
        case .chart, .measures: timeline = TimelineNavigation(self).moved(timeline, by: lines)
        default:
            guard let side = OverviewSide(part, of: self) else { return scrollText(part, by: lines) }
            let row = (side.row(part, overview) ?? 0) + min(max(lines, -10_000), 10_000)
            overview.rows[part] = min(max(0, row), max(0, side.destinations.count - 1))
        }
        return []
    }

    private mutating func moveInTree(by lines: Int) {
        var state = checkState
        if isColumns {
            state.tree.moveInColumn(by: lines)
        } else {
            state.tree.move(by: lines)
        }
        state.tree.reveal(height: listHeight)
        state.pair = 0
        checkState = state
    }

    private mutating func moveInWhatIf(by lines: Int) {
        guard var state = timeline.whatIf else { return }
        let content = WhatIfContent(self)
        state.row = min(max(0, content.row(state) + min(max(lines, -10_000), 10_000)), content.rows.count - 1)
        timeline.whatIf = state
    }

    private mutating func moveInTests(by lines: Int) {
        guard let header else { return }
        let shown = golden.shown(header.tests)
        guard !shown.isEmpty else { return }
        let index = min(max(0, golden.index(in: shown) + lines), shown.count - 1)
        golden.selected = GoldenState.TestID(shown[index])
        let height = ScreenLayout(self).contentHeight(of: .tests)
        golden.top = min(max(0, golden.top), index)
        if height > 0, index >= golden.top + height { golden.top = index - height + 1 }
    }

    private mutating func moveInCards(by lines: Int) {
        overview = OverviewNavigation(self).moved(overview, by: lines)
    }

    private mutating func moveGroup(_ step: Int) -> [Effect] {
        switch place.screen {
        case .imports, .factory, .duplicates: return fold { $0.moveGroup(by: step) }
        case .overview:
            overview = OverviewNavigation(self).movedCard(overview, by: step)
            return []
        case .plan:
            plan = PlanNavigation(self).movedPhase(plan, by: step)
            return []
        default: return []
        }
    }

    private mutating func fold(_ change: (inout TreeState) -> Void) -> [Effect] {
        var state = checkState
        change(&state.tree)
        state.tree.reveal(height: listHeight)
        checkState = state
        return []
    }

    private mutating func expand() -> [Effect] {
        switch place.screen {
        case .imports, .factory, .duplicates:
            return fold { tree in
                let wasChild = tree.selected?.child != nil
                if !wasChild { _ = tree.open() }
            }
        case .overview:
            overview = OverviewNavigation(self).movedCard(overview, by: 1)
            return []
        case .timeline:
            _ = turnWhatIf(by: 1)
            return []
        default:
            return []
        }
    }

    private mutating func collapse() -> [Effect] {
        switch place.screen {
        case .imports, .factory, .duplicates: return fold { $0.close() }
        case .overview:
            overview = OverviewNavigation(self).movedCard(overview, by: -1)
            return []
        case .timeline:
            _ = turnWhatIf(by: -1)
            return []
        default: return []
        }
    }

    private mutating func focusPart(by step: Int) -> [Effect] {
        let layout = ScreenLayout(self)
        let parts = layout.frames.map(\.part)
        guard parts.count > 1, let focused = layout.focused(self), let index = parts.firstIndex(of: focused) else {
            return []
        }
        focus[place.screen] = parts[(index + step + parts.count) % parts.count]
        return []
    }

    /// The part that the preview keys scroll from the list.
    var textPart: Part {
        place.screen == .goldenPath ? .failure : .preview
    }

    mutating func scrollText(_ part: Part, by lines: Int) -> [Effect] {
        let limit = scrollLimit(of: part)
        scroll[part] = min(max(limit.lowerBound, (scroll[part] ?? 0) + lines), limit.upperBound)
        return []
    }

    /// How far a text part may be scrolled. The preview's offset counts from the flagged line.
    private func scrollLimit(of part: Part) -> ClosedRange<Int> {
        guard part == .preview, case .lines(let lines) = preview?.content else { return 0...500 }
        // The preview is of where the cursor rested, which may be another file than where it is now.
        let line = atRest.checkState.tree.selectedFinding?.line ?? 1
        return -max(0, line)...max(0, lines.count - line)
    }
}
