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
        case .timelineZoomIn: timeline = TimelineNavigation(self).zoomed(timeline, in: true)
        case .timelineZoomOut: timeline = TimelineNavigation(self).zoomed(timeline, in: false)
        case .timelineEarlier: timeline = TimelineNavigation(self).panned(timeline, later: false)
        case .timelineLater: timeline = TimelineNavigation(self).panned(timeline, later: true)
        default: break
        }
        return []
    }

    private var isAtLastMeasure: Bool {
        timeline.row >= TimelineNavigation(self).measures.count - 1
    }
}
