import PaydownScreen

/// Movement on the overview, on the cards and rows that it draws.
struct OverviewNavigation {
    private let content: OverviewContent

    init(_ model: Model) {
        content = OverviewContent(model)
    }

    func moved(_ state: OverviewState, by lines: Int) -> OverviewState {
        content.moved(state, rows: lines)
    }

    /// The card beside this one; at the end of a row of cards, the next one in order.
    func movedCard(_ state: OverviewState, by step: Int) -> OverviewState {
        let beside = content.moved(state, columns: step)
        return beside == state ? content.moved(state, cards: step) : beside
    }

    /// - Parameter point: relative to the part.
    func hit(_ point: Point, keeping state: OverviewState) -> OverviewState? {
        content.state(at: point, keeping: state)
    }
}

/// Movement on the plan, on the lines that it draws.
struct PlanNavigation {
    private let content: PlanContent
    private let height: Int

    init(_ model: Model) {
        content = PlanContent(model)
        height = ScreenLayout(model).contentHeight(of: .targets)
    }

    var lineCount: Int { content.lines.count }

    func measure(atLine line: Int) -> String? { content.measure(at: line) }

    /// The first line on the screen.
    func top(_ state: PlanState) -> Int { content.top(state, height: height) }

    func moved(_ state: PlanState, by lines: Int) -> PlanState {
        revealed(content.moved(state, by: lines))
    }

    func movedPhase(_ state: PlanState, by step: Int) -> PlanState {
        revealed(content.movedPhase(state, by: step))
    }

    private func revealed(_ state: PlanState) -> PlanState {
        var state = state
        state.top = content.top(state, height: height)
        return state
    }
}

/// Movement on the timeline: among its measures and in time.
struct TimelineNavigation {
    private let content: TimelineContent
    private let height: Int

    init(_ model: Model) {
        content = TimelineContent(model)
        height = ScreenLayout(model).contentHeight(of: .measures)
    }

    var measures: [TimelineContent.Item] { content.items }

    /// The first row on the screen.
    func top(_ state: TimelineState) -> Int { content.top(state, height: height) }

    func moved(_ state: TimelineState, by count: Int) -> TimelineState {
        var state = content.moved(state, by: count)
        state.top = content.top(state, height: height)
        return state
    }

    func zoomed(_ state: TimelineState, in zoomsIn: Bool) -> TimelineState {
        content.window.zoomed(state, in: zoomsIn)
    }

    func panned(_ state: TimelineState, later: Bool) -> TimelineState {
        content.window.panned(state, later: later)
    }
}
