import PaydownCore
import PaydownScreen
import PaydownWidgets

extension OverviewView {
    /// Each phase with its progress and date.
    static func drawPhases(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let phases = model.phases
        Heading("PHASES", fact: planMark(model), isFocused: isFocused).draw(on: &buffer)
        guard !phases.isEmpty else {
            let lines = Wrapping.lines(
                "The snapshot has no plan: no targets, no dates.", width: max(1, buffer.width - 2))
            for (y, line) in lines.enumerated() { buffer.write(line, x: 1, y: y + 1, ink: .muted) }
            return
        }
        let isWide = buffer.width >= 60
        let isRoomy = buffer.height - 1 >= phases.count * (isWide ? 2 : 3)
        let step = (isWide ? 1 : 2) + (isRoomy ? 1 : 0)
        let fitting = max(1, (buffer.height - 1) / max(1, step))
        let current = phases.current?.number ?? 0
        let first = max(0, min(current, phases.count - fitting))
        for (line, phase) in phases.dropFirst(first).prefix(fitting).enumerated() {
            let y = 1 + line * step
            if isWide {
                drawWide(phase, isCurrent: phase.number == current, y: y, of: model, on: &buffer)
            } else {
                drawNarrow(phase, isCurrent: phase.number == current, y: y, of: model, on: &buffer)
            }
        }
    }

    /// `1 Stabilise    ███████░░░  73 %  28 Nov  5 d left`
    private static func drawWide(
        _ phase: PhaseReading, isCurrent: Bool, y: Int, of model: Model, on buffer: inout Buffer
    ) {
        let right = buffer.width - 1
        let nameWidth = 25
        buffer.write(
            "\(phase.number + 1) \(phase.phase.name)", x: 1, y: y, ink: isCurrent ? .strong : .text, limit: nameWidth)
        buffer.write(phase.shortState, endingAt: right, y: y, ink: phase.ink)
        buffer.write(due(phase, model), endingAt: right - 12, y: y, ink: .muted)
        let shareEnd = right - 21
        buffer.write("\(percent(phase.progress)) %", endingAt: shareEnd, y: y, ink: .text)
        let barX = nameWidth + 2
        ProgressBar.draw(
            phase.progress, isMet: phase.isMet, x: barX, y: y, width: shareEnd - 6 - barX, of: model,
            on: &buffer)
    }

    /// The name and the date, and below them the bar and how it stands.
    private static func drawNarrow(
        _ phase: PhaseReading, isCurrent: Bool, y: Int, of model: Model, on buffer: inout Buffer
    ) {
        let right = buffer.width - 1
        let date = due(phase, model)
        let room = right - DisplayWidth.of(date) - 2
        buffer.write(
            "\(phase.number + 1) \(phase.phase.name)", x: 1, y: y, ink: isCurrent ? .strong : .text, limit: room)
        buffer.write(date, endingAt: right, y: y, ink: .muted)
        let stateWidth = 13
        let shareEnd = right - stateWidth
        buffer.write(phase.shortState, endingAt: right, y: y + 1, ink: phase.ink)
        buffer.write("\(percent(phase.progress)) %", endingAt: shareEnd, y: y + 1, ink: .text)
        ProgressBar.draw(
            phase.progress, isMet: phase.isMet, x: 3, y: y + 1, width: shareEnd - 6 - 3, of: model,
            on: &buffer)
    }

    private static func due(_ phase: PhaseReading, _ model: Model) -> String {
        phase.phase.due.map { WhenText.day($0, year: model.referenceDay.civil.year) } ?? ""
    }

    /// `illustrative dates` where the plan is not the team's own.
    static func planMark(_ model: Model) -> String {
        guard let source = model.header?.provenance.plan, source != .measured else { return "" }
        return source == .simulated ? "simulated" : "illustrative dates"
    }

    /// The small screen's strip: the current phase, what it needs, and the trend as one row.
    static func drawCurrentPhase(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let right = buffer.width - 1
        let phases = model.phases
        if let phase = phases.current ?? phases.last {
            let mark = planMark(model)
            let date = phase.phase.due.map { "due " + WhenText.weekday($0, year: model.referenceDay.civil.year) } ?? ""
            let facts = [mark, date].filter { !$0.isEmpty }.joined(separator: " \(Character(buffer.glyphs.dot)) ")
            Heading("PHASE \(phase.number + 1)", detail: phase.phase.name, fact: facts, isFocused: isFocused)
                .draw(on: &buffer)
            ProgressBar.draw(
                phase.progress, isMet: phase.isMet, x: 1, y: 1, width: 24, of: model, on: &buffer)
            var x = 26 + buffer.write("\(percent(phase.progress)) %", x: 26, y: 1, ink: .text)
            let stateX = right - DisplayWidth.of(phase.state)
            buffer.write(phase.state, x: stateX, y: 1, ink: phase.ink)
            x += 3
            let room = stateX - x - 2
            buffer.write(
                PlanSentence.needs(phase, width: room, buffer.glyphs), x: x, y: 1, ink: .muted, limit: room)
        } else {
            Heading("TREND", isFocused: isFocused).draw(on: &buffer)
            buffer.write("No plan: no targets, no dates.", x: 1, y: 1, ink: .muted)
        }
        drawSparkRow(model, y: 2, on: &buffer)
        guard let header = model.header,
            let warning = CoverageNote.warnings(from: model.baselineHeader, to: header).first
        else { return }
        buffer.write(warning, x: 1, y: 3, ink: Ink(.warn), limit: right - 1)
    }

    /// `open ███▇▇▆▅▄▃▂▁  331 → 269  falling`
    private static func drawSparkRow(_ model: Model, y: Int, on buffer: inout Buffer) {
        let trend = Trend(of: nil, in: model.archive.timeline)
        guard let begin = trend.begin, let last = trend.last else { return }
        buffer.write("open", x: 1, y: y, ink: .muted)
        guard trend.points.count > 1 else {
            buffer.write("\(CountText.number(last.value))   One snapshot: no trend yet", x: 6, y: y, ink: .muted)
            return
        }
        let values = model.isAccessible ? [] : trend.samples(19)
        Sparkline.draw(values, x: 6, y: y, width: 19, on: &buffer)
        let arrow = buffer.glyphs.arrow
        var x = 6 + values.count + 1
        x += buffer.write("\(CountText.number(begin.value)) \(arrow) \(CountText.number(last.value))", x: x, y: y) + 3
        let forecast = ForecastText.headline(model.shownOutlook, of: model)
        if !forecast.isEmpty, forecast != "met" {
            let isGrowing = model.shownOutlook?.forecast?.refusals.isEmpty == false
            buffer.write(forecast, x: x, y: y, ink: isGrowing ? Ink(.warn) : .text, limit: buffer.width - x - 1)
            return
        }
        x += buffer.write(trend.direction, x: x, y: y, ink: trend.isWorsening ? Ink(.warn) : .muted) + 3
        let day = WhenText.day(Day(number: Int(begin.day.rounded(.down))), year: model.referenceDay.civil.year)
        buffer.write("since \(day)", x: x, y: y, ink: .muted, limit: buffer.width - x - 1)
    }
}
