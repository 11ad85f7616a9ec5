extension Model {
    mutating func view(_ id: ActionID) -> [Effect] {
        switch id {
        case .partZoom:
            if place.zoomed != nil {
                place.zoomed = nil
            } else {
                place.zoomed = ScreenLayout(self).focused(self)
            }
        case .previewToggle: isPreviewShown.toggle()
        case .previewLarger: previewBias = min(40, previewBias + 2)
        case .previewSmaller: previewBias = max(-40, previewBias - 2)
        case .timelineMeasure: _ = move(.measures, by: isAtLastMeasure ? -1_000_000_000 : 1)
        case .timelineWhatIf: toggleWhatIf()
        case .timelineZoomIn:
            return show(TimelineNavigation(self).zoomed(timeline, in: true), else: "these are the fewest days")
        case .timelineZoomOut:
            return show(TimelineNavigation(self).zoomed(timeline, in: false), else: "all of it is shown")
        case .timelineEarlier, .timelineLater:
            let isLater = id == .timelineLater
            let end = isLater ? "these are the latest days" : "these are the earliest days"
            return show(
                TimelineNavigation(self).panned(timeline, later: isLater),
                else: timeline.visibleDays == nil ? "all of it is shown" : end)
        default: break
        }
        return []
    }

    /// Shows other days; where there are none, says so.
    private mutating func show(_ changed: TimelineState, else reason: String) -> [Effect] {
        guard changed != timeline else { return show(Toast(reason)) }
        timeline = changed
        return []
    }

    /// Opens the changes to try, with the focus on them; closes them and forgets them.
    private mutating func toggleWhatIf() {
        if timeline.whatIf == nil {
            timeline.whatIf = WhatIfState()
            focus[.timeline] = .whatIf
            if place.zoomed != nil { place.zoomed = nil }
        } else {
            closeWhatIf()
        }
    }

    mutating func closeWhatIf() {
        timeline.whatIf = nil
        focus[.timeline] = nil
        if place.zoomed == .whatIf { place.zoomed = nil }
    }

    /// More or less of the selected change; whether the focus is on one.
    mutating func turnWhatIf(by steps: Int) -> Bool {
        guard var state = timeline.whatIf, ScreenLayout(self).focused(self) == .whatIf else { return false }
        let content = WhatIfContent(self)
        let row = content.rows[content.row(state)]
        if steps == 0 { state.toggle(row) } else { state.turn(row, by: steps) }
        timeline.whatIf = state
        return true
    }

    private var isAtLastMeasure: Bool {
        timeline.row >= TimelineNavigation(self).measures.count - 1
    }
}
