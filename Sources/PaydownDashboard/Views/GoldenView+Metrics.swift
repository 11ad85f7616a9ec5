import PaydownCore
import PaydownScreen
import PaydownWidgets

extension GoldenView {
    static func drawMetrics(_ model: Model, isFocused: Bool, on buffer: inout Buffer) {
        guard let header = model.header else { return }
        let limits = header.metrics.filter { $0.kind == .limit }
        let events = header.metrics.filter { $0.kind == .event }
        let word = provenance(header.provenance.metrics)
        let runs = model.archive.timeline.count { $0.header.map { !$0.metrics.isEmpty } ?? false }
        Heading(
            "METRICS", detail: word.isEmpty ? "against limit" : "against limit, \(word)",
            fact: runs > 1 ? "last \(min(runs, historyWidth(buffer.width))) snapshots" : "", isFocused: isFocused
        ).draw(on: &buffer)
        if limits.isEmpty { buffer.write("The snapshot has no metrics.", x: 3, y: 1, ink: .muted) }
        for (index, metric) in limits.enumerated() {
            drawMetric(metric, model, header, y: index + 1, on: &buffer)
        }
        guard !events.isEmpty else { return }
        let top = max(1, limits.count) + 2
        buffer.within(buffer.bounds.inset(top: top)) { drawEvents(events, on: &$0) }
    }

    private static func historyWidth(_ width: Int) -> Int { width >= 100 ? 20 : width >= 60 ? 12 : 0 }

    private static func drawMetric(
        _ metric: Metric, _ model: Model, _ header: SnapshotHeader, y: Int, on buffer: inout Buffer
    ) {
        let history = historyWidth(buffer.width)
        let barX = 30
        let limitWidth = 10
        let barWidth = buffer.width - 1 - barX - limitWidth - (history > 0 ? history + 2 : 0)
        drawSign(metric, y: y, on: &buffer)
        buffer.write(metric.title, x: 4, y: y, limit: 14)
        buffer.write(value(metric.value, metric.unit), endingAt: barX - 1, y: y)
        drawBar(metric, x: barX, y: y, width: barWidth, on: &buffer)
        if let limit = metric.limit {
            buffer.write(
                value(limit, metric.unit), endingAt: barX + max(0, barWidth) + limitWidth, y: y, ink: .muted)
        }
        guard history > 0 else { return }
        let values = model.archive.timeline.compactMap { entry -> Double? in
            guard let other = entry.header, other.takenAt <= header.takenAt else { return nil }
            return other.metrics.first { $0.id == metric.id }?.value
        }
        let shown = min(history, values.count)
        Sparkline.draw(values, x: buffer.width - 1 - shown, y: y, width: shown, on: &buffer)
    }

    static func drawSign(_ metric: Metric, x: Int = 2, y: Int, on buffer: inout Buffer) {
        guard metric.limit != nil else {
            buffer.put(buffer.glyphs.dot, x: x, y: y, ink: .muted)
            return
        }
        let glyph = metric.isHeld ? buffer.glyphs.pass : buffer.glyphs.fail
        buffer.put(glyph, x: x, y: y, ink: Ink(metric.isHeld ? .good : .bad))
    }

    /// The value as a bar, the limit as a line at four fifths of the width.
    static func drawBar(_ metric: Metric, x: Int, y: Int, width: Int, on buffer: inout Buffer) {
        guard width >= 6, let limit = metric.limit, limit > 0, metric.value.isFinite else { return }
        let mark = width * 4 / 5
        let share = max(0, metric.value) / limit * Double(mark) / Double(width)
        let ink = metric.isHeld ? Ink(.barDone) : Ink(.bad)
        Bar.draw(min(1, share), x: x, y: y, width: width, done: ink, on: &buffer)
        buffer.put(buffer.glyphs.split, x: x + mark, y: y, ink: Ink(.seriesLimit))
    }

    /// `88 ms`, `258`: the unit of things counted is clear from the title.
    static func value(_ value: Double, _ unit: String) -> String {
        let isCount = unit.isEmpty || unit == "users" || unit == "events"
        return CountText.number(value) + (isCount ? "" : " " + unit)
    }

    private static func drawEvents(_ events: [Metric], on buffer: inout Buffer) {
        let delivered = events.count { $0.isHeld }
        Heading("EVENTS", detail: "\(delivered) of \(events.count) received", fact: "delivered of expected").draw(
            on: &buffer)
        let barX = 38
        for (index, event) in events.enumerated() {
            let y = index + 1
            drawSign(event, y: y, on: &buffer)
            buffer.write(event.title, x: 4, y: y, limit: 18)
            let expected = event.limit.map { " of " + CountText.number($0) } ?? ""
            buffer.write(
                CountText.number(event.value) + expected, endingAt: barX - 2, y: y, ink: event.isHeld ? .muted : .text)
            guard let limit = event.limit, limit > 0 else { continue }
            Bar.draw(
                event.value / limit, x: barX, y: y, width: min(40, buffer.width - barX - 1),
                done: event.isHeld ? Ink(.barDone) : Ink(.bad), on: &buffer)
        }
    }

    /// Two metrics in a row, then the events in one, for small screens; the rows taken.
    static func drawMetricsBriefly(_ header: SnapshotHeader, rows: Int, on buffer: inout Buffer) -> Int {
        let limits = header.metrics.filter { $0.kind == .limit }
        let events = header.metrics.filter { $0.kind == .event }
        let columns = buffer.width >= 76 ? 2 : 1
        let width = buffer.width / columns
        var cells = limits.sorted { !$0.isHeld && $1.isHeld }.map(Brief.metric)
        if !events.isEmpty { cells.insert(.events(events), at: min(cells.count, 1)) }
        for (index, cell) in cells.prefix(rows * columns).enumerated() {
            let area = Rect(x: index % columns * width, y: index / columns, width: width, height: 1)
            buffer.within(area) { cell.draw(on: &$0) }
        }
        return min(rows, (cells.count + columns - 1) / columns)
    }

    private enum Brief {
        case metric(Metric)
        case events([Metric])

        func draw(on buffer: inout Buffer) {
            switch self {
            case .metric(let metric):
                GoldenView.drawSign(metric, x: 1, y: 0, on: &buffer)
                buffer.write(metric.title, x: 3, y: 0, limit: 14)
                buffer.write(GoldenView.value(metric.value, metric.unit), endingAt: 26, y: 0)
                GoldenView.drawBar(metric, x: 27, y: 0, width: min(20, buffer.width - 36), on: &buffer)
                if let limit = metric.limit {
                    buffer.write(GoldenView.value(limit, metric.unit), endingAt: buffer.width - 1, y: 0, ink: .muted)
                }
            case .events(let events):
                let delivered = events.count { $0.isHeld }
                let isHeld = delivered == events.count
                let glyph = isHeld ? buffer.glyphs.pass : buffer.glyphs.fail
                buffer.put(glyph, x: 1, y: 0, ink: Ink(isHeld ? .good : .bad))
                buffer.write("Events", x: 3, y: 0)
                buffer.write("\(delivered) of \(events.count)", endingAt: 26, y: 0)
                let late = events.filter { !$0.isHeld }.map(\.title).joined(separator: ", ")
                buffer.write(late, x: 27, y: 0, ink: .muted, limit: max(0, buffer.width - 28))
            }
        }
    }
}
