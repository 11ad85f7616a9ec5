@testable import PaydownCore

/// Series for the tests of the forecast, by what comes in and goes out in whole weeks.
enum SeriesOf {
    /// A Monday.
    static let monday = Day(year: 2025, month: 9, day: 1) ?? Day(number: 0)

    /// A point on the Monday before, then one on every Friday.
    static func weeks(_ flows: [(Double, Double)], from value: Double, better: Measure.Direction = .lower) -> FlowSeries
    {
        var points = [FlowPoint(day: monday, value: value)]
        var value = value
        for (number, flow) in flows.enumerated() {
            value += (flow.0 - flow.1) * (better == .lower ? 1 : -1)
            points.append(
                FlowPoint(day: monday.adding(days: 4 + 7 * number), value: value, inflow: flow.0, outflow: flow.1))
        }
        return FlowSeries(points, better: better)
    }

    static func constant(
        _ net: Double, weeks: Int, from value: Double, better: Measure.Direction = .lower
    ) -> FlowSeries {
        self.weeks(Array(repeating: (0, net), count: weeks), from: value, better: better)
    }

    static func question(
        _ series: FlowSeries, _ target: Target = Target(.equal, 0), population: Double? = nil, today: Day? = nil,
        coverage: Double? = 100
    ) -> ForecastQuestion {
        guard let goal = Goal(target, better: series.better, population: population) else {
            preconditionFailure("a share of nothing")
        }
        return ForecastQuestion(
            series: series, goal: goal, today: today ?? series.points.last?.day ?? monday, coverage: coverage)
    }

    static func forecast(
        _ series: FlowSeries, _ target: Target = Target(.equal, 0), population: Double? = nil, today: Day? = nil,
        coverage: Double? = 100
    ) -> Forecast {
        Forecast(question(series, target, population: population, today: today, coverage: coverage))
    }
}
