import PaydownCore
import PaydownScreen
import PaydownWidgets

extension TimelineView {
    static func drawMeasures(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let content = TimelineContent(model)
        let timeline = model.archive.timeline
        let count = timeline.count == 1 ? "1 snapshot" : "\(CountText.number(timeline.count)) snapshots"
        Heading("MEASURES", fact: count, isFocused: isFocused).draw(on: &buffer)
        let height = max(0, buffer.height - 1)
        let top = content.top(model.timeline, height: height)
        let selected = content.row(model.timeline)
        for (line, item) in content.items.dropFirst(top).prefix(height).enumerated() {
            let y = line + 1
            draw(item, Trend(of: item.id, in: timeline, better: item.better), y: y, of: model, on: &buffer)
            guard top + line == selected else { continue }
            buffer.put(buffer.glyphs.selected, x: 0, y: y, ink: Ink(.accent))
            let ground = isFocused ? Ink.Ground.selection : .selectionInactive
            buffer.lay(ground, under: Rect(x: 0, y: y, width: buffer.width, height: 1))
        }
    }

    /// `Import paths   ▁▂▃▅▇█   17 → 20   target ≤ 1   growing`
    private static func draw(
        _ item: TimelineContent.Item, _ trend: Trend, y: Int, of model: Model, on buffer: inout Buffer
    ) {
        let width = buffer.width
        let right = width - 1
        let titleWidth = max(8, width >= 60 ? min(27, width - 42) : min(20, width / 3))
        buffer.write(item.title, x: 2, y: y, ink: item.id == nil ? .strong : .text, limit: titleWidth - 3)
        guard let begin = trend.begin, let last = trend.last else {
            buffer.write("not measured", x: titleWidth + 1, y: y, ink: .muted)
            return
        }
        let sparkWidth = width >= 100 ? 24 : width >= 60 ? 14 : 0
        let now = titleWidth + sparkWidth + 16
        if trend.points.count > 1 {
            if !model.isAccessible {
                Sparkline.draw(trend.samples(sparkWidth), x: titleWidth, y: y, width: sparkWidth, on: &buffer)
            }
            let arrow = Character(buffer.glyphs.arrow)
            buffer.write("\(CountText.number(begin.value)) \(arrow)", endingAt: now - 7, y: y, ink: .muted)
        }
        buffer.write(CountText.number(last.value), endingAt: now, y: y, ink: .text)
        let isMarked = item.source != .measured && width >= 90
        let word =
            (isMarked ? item.source.rawValue + "  " : "") + (trend.points.count > 1 ? trend.direction : "")
        let isWorse = trend.isWorsening && item.target != nil
        let wordX = right - DisplayWidth.of(word) - (isWorse ? 2 : 0)
        guard wordX > now + 1 else { return }
        buffer.write((isWorse ? "! " : "") + word, x: wordX, y: y, ink: isWorse ? Ink(.bad) : .muted)
        if let target = item.target, now + 12 < wordX {
            buffer.write(
                "target " + PlanView.goalText(target, buffer.glyphs), x: now + 2, y: y, ink: .muted,
                limit: wordX - now - 3)
        }
    }

    /// A table of measures by phases: which targets are met, open or late.
    static func drawPhases(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let glyphs = buffer.glyphs
        let legend =
            "\(Character(glyphs.bullet)) met  \(Character(glyphs.circle)) open  \(Character(glyphs.fail)) late"
        Heading("PHASES", fact: legend, isFocused: isFocused).draw(on: &buffer)
        let phases = model.phases
        guard !phases.isEmpty else { return }
        let titleWidth = buffer.width >= 64 ? 26 : 20
        let step = max(1, min(16, (buffer.width - titleWidth - 1) / phases.count))
        let year = model.referenceDay.civil.year
        for (number, phase) in phases.enumerated() {
            let date = phase.phase.due.map { WhenText.day($0, year: year) } ?? ""
            let text = "\(number + 1) " + date
            buffer.write(text, x: titleWidth + number * step, y: 1, ink: .muted, limit: step - 1)
        }
        var measures: [String] = []
        for target in phases.flatMap(\.phase.targets) where !measures.contains(target.measure) {
            measures.append(target.measure)
        }
        let room = max(0, buffer.height - 3)
        let top = min(max(0, model.scroll[.phases] ?? 0), max(0, measures.count - room))
        for (line, id) in measures.dropFirst(top).prefix(room).enumerated() {
            let y = line + 2
            let title = model.header?.measure(id)?.title ?? id
            buffer.write(title, x: 1, y: y, ink: .text, limit: titleWidth - 2)
            for (number, phase) in phases.enumerated() {
                guard let target = phase.phase.targets.first(where: { $0.measure == id }) else { continue }
                let reading = model.header.flatMap { TargetReading(target, in: $0) }
                let isMet = reading?.isMet ?? false
                let isLate = !isMet && phase.isLate
                let glyph = isMet ? glyphs.bullet : isLate ? glyphs.fail : glyphs.circle
                let ink = isMet ? Ink(.good) : isLate ? Ink(.bad) : .muted
                let x = titleWidth + number * step
                buffer.put(glyph, x: x, y: y, ink: ink)
                buffer.write(PlanView.goalText(target.target, glyphs), x: x + 2, y: y, ink: ink, limit: step - 3)
            }
        }
        let y = 2 + min(room, measures.count)
        buffer.write("progress", x: 1, y: y, ink: .muted)
        for (number, phase) in phases.enumerated() {
            let text = "\(OverviewView.percent(phase.progress)) %"
            buffer.write(text, x: titleWidth + number * step + 2, y: y, ink: .text, limit: step - 3)
        }
    }
}
