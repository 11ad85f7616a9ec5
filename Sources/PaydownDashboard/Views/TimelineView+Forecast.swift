import PaydownCore
import PaydownScreen
import PaydownWidgets

extension TimelineView {
    /// Dates and chances of the measure that is shown, or why there are none.
    static func drawForecast(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let outlook = model.shownOutlook
        Heading("FORECAST", fact: goalFact(outlook, of: model), isFocused: isFocused).draw(on: &buffer)
        guard let outlook else {
            buffer.write("being calculated", x: 1, y: 1, ink: .muted)
            return
        }
        let room = max(0, buffer.height - 1)
        let width = max(1, buffer.width - 2)
        let all = ForecastText.lines(outlook, of: model).flatMap { line in
            Wrapping.lines(line.text, width: width).map { ($0, line.ink) }
        }
        // A strip has no room for one thing below the other.
        let lines = room <= 4 ? strip(outlook, of: model, width: width) : all
        let top = min(max(0, model.scroll[.forecast] ?? 0), max(0, lines.count - room))
        for (y, line) in lines.dropFirst(top).prefix(room).enumerated() {
            buffer.write(line.0, x: 1, y: y + 1, ink: line.1, limit: width)
        }
        guard room <= 4, !model.isAccessible, lines.count < room else { return }
        drawFlowStrip(outlook.weeks, y: room, of: model, on: &buffer)
    }

    private static func goalFact(_ outlook: Outlook?, of model: Model) -> String {
        guard let goal = outlook?.goal else { return "" }
        return "to " + PlanView.goalText(goal.target, model.glyphs)
    }

    /// The same in as few rows as there are: what belongs together stands on one line.
    private static func strip(_ outlook: Outlook, of model: Model, width: Int) -> [(String, Ink)] {
        let dot = " \(Character(model.glyphs.dot)) "
        var rows: [(String, Ink)] = []
        for line in ForecastText.lines(outlook, of: model) {
            if let last = rows.last, rows.count > 1 || line.ink == last.1 || line.ink == .muted,
                DisplayWidth.of(last.0) + DisplayWidth.of(line.text) + 3 <= width
            {
                rows[rows.count - 1].0 += dot + line.text
            } else {
                rows.append((line.text, line.ink))
            }
        }
        return Array(rows.prefix(2))
    }

    /// `in ▁▂▁▁▃▁   out ▂▅▁▃█▆   a week, newest last`
    private static func drawFlowStrip(_ weeks: [WeekFlow], y: Int, of model: Model, on buffer: inout Buffer) {
        let width = min(24, (buffer.width - 34) / 2)
        guard weeks.count > 1, width >= 6 else { return }
        var x = 1
        for (word, flow, ink) in [("in", \WeekFlow.inflow, Ink(.warn)), ("out", \WeekFlow.outflow, Ink(.barDone))] {
            x += buffer.write(word, x: x, y: y, ink: .muted) + 1
            let values = weeks.suffix(width).map { $0[keyPath: flow] }
            let most = weeks.suffix(width).map { max($0.inflow, $0.outflow) }.max() ?? 0
            // Both against the same scale, from nothing: they are to be compared.
            for (column, value) in values.enumerated() {
                let share = most > 0 ? value / most : 0
                let level = Int((share * Double(buffer.glyphs.spark.count - 1)).rounded())
                buffer.put(buffer.glyphs.spark[level], x: x + column, y: y, ink: ink)
            }
            x += values.count + 3
        }
        buffer.write("a week, newest last", x: x, y: y, ink: .muted, limit: buffer.width - x - 1)
    }

    /// What came in and what went out, week by week, newest first.
    static func drawWeeks(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let outlook = model.shownOutlook
        let weeks = outlook?.weeks ?? []
        let isCounted = weeks.allSatisfy { $0.origin == .counted }
        Heading(
            "IN AND OUT", detail: "a week", fact: weeks.isEmpty ? "" : isCounted ? "counted" : "in part net",
            isFocused: isFocused
        )
        .draw(on: &buffer)
        guard outlook != nil else { return }
        guard weeks.contains(where: { $0.inflow + $0.outflow > 0 || $0.kind != .partial }) else {
            buffer.write("No whole week yet.", x: 1, y: 1, ink: .muted)
            return
        }
        let most = weeks.map { max($0.inflow, $0.outflow) }.max() ?? 0
        let room = max(0, buffer.height - 1)
        let top = min(max(0, model.scroll[.weeks] ?? 0), max(0, weeks.count - room))
        for (line, week) in weeks.reversed().dropFirst(top).prefix(room).enumerated() {
            draw(week, most: most, y: line + 1, of: model, on: &buffer)
        }
    }

    /// ` 20 Oct   12  ▒▒│████████  45   ▼ 33`: what came in grows to the left, what went out to the right.
    private static func draw(_ week: WeekFlow, most: Double, y: Int, of model: Model, on buffer: inout Buffer) {
        let right = buffer.width - 1
        let isPast = !week.isUsable
        let text = isPast ? Ink.faint : .text
        buffer.write(ForecastText.day(week.week.monday, of: model), endingAt: 7, y: y, ink: isPast ? .faint : .muted)
        switch week.kind {
        case .carried:
            buffer.write("no snapshot", x: 9, y: y, ink: .faint)
            return
        case .interrupted:
            buffer.write(week.interruption?.text ?? "", x: 9, y: y, ink: Ink(.warn))
            return
        case .whole, .partial: break
        }
        let isWide = buffer.width >= 60
        let note = week.kind == .partial ? "in part" : week.interruption.map { isWide ? $0.text : $0.word } ?? ""
        let net = note.isEmpty || isWide ? netText(week, model.glyphs) : ""
        let noteWidth = isWide ? 18 : 0
        let bars = max(0, right - 8 - 6 - 6 - 10 - noteWidth)
        let (left, out) = (bars / 2, bars - bars / 2)
        buffer.write(CountText.number(week.inflow), endingAt: 13, y: y, ink: text)
        let middle = 14 + left
        if !model.isAccessible, most > 0 {
            // The column between the two stays free: a line would be copied with the numbers.
            func cells(_ flow: Double, _ width: Int) -> Int {
                flow > 0 ? max(1, Int((flow / most * Double(width)).rounded())) : 0
            }
            for column in 0..<cells(week.inflow, left) {
                buffer.put(buffer.glyphs.barDone, x: middle - 1 - column, y: y, ink: isPast ? .faint : Ink(.warn))
            }
            for column in 0..<cells(week.outflow, out - 1) {
                buffer.put(buffer.glyphs.barDone, x: middle + 1 + column, y: y, ink: isPast ? .faint : Ink(.barDone))
            }
        }
        buffer.write(CountText.number(week.outflow), endingAt: middle + out + 6, y: y, ink: text)
        if noteWidth > 0 {
            buffer.write(note, x: middle + out + 8, y: y, ink: week.kind == .partial ? .faint : Ink(.warn))
        }
        buffer.write(
            net.isEmpty ? note : net, endingAt: right, y: y,
            ink: isPast
                ? .faint : net.isEmpty ? Ink(.warn) : week.net > 0 ? Ink(.good) : week.net < 0 ? Ink(.bad) : .faint)
    }

    /// The remainder's change: down is good here, whatever the measure's number does.
    private static func netText(_ week: WeekFlow, _ glyphs: GlyphSet) -> String {
        CountText.delta(-week.net, better: .lower, glyphs)
    }
}
