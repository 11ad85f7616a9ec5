import PaydownCore
import PaydownScreen
import PaydownWidgets

/// A trend as a picture: the way so far, the way planned, the phases' dates; a table where pictures do not serve.
enum TrendChart {
    /// - Parameters:
    ///   - course: the plan's way; nil or without points for none.
    ///   - window: the days shown; nil for everything there is, the plan's dates and the forecast included.
    ///   - outlook: its cones are drawn; nil for none.
    static func draw(
        _ trend: Trend, course: PlanCourse?, window: ClosedRange<Double>?, outlook: Outlook? = nil, of model: Model,
        on buffer: inout Buffer
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
        let end = max(TimelineWindow(model).end, dues.map(\.1).max() ?? last.day)
        let range = window ?? first.day...max(end, first.day + 1)
        chart(trend, course: course, dues: dues, range: range, height: buffer.height, outlook: outlook, of: model)
            .draw(on: &buffer)
        drawLegend(
            hasPlan: !(course?.points.isEmpty ?? true), hasForecast: outlook?.cone != nil,
            hasChange: outlook?.changedCone != nil, on: &buffer)
    }

    private static func chart(
        _ trend: Trend, course: PlanCourse?, dues: [(PhaseReading, Double)], range: ClosedRange<Double>, height: Int,
        outlook: Outlook?, of model: Model
    ) -> LineChart {
        let actual = visible(
            trend.points.map { point in
                LineChart.Point(x: point.day, y: point.value, startsAnew: point.interruption != nil)
            }, in: range)
        let plan = visible((course?.points ?? []).map { LineChart.Point(x: $0.day, y: $0.value) }, in: range)
        let cones = [outlook?.changedCone, outlook?.cone].map { cone in
            [cone.map { way($0.p50, from: $0.start) } ?? [], cone.map { way($0.p85, from: $0.start) } ?? []]
                .map { visible($0, in: range) }
        }
        let greatest = (actual + plan + cones.flatMap { $0.flatMap(\.self) }).map(\.y).max() ?? 0
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
        let changed = BrailleCanvas.Pen(Ink(.accent), sign: "+", every: 2)
        let forecast = BrailleCanvas.Pen(Ink(.seriesForecast), sign: "-", every: 2)
        var labels = [LineChart.Mark(x: range.lowerBound, label: label(range.lowerBound))]
        if let day = outlook?.forecast?.dates?.p85.map({ Double($0.number) }), range.contains(day) {
            labels.append(LineChart.Mark(x: day, label: "P85 " + label(day)))
        }
        return LineChart(
            series: [LineChart.Series("actual", actual, pen: BrailleCanvas.Pen(Ink(.seriesActual), sign: "#"))]
                + cones[0].map { LineChart.Series("changed", $0, pen: changed) }
                + cones[1].map { LineChart.Series("forecast", $0, pen: forecast) }
                + [LineChart.Series("plan", plan, pen: BrailleCanvas.Pen(Ink(.seriesPlan), sign: ".", every: 3))],
            range: range, scale: scale, tickLabels: scale.ticks.map { CountText.number($0) }, marks: marks,
            labels: labels, spots: spots(trend, model))
    }

    /// A side of the cone: a point a week.
    private static func way(_ values: [Double], from start: Day) -> [LineChart.Point] {
        // Points are drawn where the last snapshot is: at its day, whatever the hour.
        values.enumerated().map { LineChart.Point(x: Double(start.number + 7 * $0.offset), y: max(0, $0.element)) }
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
    private static func drawLegend(hasPlan: Bool, hasForecast: Bool, hasChange: Bool, on buffer: inout Buffer) {
        guard hasPlan || hasForecast, buffer.height >= 6 else { return }
        let isASCII = buffer.glyphs.isASCII
        var signs: [(sign: String, word: String, ink: Ink)] = [(isASCII ? "#" : "━", "actual", Ink(.seriesActual))]
        if hasPlan { signs.append((isASCII ? "." : "┄", "plan", Ink(.seriesPlan))) }
        if hasForecast { signs.append((isASCII ? "-" : "╌", "P50 P85", Ink(.seriesForecast))) }
        if hasChange { signs.append((isASCII ? "+" : "╌", "what if", Ink(.accent))) }
        let width = signs.reduce(-2) { $0 + 2 + $1.word.count + 2 }
        let line = buffer.glyphs.verticalDots.value
        func glyph(_ x: Int) -> UInt32 { buffer[buffer.area.x + x, buffer.area.y].glyph }
        func isFree(_ x: Int) -> Bool {
            // A dot of a curve beside it would look like one of its signs; the line of a day does not.
            x > 8 && x + width < buffer.width
                && (x - 1...x + width).allSatisfy { glyph($0) == 0x20 }
                && (x - 3...min(x + width + 2, buffer.width - 1)).allSatisfy { [0x20, line].contains(glyph($0)) }
        }
        // From the right, where a curve that falls leaves room.
        guard width + 12 < buffer.width,
            var x = stride(from: buffer.width - width - 2, through: 9, by: -1).first(where: isFree)
        else { return }
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
