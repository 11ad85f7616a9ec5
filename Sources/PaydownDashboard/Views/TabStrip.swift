import PaydownScreen

/// The first row: where one can go, and where one is.
enum TabStrip {
    struct Tab: Equatable {
        var screen: Screen
        var x: Int
        var width: Int
    }

    /// The tabs as they fit: long titles, short ones, or digits only.
    static func tabs(_ model: Model) -> [Tab] {
        let width = model.size.width
        for style in [Style.long, .short, .digits] {
            let tabs = place(style, model)
            if style == .digits || (tabs.last.map { $0.x + $0.width } ?? 0) <= width { return tabs }
        }
        return []
    }

    static func draw(_ model: Model, on buffer: inout Buffer) {
        let tabs = tabs(model)
        let style = style(of: tabs, model)
        if style == .long { buffer.write("paydown", x: 1, y: 0, ink: Ink(.title, isBold: true)) }
        for tab in tabs {
            let isHere = tab.screen == model.place.screen
            let text = text(tab.screen, style, model)
            if isHere { buffer.put(buffer.glyphs.selected, x: tab.x, y: 0, ink: Ink(.accent)) }
            let digits = buffer.write(
                String(tab.screen.rawValue), x: tab.x + 1, y: 0,
                ink: isHere ? Ink(.titleFocus, isBold: true) : Ink(.accent))
            let ink = isHere ? Ink(.titleFocus, isBold: true) : Ink.muted
            buffer.write(String(text.dropFirst()), x: tab.x + 1 + digits, y: 0, ink: ink)
        }
        drawProject(model, after: tabs.last.map { $0.x + $0.width } ?? 0, on: &buffer)
    }

    /// The screen whose tab is at a column.
    static func screen(atColumn x: Int, _ model: Model) -> Screen? {
        tabs(model).first { x >= $0.x && x < $0.x + $0.width }?.screen
    }

    private enum Style {
        case long
        case short
        case digits
    }

    private static func style(of tabs: [Tab], _ model: Model) -> Style {
        guard let first = tabs.first else { return .digits }
        if first.x > 1 { return .long }
        return first.width > 3 ? .short : .digits
    }

    private static func place(_ style: Style, _ model: Model) -> [Tab] {
        var x = style == .long ? 10 : style == .short ? 0 : 0
        return Screen.allCases.map { screen in
            let width = DisplayWidth.of(text(screen, style, model)) + (style == .digits ? 1 : 2)
            defer { x += width }
            return Tab(screen: screen, x: x, width: width)
        }
    }

    private static func text(_ screen: Screen, _ style: Style, _ model: Model) -> String {
        // A check of the snapshot's own has its own title.
        let own = model.check(of: screen)?.title
        switch style {
        case .long: return "\(screen.rawValue) \(own ?? screen.title)"
        case .short:
            let short = own.map { $0 == screen.title ? screen.shortTitle : String($0.prefix(9)) }
            return "\(screen.rawValue) \(short ?? screen.shortTitle)"
        case .digits: return "\(screen.rawValue)"
        }
    }

    private static func drawProject(_ model: Model, after x: Int, on buffer: inout Buffer) {
        guard let header = model.header else { return }
        var text = header.project.name
        if let revision = header.revision, !revision.commit.isEmpty {
            text += " " + (revision.branch.isEmpty ? "" : revision.branch + "@") + revision.shortCommit
        }
        let width = DisplayWidth.of(text)
        guard x + 2 + width < buffer.width else { return }
        buffer.write(text, endingAt: buffer.width - 1, y: 0, ink: .muted)
    }
}
