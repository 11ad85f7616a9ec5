import PaydownScreen
import PaydownWidgets

/// The last row: what can be done here, or a short answer, or the line being typed.
enum FooterLine {
    /// A row, and for an answer that does not fit into it as many as it takes, up to three.
    static func height(_ model: Model, width: Int) -> Int {
        if case .filter = model.layers.last { return 1 }
        guard let toast = model.toast, model.sizeClass != .tiny else { return 1 }
        return min(3, Wrapping.lines(toast.text, width: width - 2).count)
    }

    /// - Returns: whether the place in the list stands at its end, and nothing else does.
    @discardableResult
    static func draw(_ model: Model, view: any ScreenView.Type, on buffer: inout Buffer) -> Bool {
        if case .filter(let field, _) = model.layers.last {
            drawFilter(field, model, on: &buffer)
            return false
        }
        let help = KeyHints.Hint(label(.help, model), "help")
        if model.sizeClass == .tiny {
            let hints = [KeyHints.Hint(label(.close, model), "quit")]
            KeyHints.draw(hints, last: help, status: paused(model), on: &buffer, y: 0)
            return false
        }
        if let toast = model.toast {
            let ink = Ink(toast.kind == .warning ? .warn : .info)
            buffer.fill(buffer.bounds)
            guard buffer.height > 1 else {
                buffer.write(toast.text, x: 1, y: 0, ink: ink, limit: buffer.width - 2)
                return false
            }
            for (y, line) in Wrapping.lines(toast.text, width: buffer.width - 2).prefix(buffer.height).enumerated() {
                buffer.write(line, x: 1, y: y, ink: ink, limit: buffer.width - 2)
            }
            return false
        }
        let first: [ActionID] = model.scan.obstacle == nil ? [.rescan, .close] : [.close]
        let ids = model.header == nil ? first : view.hints(model)
        var hints = ids.prefix(7).compactMap { id -> KeyHints.Hint? in
            let key = label(id, model)
            return key.isEmpty ? nil : KeyHints.Hint(key, hint(id, model))
        }
        let goOn = label(.watchPause, model)
        if model.isPaused, !goOn.isEmpty { hints = [KeyHints.Hint(goOn, "go on")] + hints.prefix(6) }
        let status = status(model, view)
        let isShown = KeyHints.draw(hints, last: help, status: status, on: &buffer, y: 0)
        return isShown && status == place(model, view)
    }

    private static func place(_ model: Model, _ view: any ScreenView.Type) -> String {
        model.header == nil ? "" : view.status(model)
    }

    private static func status(_ model: Model, _ view: any ScreenView.Type) -> String {
        let place = place(model, view)
        let mouse = model.isMouseOn || model.header == nil ? "" : "mouse off: select with the terminal"
        return [scan(model), paused(model), mouse, place].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    private static func paused(_ model: Model) -> String {
        model.pause.map(Model.waitingText) ?? ""
    }

    /// `◐ scanning 120 of 980`; without motion it says only that a scan runs, so that nothing changes by itself.
    private static func scan(_ model: Model) -> String {
        guard let scan = model.scan.running else { return "" }
        guard model.hasMotion, !model.isAccessible else { return "scanning" }
        let signs = model.glyphs.turning
        let sign = Character(signs[scan.turns % signs.count])
        let far = scan.total > 0 ? " \(CountText.number(scan.done)) of \(CountText.number(scan.total))" : ""
        return "\(sign) scanning" + far
    }

    /// What a key does here and now.
    private static func hint(_ id: ActionID, _ model: Model) -> String {
        id == .partZoom && model.place.zoomed != nil ? "unzoom" : ActionTable.action(id).hint
    }

    private static func label(_ id: ActionID, _ model: Model) -> String {
        model.bindings.label(for: id, model.glyphs)
    }

    private static func drawFilter(_ field: TextField, _ model: Model, on buffer: inout Buffer) {
        let listing = model.checkState.tree.listing
        var note = "enter keep   esc clear"
        if let problem = listing?.filterProblem {
            note = problem
        } else if let listing, model.place.screen != .goldenPath {
            note = "\(CountText.number(listing.count)) of \(CountText.number(listing.total))   " + note
        }
        let noteWidth = DisplayWidth.of(note)
        buffer.write("/", x: 1, y: 0, ink: Ink(.accent))
        let showsNote = noteWidth + 24 < buffer.width
        let width = showsNote ? buffer.width - noteWidth - 6 : buffer.width - 4
        field.draw(x: 3, y: 0, width: width, on: &buffer)
        if showsNote {
            buffer.write(
                note, endingAt: buffer.width - 1, y: 0, ink: listing?.filterProblem == nil ? .muted : Ink(.warn))
        }
    }
}
