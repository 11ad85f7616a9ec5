import PaydownScreen

extension Model {
    mutating func app(_ id: ActionID) -> [Effect] {
        switch id {
        case .palette: layers.append(.palette(PaletteState(self)))
        case .help: layers.append(.help(HelpState()))
        case .problems: layers.append(.problems(ScrollState()))
        case .themeNext:
            guard !themes.isEmpty else { return [] }
            let index = themes.firstIndex(of: theme) ?? -1
            let next = themes[(index + 1) % themes.count]
            return show(Toast("theme \(next)")) + [.showTheme(next)]
        case .mouseToggle:
            isMouseOn.toggle()
            let text = isMouseOn ? "mouse on" : "mouse off: select with the terminal"
            return show(Toast(text)) + [.setMouse(isMouseOn)]
        case .dump: return [.dump(dumpText)]
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .back: return back()
        case .close: return close()
        case .quit: return [.quit]
        default: break
        }
        return []
    }

    /// Closes what is open, and quits when nothing is.
    private mutating func close() -> [Effect] {
        if place.zoomed != nil {
            place.zoomed = nil
            return []
        }
        return [.quit]
    }

    /// The focused part as plain text without borders, for selecting with the terminal.
    private var dumpText: [String] {
        var copy = self
        copy.layers = []
        copy.toast = nil
        copy.place.zoomed = ScreenLayout(self).focused(self)
        var buffer = Buffer(size: size, glyphs: glyphs)
        RootView.draw(copy, on: &buffer)
        return Array(buffer.lines.dropFirst(2).dropLast())
    }
}
