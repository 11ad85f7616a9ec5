import PaydownCore
import PaydownScreen
import PaydownWidgets

extension PlanView {
    /// The way of the selected target's measure; of a phase, that of its first target that is open.
    static func drawChart(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        guard let header = model.header, let measure = charted(model) else {
            Heading("TREND", isFocused: isFocused).draw(on: &buffer)
            buffer.write("No target is measured.", x: 1, y: 1, ink: .muted)
            return
        }
        let trend = Trend(of: measure.id, in: model.archive.timeline, better: measure.better)
        let forecast = ForecastText.headline(model.shownOutlook, of: model)
        Heading(
            measure.title.uppercased(), fact: forecast.isEmpty ? TrendText.fact(trend, of: model) : forecast,
            isFocused: isFocused
        )
        .draw(on: &buffer)
        let course = PlanCourse(of: measure.id, in: header.plan, population: measure.population)
        buffer.within(Rect(x: 0, y: 1, width: buffer.width, height: buffer.height - 1)) { area in
            TrendChart.draw(
                trend, course: course, window: nil, outlook: model.shownOutlook, of: model, on: &area)
        }
    }

    /// The measure that the chart is about.
    static func charted(_ model: Model) -> Measure? {
        let content = PlanContent(model)
        guard let line = content.line(model.plan) else { return nil }
        switch content.lines[line] {
        case .target(_, _, let reading): return reading?.measure
        case .phase(let number), .protects(let number), .obstacle(let number, _):
            let targets = content.phases[number].targets
            return (targets.first { !$0.isMet } ?? targets.first)?.measure
        case .gap: return nil
        }
    }
}
