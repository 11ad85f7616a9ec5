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
        case .timelineZoomIn: timeline = TimelineNavigation(self).zoomed(timeline, in: true)
        case .timelineZoomOut: timeline = TimelineNavigation(self).zoomed(timeline, in: false)
        case .timelineEarlier: timeline = TimelineNavigation(self).panned(timeline, later: false)
        case .timelineLater: timeline = TimelineNavigation(self).panned(timeline, later: true)
        default: break
        }
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
