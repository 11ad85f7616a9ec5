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
        buffer.within(buffer.bounds.inset(top: top)) { drawEvents(events, isAccessible: model.isAccessible, on: &$0) }
    }

    private static func historyWidth(_ width: Int) -> Int { width >= 100 ? 20 : width >= 60 ? 12 : 0 }

    private static func drawMetric(
        _ metric: Metric, _ model: Model, _ header: SnapshotHeader, y: Int, on buffer: inout Buffer
    ) {
        let history = model.isAccessible ? 0 : historyWidth(buffer.width)
        let barX = 30
        let limitWidth = 10
        let barWidth = buffer.width - 1 - barX - limitWidth - (history > 0 ? history + 2 : 0)
        drawSign(metric, y: y, on: &buffer)
        buffer.write(metric.title, x: 4, y: y, limit: 14)
        buffer.write(value(metric.value, metric.unit), endingAt: barX - 1, y: y)
        if !model.isAccessible { drawBar(metric, x: barX, y: y, width: barWidth, on: &buffer) }
        if let limit = metric.limit {
            buffer.write(
                (model.isAccessible ? "limit " : "") + value(limit, metric.unit),
                endingAt: barX + max(0, barWidth) + limitWidth, y: y, ink: .muted)
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

    private static func drawEvents(_ events: [Metric], isAccessible: Bool, on buffer: inout Buffer) {
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
            guard !isAccessible, let limit = event.limit, limit > 0 else { continue }
            Bar.draw(
                event.value / limit, x: barX, y: y, width: min(40, buffer.width - barX - 1),
                done: event.isHeld ? Ink(.barDone) : Ink(.bad), on: &buffer)
        }
    }

    /// The metrics and the events in two columns, for small screens; the rows taken.
    static func drawMetricsBriefly(
        _ header: SnapshotHeader, rows: Int, isAccessible: Bool, on buffer: inout Buffer
    ) -> Int {
        let limits = header.metrics.filter { $0.kind == .limit }.sorted { !$0.isHeld && $1.isHeld }
        let events = header.metrics.filter { $0.kind == .event }
        var cells = limits.map(Brief.metric)
        if !events.isEmpty { cells.insert(.events(events), at: min(cells.count, 1)) }
        let columns = buffer.width >= 76 && cells.count > 1 ? 2 : 1
        // The first column has the bars.
        let width = columns == 2 ? buffer.width * 3 / 5 : buffer.width
        for (index, cell) in cells.prefix(rows * columns).enumerated() {
            let isFirst = index % columns == 0
            let area = Rect(
                x: isFirst ? 0 : width, y: index / columns, width: isFirst ? width : buffer.width - width, height: 1)
            buffer.within(area) { cell.draw(hasBar: isFirst && !isAccessible, on: &$0) }
        }
        return min(rows, (cells.count + columns - 1) / columns)
    }

    private enum Brief {
        case metric(Metric)
        case events([Metric])

        func draw(hasBar: Bool, on buffer: inout Buffer) {
            let isHeld: Bool
            let title: String
            var value: String
            var note = ""
            switch self {
            case .metric(let metric):
                isHeld = metric.isHeld
                title = metric.title
                value = GoldenView.value(metric.value, metric.unit)
                note = metric.limit.map { GoldenView.value($0, metric.unit) } ?? ""
                if hasBar {
                    GoldenView.drawBar(metric, x: 28, y: 0, width: buffer.width - 28 - 8, on: &buffer)
                } else if !note.isEmpty {
                    value += " of " + note
                    note = ""
                }
            case .events(let events):
                let delivered = events.count { $0.isHeld }
                isHeld = delivered == events.count
                title = "Events"
                value = "\(delivered) of \(events.count)"
            }
            buffer.put(isHeld ? buffer.glyphs.pass : buffer.glyphs.fail, x: 1, y: 0, ink: Ink(isHeld ? .good : .bad))
            buffer.write(title, x: 3, y: 0, limit: 14)
            buffer.write(value, endingAt: hasBar ? 27 : buffer.width - 1, y: 0)
            if !note.isEmpty { buffer.write(note, endingAt: buffer.width - 1, y: 0, ink: .muted) }
        }
    }
}
