import PaydownScreen

/// Where everything of a frame lies; drawing and the mouse use the same one.
package struct ScreenLayout: Equatable, Sendable {
    package let tabs: Rect
    package let path: Rect
    package let body: Rect
    package let footer: Rect
    /// The parts in tab order, in the frame's coordinates; one when zoomed.
    package let frames: [PartFrame]

    package init(_ model: Model) {
        let whole = Rect(model.size)
        let (rest, footer) = whole.split(bottom: model.size.height >= 3 ? 1 : 0)
        let (tabs, below) = rest.split(top: 1)
        let (path, body) = below.split(top: model.sizeClass == .tiny ? 0 : 1)
        self.tabs = tabs
        self.path = path
        self.body = body
        self.footer = footer
        let view = ScreenLayout.view(of: model)
        let parts = view.layout(model.atRest, in: body.size)
        if let zoomed = model.place.zoomed, parts.contains(where: { $0.part == zoomed }) {
            frames = [PartFrame(zoomed, body)]
        } else {
            frames = parts.map { frame in
                PartFrame(
                    frame.part,
                    Rect(
                        x: frame.rect.x + body.x, y: frame.rect.y + body.y,
                        width: frame.rect.width, height: frame.rect.height))
            }
        }
    }

    /// The part that has the focus.
    package func focused(_ model: Model) -> Part? {
        if let wanted = model.focus[model.place.screen], frames.contains(where: { $0.part == wanted }) { return wanted }
        return frames.first?.part
    }

    package func rect(of part: Part) -> Rect? {
        frames.first { $0.part == part }?.rect
    }

    package func frame(at point: Point) -> PartFrame? {
        frames.first { $0.rect.contains(point) }
    }

    /// Rows of a part without its heading.
    package func contentHeight(of part: Part) -> Int {
        rect(of: part).map { max(0, $0.height - 1) } ?? 0
    }

    package static func view(of model: Model) -> any ScreenView.Type {
        switch model.place.screen {
        case .overview: OverviewView.self
        case .imports, .factory: CheckView.self
        case .duplicates: CheckView.self
        case .goldenPath: GoldenView.self
        case .plan: PlanView.self
        case .timeline: TimelineView.self
        case .standup: StandupView.self
        case .watch: WatchView.self
        }
    }
}
