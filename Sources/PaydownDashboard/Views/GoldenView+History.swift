import PaydownCore
import PaydownScreen
import PaydownWidgets

extension GoldenView {
    /// The metric nearest to its limit, or beyond it, over the snapshots, with the limit as a line.
    static func drawHistory(_ model: Model, _ header: SnapshotHeader, on buffer: inout Buffer) {
        guard !model.isAccessible, let metric = worst(header.metrics) else { return }
        let points = model.archive.timeline.compactMap { entry -> LineChart.Point? in
            guard let other = entry.header, other.takenAt <= header.takenAt,
                let value = other.metrics.first(where: { $0.id == metric.id })?.value
            else { return nil }
            // In the snapshot's own time, as its day is written.
            let local = other.takenAt.seconds + other.takenAt.offsetMinutes * 60
            return LineChart.Point(x: Double(local) / 86_400, y: value)
        }
        guard points.count >= 3, let first = points.first, let last = points.last, first.x < last.x else { return }
        let word = provenance(header.provenance.metrics)
        let limit = metric.limit.map { "limit " + value($0, metric.unit) } ?? ""
        Heading("HISTORY", detail: metric.title + (word.isEmpty ? "" : ", " + word), fact: limit).draw(on: &buffer)
        let area = buffer.bounds.inset(left: 1, top: 1, right: 1)
        let greatest = max(points.map(\.y).max() ?? 0, metric.limit ?? 0)
        let scale = ChartScale(upTo: greatest, most: max(1, min(5, (area.height - 1) / 2)))
        var series = [LineChart.Series("actual", points, pen: BrailleCanvas.Pen(Ink(.seriesActual), sign: "#"))]
        if let limit = metric.limit {
            let line = [LineChart.Point(x: first.x, y: limit), LineChart.Point(x: last.x, y: limit)]
            series.append(
                LineChart.Series("limit", line, pen: BrailleCanvas.Pen(Ink(.seriesLimit), sign: "-", every: 2)))
        }
        func label(_ x: Double) -> LineChart.Mark {
            LineChart.Mark(
                x: x, label: WhenText.day(Day(number: Int(x.rounded(.down))), year: model.referenceDay.civil.year))
        }
        let chart = LineChart(
            series: series, range: first.x...last.x, scale: scale,
            tickLabels: scale.ticks.map { value($0, metric.unit) }, labels: [label(last.x), label(first.x)])
        buffer.within(area) { chart.draw(on: &$0) }
    }

    /// The metric that has used up most of its limit, the first of equals.
    static func worst(_ metrics: [Metric]) -> Metric? {
        func use(_ metric: Metric) -> Double {
            guard let limit = metric.limit, limit > 0, metric.value > 0 else { return 0 }
            return metric.better == .lower ? metric.value / limit : limit / metric.value
        }
        return metrics.filter { $0.kind == .limit && $0.limit != nil }
            .reduce(nil) { best, metric in
                guard let best else { return metric }
                return use(metric) > use(best) ? metric : best
            }
    }
}
