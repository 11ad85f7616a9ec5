import PaydownCore
import PaydownScreen
import PaydownWidgets

extension TimelineView {
    static func drawMeasures(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let content = TimelineContent(model)
        let timeline = model.archive.timeline
        let count = timeline.count == 1 ? "1 snapshot" : "\(CountText.number(timeline.count)) snapshots"
        // What holds for all of them is said once.
        let common = content.items.first?.source
        let isOfOneSource = content.items.allSatisfy { $0.source == common }
        let mark = isOfOneSource && common != .measured ? common?.rawValue ?? "" : ""
        Heading("MEASURES", detail: mark, fact: count, isFocused: isFocused).draw(on: &buffer)
        let height = max(0, buffer.height - 1)
        let top = content.top(model.timeline, height: height)
        let selected = content.row(model.timeline)
        for (line, item) in content.items.dropFirst(top).prefix(height).enumerated() {
            let y = line + 1
            let trend = Trend(of: item.id, in: timeline, better: item.better)
            draw(item, trend, isMarked: !isOfOneSource, y: y, of: model, on: &buffer)
            guard top + line == selected else { continue }
            buffer.put(buffer.glyphs.selected, x: 0, y: y, ink: Ink(.accent))
            let ground = isFocused ? Ink.Ground.selection : .selectionInactive
            buffer.lay(ground, under: Rect(x: 0, y: y, width: buffer.width, height: 1))
        }
    }

    /// `Import paths   ▁▂▃▅▇█   17 → 20 → ≤ 1   7 Nov  on course`
    private static func draw(
        _ item: TimelineContent.Item, _ trend: Trend, isMarked: Bool, y: Int, of model: Model,
        on buffer: inout Buffer
    ) {
        let right = buffer.width - 1
        let columns = Columns(buffer.width)
        buffer.write(item.title, x: 2, y: y, ink: item.id == nil ? .strong : .text, limit: columns.spark - 3)
        guard let begin = trend.begin, let last = trend.last else {
            buffer.write("not measured", x: columns.spark + 1, y: y, ink: .muted)
            return
        }
        let arrow = buffer.glyphs.arrow
        if trend.points.count > 1 {
            if !model.isAccessible {
                Sparkline.draw(
                    trend.samples(columns.sparkWidth), x: columns.spark, y: y, width: columns.sparkWidth, on: &buffer)
            }
            if columns.hasBegin {
                buffer.write("\(CountText.number(begin.value)) \(arrow)", endingAt: columns.now - 7, y: y, ink: .muted)
            }
        }
        buffer.write(CountText.number(last.value), endingAt: columns.now, y: y, ink: .text)
        var x = columns.now
        if let target = item.target, columns.hasTarget {
            x += buffer.write(" \(arrow) " + PlanView.goalText(target, buffer.glyphs), x: x, y: y, ink: .muted)
        }
        let isMarked = isMarked && item.source != .measured && columns.hasMark
        let entry = item.id.flatMap { model.shownBoard?.last(of: $0) }
        let words =
            entry.map { entry in
                [columns.hasBegin, false].map { say(entry, inFull: $0, of: model) }
            } ?? [direction(trend, item)]
        let marked = isMarked ? words.map { (item.source.rawValue + "  " + $0.0, $0.1) } + words : words
        // In full where it fits; what stands to its left is not written over.
        guard let (word, ink) = marked.first(where: { right - DisplayWidth.of($0.0) > x }) else { return }
        buffer.write(word, endingAt: right, y: y, ink: ink)
    }

    private static func direction(_ trend: Trend, _ item: TimelineContent.Item) -> (String, Ink) {
        guard trend.points.count > 1 else { return ("", .muted) }
        let isWorse = trend.isWorsening && item.target != nil
        return ((isWorse ? "! " : "") + trend.direction, isWorse ? Ink(.bad) : .muted)
    }

    /// `7 Nov  on course`, `! growing 3/week`; where room is short the date alone, or a word.
    private static func say(
        _ entry: ForecastBoard.Entry, inFull: Bool, of model: Model
    ) -> (String, Ink) {
        let ink = ForecastText.ink(entry.standing)
        let mark = ink == Ink(.bad) ? "! " : ""
        guard let p85 = entry.forecast.dates?.p85 else {
            return (mark + (inFull ? entry.standing.text : ForecastText.word(entry.standing)), ink)
        }
        let date = ForecastText.day(p85, of: model)
        return (mark + (inFull ? date + "  " + entry.standing.text : date), ink)
    }

    /// Where the columns stand, by width.
    private struct Columns {
        let spark: Int
        let sparkWidth: Int
        /// Right end of the value.
        let now: Int
        let hasBegin: Bool
        let hasTarget: Bool
        let hasMark: Bool

        init(_ width: Int) {
            hasBegin = width >= 78
            hasTarget = width >= 46
            hasMark = width >= 100
            sparkWidth = width >= 100 ? 24 : width >= 78 ? 12 : width >= 60 ? 8 : 0
            // Without a sparkline the titles have all that value, target and word leave: at most "! not in 2 y".
            let taken = hasTarget ? 30 : 21
            spark = max(8, width >= 60 ? min(27, width - 39) : width - taken)
            now = spark + sparkWidth + (hasBegin ? 16 : 7)
        }
    }

    /// A table of measures by phases: which targets are met, open or late.
    static func drawPhases(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let glyphs = buffer.glyphs
        let legend = [
            (glyphs.bullet, "met"), (glyphs.circle, "on course"), (glyphs.fail, "late"), (glyphs.dash, "no date"),
        ].map { "\(Character($0.0)) \($0.1)" }.joined(separator: "  ")
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
                let standing = model.shownBoard?.entry(target, phase: number)?.standing ?? .undated
                let isLate = !isMet && (phase.daysLeft ?? 0) < 0
                let glyph =
                    isMet ? glyphs.bullet : isLate ? glyphs.fail : ForecastText.glyph(standing, glyphs)
                let ink = isMet ? Ink(.good) : isLate ? Ink(.bad) : ForecastText.ink(standing)
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
