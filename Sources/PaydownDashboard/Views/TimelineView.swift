import PaydownCore
import PaydownScreen
import PaydownWidgets

/// Time: one measure, or all findings, as a chart; below it every measure with the way it has gone.
enum TimelineView: ScreenView {
    static func layout(_ model: Model, in size: Size) -> [PartFrame] {
        let rect = Rect(size)
        guard size.height >= 9, model.sizeClass > .tiny else { return [PartFrame(.chart, rect)] }
        let measures = (model.header?.checks.reduce(0) { $0 + $1.measures.count } ?? 0) + 1
        let isAsking = model.timeline.whatIf != nil
        if model.isAccessible, model.sizeClass > .small { return linearLayout(isAsking, in: rect) }
        guard model.sizeClass > .small else {
            let listHeight = isAsking ? min(10, size.height / 2) : min(measures + 1, size.height * 7 / 20)
            let (rest, list) = rect.split(bottom: listHeight)
            let (chart, strip) = rest.split(bottom: rest.height >= 12 ? 4 : 0)
            return [PartFrame(.chart, chart)] + (strip.isEmpty ? [] : [PartFrame(.forecast, strip)])
                + [PartFrame(isAsking ? .whatIf : .measures, list)]
        }
        // The list gets what it needs, up to half of the room; the chart never less than the other half.
        let (upper, lower) = rect.split(bottom: min(measures + 2, size.height * 9 / 20))
        let (chart, rail) = upper.inset(bottom: 1).split(left: size.width * 5 / 8)
        let (forecast, weeks) = rail.inset(left: 1).split(
            top: isAsking ? 6 : min(max(9, rail.height * 2 / 5), 14))
        let frames = [
            PartFrame(.chart, chart), PartFrame(.forecast, forecast.inset(bottom: 1)),
            PartFrame(isAsking ? .whatIf : .weeks, weeks),
        ]
        guard !(model.header?.plan.phases.isEmpty ?? true) else { return frames + [PartFrame(.measures, lower)] }
        let (left, right) = lower.split(left: min(size.width * 11 / 20, 110))
        return frames + [PartFrame(.measures, left), PartFrame(.phases, right.inset(left: 2))]
    }

    /// One below the other, for reading aloud.
    private static func linearLayout(_ isAsking: Bool, in rect: Rect) -> [PartFrame] {
        let (chart, below) = rect.split(top: rect.height / 4)
        let (forecast, rest) = below.split(top: rect.height / 4)
        let (weeks, measures) = rest.split(top: rect.height / 4)
        return [
            PartFrame(.chart, chart), PartFrame(.forecast, forecast), PartFrame(isAsking ? .whatIf : .weeks, weeks),
            PartFrame(.measures, measures),
        ]
    }

    static func draw(_ part: Part, isFocused: Bool, of model: Model, on buffer: inout Buffer) {
        switch part {
        case .chart: drawChart(model, isFocused, on: &buffer)
        case .measures: drawMeasures(model, isFocused, on: &buffer)
        case .phases: drawPhases(model, isFocused, on: &buffer)
        case .forecast: drawForecast(model, isFocused, on: &buffer)
        case .weeks: drawWeeks(model, isFocused, on: &buffer)
        case .whatIf: drawWhatIf(model, isFocused, on: &buffer)
        default: break
        }
    }

    static func path(_ model: Model) -> (crumbs: [String], facts: String) {
        let content = TimelineContent(model)
        let item = content.items[content.row(model.timeline)]
        let timeline = model.archive.timeline
        let dot = Character(model.glyphs.dot)
        let year = model.referenceDay.civil.year
        var facts = timeline.count == 1 ? "1 snapshot" : "\(CountText.number(timeline.count)) snapshots"
        if timeline.count > 1, let first = timeline.first?.header, let last = timeline.last?.header {
            facts +=
                " \(dot) \(WhenText.day(first.takenAt.day, year: year)) to \(WhenText.day(last.takenAt.day, year: year))"
        }
        return (["Timeline", item.title], facts)
    }

    static func hints(_ model: Model) -> [ActionID] {
        [.timelineMeasure, .timelineWhatIf, .timelineZoomIn, .timelineZoomOut, .sinceOlder, .sinceBaseline, .close]
    }

    static func status(_ model: Model) -> String {
        guard let days = model.timeline.visibleDays else { return "all time" }
        return "\(CountText.number(max(days, TimelineWindow.fewestDays))) days"
    }

    private static func drawChart(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let content = TimelineContent(model)
        let item = content.items[content.row(model.timeline)]
        let trend = Trend(of: item.id, in: model.archive.timeline, better: item.better)
        let title = item.id == nil ? "ALL FINDINGS" : item.title.uppercased()
        let mark = item.source == .measured ? "" : item.source.rawValue
        let words = model.sizeClass > .small ? "" : ForecastText.headline(model.shownOutlook, of: model)
        let fact = words.isEmpty || words == "met" ? TrendText.fact(trend, of: model) : words
        Heading(title, detail: mark, fact: fact, isFocused: isFocused).draw(on: &buffer)
        let course = model.header.map { header in
            item.id.map { PlanCourse(of: $0, in: header.plan, population: item.population) }
                ?? PlanCourse(ofTotalIn: header)
        }
        let window = content.window.visible(model.timeline)
        let body = Rect(x: 0, y: 1, width: buffer.width, height: buffer.height - 1)
        buffer.within(body) { area in
            TrendChart.draw(
                trend, course: course, window: window, outlook: model.shownOutlook, of: model, on: &area)
        }
    }
}
