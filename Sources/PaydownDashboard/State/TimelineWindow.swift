import PaydownCore

/// The days that the timeline shows, and how zooming and panning change them.
package struct TimelineWindow: Equatable, Sendable {
    /// The first and the last snapshot, in days since 1970.
    package let first: Double
    package let last: Double
    /// The last date of the plan or the end of the forecast, when that is later than the last snapshot.
    package let end: Double

    package init(_ model: Model) {
        let timeline = model.archive.timeline
        let taken = timeline.first?.figures?.day ?? 0
        first = taken
        last = timeline.last?.figures?.day ?? taken
        let due = model.header?.plan.phases.compactMap(\.due).max().map { Double($0.number) } ?? last
        let cones = [model.shownOutlook?.cone, model.shownOutlook?.changedCone].compactMap(\.self)
        let forecast = cones.map { Double($0.end.number) }.max() ?? last
        // A forecast of two years would leave nothing to see of what has been.
        end = max(last, due, min(forecast, last + max(56, 3 * (last - first))))
    }

    /// Days from the first snapshot to the last one, at least 1.
    package var days: Int { max(1, Int((last - first).rounded(.up))) }

    /// The least number of days that can be shown.
    package static let fewestDays = 2

    /// The days to show. Without a zoom everything there is, the plan's dates included; with one that many days
    /// up to `daysBack` before the last snapshot.
    package func visible(_ state: TimelineState) -> ClosedRange<Double> {
        guard let days = state.visibleDays else { return first...max(end, first + 1) }
        let right = last - Double(clampedBack(state.daysBack, visible: days))
        return right - Double(max(Self.fewestDays, days))...right
    }

    /// Half as many days, around the same right edge; twice as many when zooming out, and at last everything.
    package func zoomed(_ state: TimelineState, in zoomsIn: Bool) -> TimelineState {
        var state = state
        if zoomsIn {
            let half = (state.visibleDays ?? days) / 2
            state.visibleDays = max(Self.fewestDays, min(half, days))
        } else if let visible = state.visibleDays {
            state.visibleDays = visible * 2 >= days ? nil : visible * 2
        }
        state.daysBack = state.visibleDays.map { clampedBack(state.daysBack, visible: $0) } ?? 0
        return state
    }

    /// A quarter of what is visible to earlier or later; nothing where everything is visible.
    package func panned(_ state: TimelineState, later: Bool) -> TimelineState {
        guard let visible = state.visibleDays else { return state }
        var state = state
        let step = max(1, visible / 4)
        state.daysBack = clampedBack(state.daysBack + (later ? -step : step), visible: visible)
        return state
    }

    private func clampedBack(_ back: Int, visible: Int) -> Int {
        min(max(0, back), max(0, days - visible))
    }
}
