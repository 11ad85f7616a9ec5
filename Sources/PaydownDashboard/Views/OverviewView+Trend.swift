import PaydownCore
import PaydownScreen
import PaydownWidgets

extension OverviewView {
    /// All open findings over time, with the plan's dates.
    static func drawTrend(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let trend = Trend(of: nil, in: model.archive.timeline)
        let facts = [TrendText.fact(trend, of: model), ForecastText.headline(model.shownOutlook, of: model)]
        let joined = facts.filter { !$0.isEmpty }.joined(separator: " \(Character(buffer.glyphs.dot)) ")
        let detail = "open findings, all checks"
        let fact = DisplayWidth.of(joined) + detail.count + 16 <= buffer.width ? joined : facts[0]
        Heading("TREND", detail: detail, fact: fact, isFocused: isFocused)
            .draw(on: &buffer)
        let area = Rect(x: 0, y: 1, width: buffer.width, height: buffer.height - 1)
        let course = model.header.map { PlanCourse(ofTotalIn: $0) }
        buffer.within(area) { area in
            TrendChart.draw(
                trend, course: course, window: nil, outlook: model.shownOutlook, of: model, on: &area)
        }
    }

    /// What changed most since the baseline, and what keeps counts from comparing.
    static func drawMoved(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let since = model.baselineHeader.map { WhenText.weekday($0.takenAt.day, year: model.referenceDay.civil.year) }
        let title = since.map { "MOVED SINCE " + $0.uppercased() } ?? "MOVED"
        let tests = model.header?.provenance.tests ?? .measured
        let mark = tests == .measured ? "" : "tests " + tests.rawValue
        Heading(title, fact: mark, isFocused: isFocused).draw(on: &buffer)
        var y = 1
        let right = buffer.width - 1
        let warnings = model.header.map { CoverageNote.warnings(from: model.baselineHeader, to: $0) } ?? []
        for warning in warnings {
            for line in Wrapping.lines(warning, width: max(1, right - 1)) {
                buffer.write(line, x: 1, y: y, ink: Ink(.warn))
                y += 1
            }
        }
        guard model.shown != nil, model.archive.loaded(model.baseline) != nil else {
            let reason = model.baseline == nil ? "No baseline to compare with." : "Findings are being read."
            buffer.write(reason, x: 1, y: y, ink: .muted)
            return
        }
        let all = OverviewSide.movements(model)
        if all.isEmpty {
            buffer.write("Nothing moved.", x: 1, y: y, ink: .muted)
            return
        }
        let room = max(0, buffer.height - y)
        let selected = min(max(0, model.overview.rows[.moved] ?? 0), all.count - 1)
        let top = OverviewSide.top(selected: selected, count: all.count, height: room)
        for (line, movement) in all.dropFirst(top).prefix(room).enumerated() {
            draw(movement, y: y + line, on: &buffer)
            if isFocused, top + line == selected { select(y: y + line, on: &buffer) }
        }
    }

    private static func select(y: Int, on buffer: inout Buffer) {
        buffer.lay(.selection, under: Rect(x: 0, y: y, width: buffer.width, height: 1))
        buffer.put(buffer.glyphs.selected, x: 0, y: y, ink: Ink(.accent, on: .selection))
    }

    private static func draw(_ movement: Movement, y: Int, on buffer: inout Buffer) {
        let right = buffer.width - 1
        let ink = Ink(movement.isWorse ? .bad : .good)
        var x = 8
        let isTest = if case .test = movement.destination { true } else { false }
        if isTest {
            let glyph = movement.isWorse ? buffer.glyphs.fail : buffer.glyphs.pass
            if movement.isWorse { buffer.write("!", x: 1, y: y, ink: ink) }
            buffer.put(glyph, x: 2, y: y, ink: ink)
        } else {
            let text = CountText.delta(Double(movement.change), better: .lower, buffer.glyphs)
            x = max(x, 1 + DisplayWidth.of(text) + 2)
            buffer.write(text, x: movement.isWorse ? 1 : 2, y: y, ink: ink)
        }
        var room = right - x
        // Where it is narrow, the name says enough of a symbol; what became of a test has to be said.
        if buffer.width >= 50 || isTest {
            buffer.write(movement.note, endingAt: right, y: y, ink: .muted)
            room -= DisplayWidth.of(movement.note) + 2
        }
        NameText.write(movement.name, x: x, y: y, limit: room, on: &buffer)
    }

    /// The files with most findings.
    static func drawHotFiles(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        Heading("HOT FILES", detail: "most findings in one file", isFocused: isFocused).draw(on: &buffer)
        guard let shown = model.shown else { return }
        let room = max(0, buffer.height - 2)
        let files = shown.index.hotFiles
        let most = Double(files.first?.count ?? 1)
        let selected = min(max(0, model.overview.rows[.hotFiles] ?? 0), max(0, files.count - 1))
        let top = OverviewSide.top(selected: selected, count: files.count, height: room)
        for (line, file) in files.dropFirst(top).prefix(room).enumerated() {
            let y = line + 1
            buffer.write(CountText.number(file.count), endingAt: 7, y: y, ink: .text)
            if !model.isAccessible { Bar.draw(Double(file.count) / most, x: 9, y: y, width: 12, on: &buffer) }
            let parts = file.byCheck.map { part in
                (model.header?.check(part.check)?.title.lowercased() ?? part.check) + " " + CountText.number(part.count)
            }
            let note = parts.joined(separator: " \(Character(buffer.glyphs.dot)) ")
            let noteX = max(24, min(buffer.width - 1 - DisplayWidth.of(note), 120))
            buffer.write(file.path, x: 23, y: y, ink: .text, limit: noteX - 25, truncation: .middle)
            buffer.write(note, x: noteX, y: y, ink: .muted, limit: buffer.width - 1 - noteX)
            if isFocused, top + line == selected { select(y: y, on: &buffer) }
        }
    }

    /// The smallest steps that move a target.
    static func drawNextSteps(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        Heading("NEXT", detail: "smallest step that moves a target", isFocused: isFocused).draw(on: &buffer)
        guard let shown = model.shown else { return }
        let steps = NextStep.list(shown)
        if steps.isEmpty {
            buffer.write("No open target.", x: 1, y: 1, ink: .muted)
            return
        }
        let right = buffer.width - 1
        for (line, step) in steps.prefix(max(0, buffer.height - 1)).enumerated() {
            let y = line + 1
            buffer.write(step.check, x: 2, y: y, ink: .muted, limit: 12)
            let nameRoom = min(60, max(10, right / 3))
            NameText.write(step.name, x: 16, y: y, limit: nameRoom, on: &buffer)
            let x = 16 + nameRoom + 2
            buffer.write(step.effect, x: x, y: y, ink: .muted, limit: right - x)
            if isFocused, line == min(model.overview.rows[.why] ?? 0, steps.count - 1) { select(y: y, on: &buffer) }
        }
    }
}
