extension Model {
    mutating func go(_ id: ActionID) -> [Effect] {
        let screens: [ActionID: Screen] = [
            .goOverview: .overview, .goImports: .imports, .goFactory: .factory, .goDuplicates: .duplicates,
            .goGoldenPath: .goldenPath, .goPlan: .plan, .goTimeline: .timeline, .goStandup: .standup, .goWatch: .watch,
        ]
        if let screen = screens[id] {
            go(to: Place(screen: screen))
        } else if id == .goLast, let previousPlace {
            go(to: previousPlace)
        }
        return []
    }

    /// Goes to a place and remembers the one before; going where one is does nothing.
    mutating func go(to new: Place) {
        guard new.screen != place.screen || new.check != place.check else { return }
        previousPlace = place
        place = new
        pending.keys = []
    }

    /// Opens a check, on the screen its number key reaches or under its own name.
    mutating func open(check id: String) {
        if let screen = screen(ofCheck: id) {
            go(to: Place(screen: screen))
        } else if header?.check(id) != nil {
            go(to: Place(screen: .imports, check: id))
        }
    }

    /// Goes one step in: group, finding, location in the editor.
    mutating func enter() -> [Effect] {
        switch place.screen {
        case .overview: return enterCard()
        case .imports, .factory, .duplicates: return enterTree()
        case .goldenPath: return edit()
        case .plan: return enterTarget()
        case .timeline: return turnWhatIf(by: 0) ? [] : enterMeasure()
        case .standup, .watch: return []
        }
    }

    private mutating func enterTree() -> [Effect] {
        let focused = ScreenLayout(self).focused(self)
        if focused == .list, checkState.tree.selected?.child == nil {
            var state = checkState
            if !state.tree.isExpanded(state.tree.selected?.group ?? 0) || isColumns {
                _ = state.tree.open()
                if isColumns, state.tree.selected?.child == nil { _ = state.tree.open() }
            } else {
                state.tree.toggle()
            }
            state.tree.reveal(height: listHeight)
            checkState = state
            return []
        }
        return edit()
    }

    private mutating func enterCard() -> [Effect] {
        if let part = ScreenLayout(self).focused(self), let side = OverviewSide(part, of: self) {
            if let row = side.row(part, overview) { go(to: side.destinations[row]) }
        } else if let destination = OverviewContent(self).destination(overview) {
            go(to: destination)
        }
        return []
    }

    mutating func go(to destination: OverviewDestination) {
        switch destination {
        case .check(let id):
            open(check: id)
        case .group(let check, let grouping, let name):
            open(check: check)
            select(group: name, by: grouping, inCheck: check)
        case .test(let test):
            go(to: Place(screen: .goldenPath))
            golden.selected = test
        }
    }

    private mutating func enterTarget() -> [Effect] {
        let content = PlanContent(self)
        guard let line = content.line(plan) else { return [] }
        guard let measure = content.measure(at: line) else {
            // Into a phase: to its first target.
            if case .phase = content.lines[line] { plan = content.moved(plan, by: 1) }
            return []
        }
        openCheck(ofMeasure: measure)
        return []
    }

    private mutating func enterMeasure() -> [Effect] {
        guard let measure = timeline.measure else { return [] }
        openCheck(ofMeasure: measure)
        return []
    }

    private mutating func openCheck(ofMeasure measure: String) {
        guard let check = header?.checks.first(where: { $0.measures.contains { $0.id == measure } }) else { return }
        open(check: check.id)
    }

    /// Selects a group once the list is there; until then the wish is kept.
    mutating func select(group name: String, by grouping: Grouping, inCheck id: String) {
        var state = checks[id] ?? CheckState()
        state.grouping = grouping
        state.wantedGroup = name
        state.fulfilWish()
        checks[id] = state
    }

    /// One step out; never quits.
    mutating func back() -> [Effect] {
        if place.zoomed != nil {
            place.zoomed = nil
            return []
        }
        if isListScreen, !checkState.filter.isEmpty { return clearFilter() }
        if place.screen == .goldenPath, !golden.filter.isEmpty {
            golden.filter = ""
            return []
        }
        if place.screen == .timeline, timeline.whatIf != nil {
            closeWhatIf()
            return []
        }
        if let focused = ScreenLayout(self).focused(self), let first = ScreenLayout(self).frames.first?.part,
            focused != first
        {
            focus[place.screen] = first
            return []
        }
        if isListScreen, checkState.tree.selected?.child != nil {
            var state = checkState
            state.tree.close()
            state.tree.reveal(height: listHeight)
            checkState = state
            return []
        }
        if place.screen != .overview { go(to: Place(screen: .overview)) }
        return []
    }
}
