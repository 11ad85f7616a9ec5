import PaydownCore
import PaydownScreen
import PaydownWidgets

/// A trend as a picture: the way so far, the way planned, the phases' dates; a table where pictures do not serve.
enum TrendChart {
    /// - Parameters:
    ///   - course: the plan's way; nil or without points for none.
    ///   - window: the days shown; nil for everything there is, the plan's dates included.
    static func draw(
        _ trend: Trend, course: PlanCourse?, window: ClosedRange<Double>?, of model: Model, on buffer: inout Buffer
    ) {
        guard let first = trend.first, let last = trend.last else {
            buffer.write("No snapshot has this measure.", x: 1, y: min(1, buffer.height - 1), ink: .muted)
            return
        }
        if trend.points.count == 1 {
            let y = min(1, max(0, buffer.height - 2))
            buffer.write("One snapshot: no trend yet.", x: 1, y: y, ink: .muted)
            buffer.write("Now \(CountText.number(last.value)).", x: 1, y: y + 1, ink: .muted)
            return
        }
        if model.isAccessible {
            drawTable(trend, window: window, of: model, on: &buffer)
            return
        }
        let dues = model.phases.compactMap { phase in phase.phase.due.map { (phase, Double($0.number)) } }
        let end = max(last.day, dues.map(\.1).max() ?? last.day)
        let range = window ?? first.day...max(end, first.day + 1)
        chart(trend, course: course, dues: dues, range: range, height: buffer.height, of: model).draw(on: &buffer)
        drawLegend(hasPlan: !(course?.points.isEmpty ?? true), chart: buffer.bounds, on: &buffer)
    }

    private static func chart(
        _ trend: Trend, course: PlanCourse?, dues: [(PhaseReading, Double)], range: ClosedRange<Double>, height: Int,
        of model: Model
    ) -> LineChart {
        let actual = visible(
            trend.points.map { point in
                LineChart.Point(x: point.day, y: point.value, startsAnew: point.interruption != nil)
            }, in: range)
        let plan = visible((course?.points ?? []).map { LineChart.Point(x: $0.day, y: $0.value) }, in: range)
        let greatest = (actual + plan).map(\.y).max() ?? 0
        let scale = ChartScale(upTo: greatest, most: max(1, min(5, (height - 1) / 2)))
        let year = model.referenceDay.civil.year
        func label(_ day: Double) -> String {
            WhenText.day(Day(number: Int(day.rounded(.down))), year: year)
        }
        var marks: [LineChart.Mark] = []
        if let now = trend.points.first(where: { $0.id == model.current }) {
            let isToday = Day(number: Int(now.day.rounded(.down))) == model.now.day
            marks.append(LineChart.Mark(x: now.day, label: isToday ? "today" : label(now.day), ink: Ink(.rule)))
        }
        for point in trend.points {
            if let reason = point.interruption {
                marks.append(LineChart.Mark(x: point.day, label: reason, ink: Ink(.warn)))
            }
        }
        marks += dues.map { phase, day in LineChart.Mark(x: day, label: label(day), ink: Ink(.rule)) }
        return LineChart(
            series: [
                LineChart.Series("actual", actual, pen: BrailleCanvas.Pen(Ink(.seriesActual), sign: "#")),
                LineChart.Series("plan", plan, pen: BrailleCanvas.Pen(Ink(.seriesPlan), sign: ".", every: 3)),
            ],
            range: range, scale: scale, tickLabels: scale.ticks.map { CountText.number($0) }, marks: marks,
            labels: [LineChart.Mark(x: range.lowerBound, label: label(range.lowerBound))], spots: spots(trend, model))
    }

    /// The snapshot that is shown and the one it is compared with.
    private static func spots(_ trend: Trend, _ model: Model) -> [LineChart.Spot] {
        trend.points.compactMap { point in
            if point.id == model.current {
                return LineChart.Spot(x: point.day, y: point.value, glyph: model.glyphs.bullet, ink: Ink(.accent))
            }
            if point.id == model.baseline {
                return LineChart.Spot(x: point.day, y: point.value, glyph: model.glyphs.circle, ink: Ink(.accent))
            }
            return nil
        }
    }

    /// The points in the range and one more at either end, so that lines lead in and out.
    private static func visible(_ points: [LineChart.Point], in range: ClosedRange<Double>) -> [LineChart.Point] {
        guard let first = points.firstIndex(where: { $0.x >= range.lowerBound }) else { return points.suffix(1) }
        let last = points.lastIndex { $0.x <= range.upperBound } ?? first
        return Array(points[max(0, first - 1)...min(points.count - 1, max(first, last + 1))])
    }

    /// Where the upper edge is free, what the lines mean.
    private static func drawLegend(hasPlan: Bool, chart: Rect, on buffer: inout Buffer) {
        guard hasPlan, buffer.height >= 6 else { return }
        let isASCII = buffer.glyphs.isASCII
        let signs: [(String, String, Ink)] = [
            (isASCII ? "#" : "━", "actual", Ink(.seriesActual)), (isASCII ? "." : "┄", "plan", Ink(.seriesPlan)),
        ]
        let width = 17
        let candidates = [buffer.width - width - 2, 10]
        func isFree(_ x: Int) -> Bool {
            x > 8 && (x - 1...x + width).allSatisfy { buffer[buffer.area.x + $0, buffer.area.y].glyph == 0x20 }
        }
        guard var x = candidates.first(where: isFree) else { return }
        for (sign, word, ink) in signs {
            x += buffer.write(sign, x: x, y: 0, ink: ink) + 1
            x += buffer.write(word, x: x, y: 0, ink: .muted) + 2
        }
    }

    /// The same as numbers, newest first.
    private static func drawTable(
        _ trend: Trend, window: ClosedRange<Double>?, of model: Model, on buffer: inout Buffer
    ) {
        let points = trend.points.filter { window?.contains($0.day) ?? true }
        for (y, index) in points.indices.reversed().prefix(buffer.height).enumerated() {
            let point = points[index]
            let day = WhenText.weekday(
                Day(number: Int(point.day.rounded(.down))), year: model.referenceDay.civil.year)
            buffer.write(day, x: 1, y: y)
            buffer.write(CountText.number(point.value), endingAt: 28, y: y)
            if index > 0 {
                let change = point.value - points[index - 1].value
                buffer.write(
                    CountText.delta(change, better: trend.better, buffer.glyphs), x: 31, y: y,
                    ink: CountText.ink(change, better: trend.better))
            }
            buffer.write(point.interruption ?? "", x: 42, y: y, ink: Ink(.warn))
        }
    }
}
