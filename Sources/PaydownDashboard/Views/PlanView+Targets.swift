import PaydownCore
import PaydownScreen
import PaydownWidgets

extension PlanView {
    static func drawTargets(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let content = PlanContent(model)
        let arrow = buffer.glyphs.arrow
        let columns = Columns(buffer.width, goalWidth: goalWidth(content, buffer.glyphs))
        let fact = (columns.hasBaseline ? "then \(arrow) " : "") + "now \(arrow) target"
        Heading("PLAN", fact: fact, isFocused: isFocused).draw(on: &buffer)
        guard !content.phases.isEmpty else {
            for (y, line) in Wrapping.lines(
                "The snapshot has no plan. A plan is phases with targets and dates; it comes with the snapshot.",
                width: buffer.width - 2
            ).enumerated() {
                buffer.write(line, x: 1, y: y + 1, ink: .muted)
            }
            return
        }
        let height = buffer.height - 1
        let top = content.top(model.plan, height: height)
        let selected = isFocused ? content.line(model.plan) : nil
        for (row, line) in content.lines.dropFirst(top).prefix(max(0, height)).enumerated() {
            let y = row + 1
            switch line {
            case .gap: continue
            case .phase(let number): draw(content.phases[number], columns, of: model, y: y, on: &buffer)
            case .protects(let number):
                let text = "protects " + content.phases[number].phase.protects
                buffer.write(text, x: 3, y: y, ink: .muted, limit: buffer.width - 4)
            case .obstacle(_, let obstacle):
                buffer.put(buffer.glyphs.fail, x: 3, y: y, ink: Ink(.bad))
                buffer.write(obstacle.text, x: 5, y: y, ink: Ink(.bad), limit: buffer.width - 6)
            case .target(let phase, let target, let reading):
                if let reading {
                    let standing = model.shownBoard?.entry(target, phase: phase)?.standing
                    draw(reading, standing, columns, y: y, of: model, on: &buffer)
                } else {
                    buffer.write(target.measure, x: 3, y: y, ink: .muted, limit: buffer.width / 2)
                    buffer.write("not measured", endingAt: buffer.width - 1, y: y, ink: Ink(.stale))
                }
            }
            if top + row == selected {
                buffer.put(buffer.glyphs.selected, x: 0, y: y, ink: Ink(.accent))
                buffer.lay(.selection, under: Rect(x: 0, y: y, width: buffer.width, height: 1))
            }
        }
    }

    /// `1 Critical infrastructure   ███░░░░  12 %   due Sun 28 Sep · 13 days left`
    private static func draw(
        _ phase: PhaseReading, _ columns: Columns, of model: Model, y: Int, on buffer: inout Buffer
    ) {
        let right = buffer.width - 1
        let name = "\(phase.number + 1) \(phase.phase.name)"
        var x = right - DisplayWidth.of(phase.state)
        buffer.write(phase.state, x: x, y: y, ink: phase.ink)
        if let due = phase.phase.due {
            let year = model.referenceDay.civil.year
            let end = " \(Character(buffer.glyphs.dot)) "
            // In as many words as leave room for the phase's name, of which the beginning is enough.
            let nameRoom = min(DisplayWidth.of(name), 24) + 3
            let texts = ["due " + WhenText.weekday(due, year: year) + end, WhenText.day(due, year: year) + end]
            if let text = texts.first(where: { x - DisplayWidth.of($0) >= nameRoom }) {
                x -= DisplayWidth.of(text)
                buffer.write(text, x: x, y: y, ink: .muted)
            }
        }
        let room = min(x - 3, columns.hasBar ? columns.bar - 2 : x - 3)
        buffer.write(name, x: 1, y: y, ink: Ink(.textStrong, isBold: true), limit: room)
        guard columns.hasBar, columns.share + 2 < x else { return }
        ProgressBar.draw(
            phase.progress, isMet: phase.isMet, x: columns.bar, y: y, width: columns.barWidth, of: model,
            on: &buffer)
        buffer.write("\(OverviewView.percent(phase.progress)) %", endingAt: columns.share, y: y, ink: .text)
    }

    /// `  Import paths   18 → 20 → 1   ███░░░░  12 %   missing 19   late 8 d`
    private static func draw(
        _ reading: TargetReading, _ standing: ForecastStanding?, _ columns: Columns, y: Int, of model: Model,
        on buffer: inout Buffer
    ) {
        let right = buffer.width - 1
        let arrow = " \(buffer.glyphs.arrow) "
        // A wide value takes its cells from the title, where nothing stands between them.
        let beside = columns.hasBaseline ? 0 : DisplayWidth.of(reading.valueText) - 5
        buffer.write(
            reading.measure.title, x: 3, y: y, ink: .text, limit: columns.titleWidth - max(0, beside))
        let goal = goalText(reading.target, buffer.glyphs)
        buffer.write(
            reading.valueText, endingAt: columns.now, y: y, ink: reading.isMet ? Ink(.good) : .strong)
        buffer.write(arrow + goal, x: columns.now, y: y, ink: .text)
        if let baseline = reading.baseline, columns.hasBaseline {
            let begin = reading.target.isPercent ? (10 * baseline).rounded() / 10 : baseline
            buffer.write(CountText.number(begin) + arrow, endingAt: columns.now - 5, y: y, ink: .muted)
        }
        if columns.hasBar {
            let fraction = reading.progress ?? 0
            ProgressBar.draw(
                fraction, isMet: reading.isMet, x: columns.bar, y: y, width: columns.barWidth, of: model,
                on: &buffer)
            buffer.write("\(OverviewView.percent(fraction)) %", endingAt: columns.share, y: y, ink: .text)
        }
        let worse = isWorse(reading)
        let word = reading.isMet || columns.hasState ? reading.state : ""
        let state = (worse ? "! " : "") + word
        let isForecast = columns.standing > 0 && !reading.isMet && standing != nil
        let stateEnd = isForecast ? right - columns.standing - 2 : right
        buffer.write(state, endingAt: stateEnd, y: y, ink: reading.isMet ? Ink(.good) : worse ? Ink(.bad) : .muted)
        guard isForecast, let standing else { return }
        let text = columns.standing >= 16 ? standing.text : ForecastText.word(standing)
        buffer.write(text, endingAt: right, y: y, ink: ForecastText.ink(standing))
    }

    /// Whether the measure is further from its target than when the plan began.
    private static func isWorse(_ reading: TargetReading) -> Bool {
        guard let baseline = reading.baseline, !reading.isMet else { return false }
        return abs(reading.value - reading.target.value) > abs(baseline - reading.target.value)
    }

    /// Cells of the widest target with the arrow before it: the bars begin behind all of them.
    private static func goalWidth(_ content: PlanContent, _ glyphs: GlyphSet) -> Int {
        let goals = content.phases.flatMap(\.targets).map { DisplayWidth.of(goalText($0.target, glyphs)) }
        return DisplayWidth.of(" \(glyphs.arrow) ") + (goals.max() ?? 0)
    }

    /// `≤ 1`, `< 10`, `0`
    static func goalText(_ target: Target, _ glyphs: GlyphSet) -> String {
        let number = CountText.number(target.value) + (target.isPercent ? " %" : "")
        switch target.comparison {
        case .equal: return number
        case .atMost: return glyphs.atMost + " " + number
        case .atLeast: return glyphs.atLeast + " " + number
        case .below: return "< " + number
        case .above: return "> " + number
        }
    }

    /// Where the columns of the plan stand, by width.
    private struct Columns {
        let titleWidth: Int
        /// Right end of the value now.
        let now: Int
        let hasBaseline: Bool
        /// Whether there is room for what is missing, in words.
        let hasState: Bool
        let hasBar: Bool
        let bar: Int
        let barWidth: Int
        /// Right end of the per cent.
        let share: Int
        /// Cells for how it stands with its date by the forecast; 0 for none.
        let standing: Int

        /// - Parameter goalWidth: cells of the widest target with its arrow.
        init(_ width: Int, goalWidth: Int) {
            hasState = width >= 48
            // Below that the names would be cut for it.
            standing = width >= 110 ? 18 : width >= 72 ? 9 : 0
            hasBaseline = width >= 90
            let isWide = width >= 74
            titleWidth = isWide ? 23 : max(6, min(24, width - (hasState ? 36 : 22) - (standing > 0 ? standing + 2 : 0)))
            now = 3 + titleWidth + (hasBaseline ? 14 : 6)
            bar = now + max(hasBaseline ? 10 : 9, goalWidth + 1)
            // Behind the bar stand the per cent, what is missing, and how it stands; the widest are
            // "! missing 1 234" and "on course".
            let rest = width - bar - 22 - standing - 2
            hasBar = isWide && rest >= 3
            barWidth = max(3, min(36, rest))
            share = bar + barWidth + 6
        }
    }
}
