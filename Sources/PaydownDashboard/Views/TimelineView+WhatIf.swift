import PaydownCore
import PaydownScreen
import PaydownWidgets

extension TimelineView {
    /// Changes to try, a row each, and what they do to the dates.
    static func drawWhatIf(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        guard let state = model.timeline.whatIf else { return }
        let content = WhatIfContent(model)
        let change = content.change(state)
        Heading("WHAT IF", fact: "h less  l more  esc ends", isFocused: isFocused).draw(on: &buffer)
        let footer = buffer.height >= 6 ? lines(change, of: model, width: max(1, buffer.width - 2)) : []
        let room = max(0, buffer.height - 1 - footer.count)
        let selected = content.row(state)
        let top = min(max(0, selected - room + 1), max(0, content.rows.count - room))
        for (line, row) in content.rows.dropFirst(top).prefix(room).enumerated() {
            let y = line + 1
            draw(row, state, y: y, of: model, on: &buffer)
            guard top + line == selected else { continue }
            buffer.put(buffer.glyphs.selected, x: 0, y: y, ink: Ink(.accent))
            let ground = isFocused ? Ink.Ground.selection : .selectionInactive
            buffer.lay(ground, under: Rect(x: 0, y: y, width: buffer.width, height: 1))
        }
        let below = min(content.rows.count + 2, buffer.height - footer.count)
        for (line, text) in footer.enumerated() {
            buffer.write(text.text, x: 1, y: below + line, ink: text.ink)
        }
    }

    private static func draw(
        _ row: WhatIfContent.Row, _ state: WhatIfState, y: Int, of model: Model, on buffer: inout Buffer
    ) {
        let right = buffer.width - 1
        let name: String
        let value: String
        var ink = Ink.muted
        switch row {
        case .pace:
            name = "pace"
            let percent = state.change.faster
            value = percent == 0 ? "as it is" : "\(percent > 0 ? "+" : "")\(percent) % out"
            if percent != 0 { ink = Ink(.accent) }
        case .people:
            name = "people at it now"
            value = "\(state.change.people)"
        case .joining:
            name = "people who join"
            value = state.change.joining == 0 ? "none" : "+\(state.change.joining)"
            if state.change.joining > 0 { ink = Ink(.accent) }
        case .group(let group, let amount):
            let isFinished = state.finished.contains(group)
            buffer.put(
                isFinished ? buffer.glyphs.pass : buffer.glyphs.dot, x: 2, y: y, ink: isFinished ? Ink(.accent) : .faint
            )
            value = (isFinished ? "finished  " : "") + CountText.number(amount)
            if isFinished { ink = Ink(.accent) }
            let x = right - DisplayWidth.of(value)
            buffer.write(value, x: x, y: y, ink: ink)
            NameText.write(group, x: 4, y: y, limit: max(0, x - 6), on: &buffer)
            return
        }
        let x = right - DisplayWidth.of(value)
        buffer.write(value, x: x, y: y, ink: ink)
        buffer.write(name, x: 2, y: y, limit: max(0, x - 4))
    }

    /// Both dates, and what is taken for granted.
    private static func lines(_ change: WhatIf, of model: Model, width: Int) -> [ForecastText.Line] {
        guard let outlook = model.shownOutlook, let forecast = outlook.forecast else {
            return [ForecastText.Line("No target: no date to move.", .muted)]
        }
        var lines = [ForecastText.Line("now   " + ForecastText.short(forecast, of: model))]
        if let changed = outlook.changed {
            lines.append(ForecastText.Line("then  " + ForecastText.short(changed, of: model), Ink(.accent)))
        } else {
            lines.append(ForecastText.Line("then  the same: nothing is changed", .muted))
        }
        var assumptions: [String] = []
        if change.joining > 0 {
            assumptions.append(
                "\(change.people + change.joining)/\(change.people) of what goes out; bringing somebody in costs nothing"
            )
        }
        if change.faster != 0 || change.joining > 0 { assumptions.append("what comes in stays") }
        if change.finished > 0 { assumptions.append("\(CountText.number(change.finished)) off the remainder today") }
        if !assumptions.isEmpty {
            lines += Wrapping.lines("assumed: " + assumptions.joined(separator: "; "), width: width)
                .map { ForecastText.Line($0, .muted) }
        }
        return lines
    }
}
