import PaydownCore

extension Benchmark {
    static let forecast = Benchmark(
        name: "forecast", usage: "forecast [--targets 12] [--rounds 9]",
        summary: "draws 10 000 futures for each target of a plan, from twelve weeks each"
    ) { options in
        let count = try options.integer("targets", default: 12)
        let rounds = try options.integer("rounds", default: 9)
        let questions = (0..<count).map { question(seed: UInt64($0 + 1)) }
        var forecasts: [Forecast] = []
        let plain = fastest(of: rounds) { forecasts = questions.map { Forecast($0) } }
        let draws = forecasts.reduce(0) { $0 + Self.draws(of: $1) }
        Report.heading("Forecasting \(count) targets, \(Bootstrap.runs) futures each, fastest of \(rounds)")
        Report.line(
            "all targets", Report.seconds(plain), bar: "50 ms for 12", isReached: plain <= 0.050 * Double(count) / 12)
        let weeks = forecasts.compactMap { forecast in
            forecast.dates.flatMap { dates in dates.p85.map { $0.days(since: dates.start) / 7 } }
        }
        Report.line(
            "their P85", "\(weeks.min() ?? 0) to \(weeks.max() ?? 0) weeks, \(forecasts.count - weeks.count) without")
        Report.line("a week of a future", Report.fixed(plain / Double(max(1, draws)) * 1e9, 1) + " ns")
        let cone = fastest(of: rounds) {
            for question in questions.prefix(1) {
                var question = question
                question.quantiles = [0.5, 0.85]
                forecasts = [Forecast(question)]
            }
        }
        Report.line("one target with its cone", Report.seconds(cone))
        var backtest: Backtest?
        let past = fastest(of: rounds) { backtest = questions.first.map { Backtest($0) } }
        Report.line("its backtest, \(backtest?.due ?? 0) dates that have come", Report.seconds(past))
    }

    /// Forty weeks of a measure that falls by some four a week, with bad weeks; 30 to 90 are left.
    private static func question(seed: UInt64) -> ForecastQuestion {
        var random = SplitMix64(seed: seed)
        func below(_ bound: UInt64) -> Double { Double(random.next() % bound) }
        var value = 260.0 + below(60)
        let start = Day(number: 20_000 - 20_000 % 7 + 4)
        var points = [FlowPoint(day: start, value: value)]
        for week in 0..<40 {
            let (inflow, outflow) = (below(7), below(15))
            value = max(30 + below(60), value + inflow - outflow)
            points.append(
                FlowPoint(
                    day: start.adding(days: 4 + 7 * week), value: value, inflow: inflow, outflow: outflow))
        }
        guard let goal = Goal(Target(.atMost, 0), better: .lower) else { preconditionFailure("zero is a goal") }
        return ForecastQuestion(
            series: FlowSeries(points), goal: goal, today: points.last?.day ?? start, coverage: 100)
    }

    /// How many weeks all of its futures take together.
    private static func draws(of forecast: Forecast) -> Int {
        guard let dates = forecast.dates else { return Bootstrap.runs * Bootstrap.horizon }
        let shares = (0...Bootstrap.horizon).map { dates.chance(by: dates.start.adding(days: 7 * $0)) }
        return Int(shares.reduce(0) { $0 + (1 - $1) } * Double(Bootstrap.runs))
    }

    private static func fastest(of rounds: Int, _ body: () -> Void) -> Double {
        (0..<max(1, rounds)).map { _ in
            let start = ContinuousClock.now
            body()
            return Report.seconds(since: start)
        }.min() ?? .nan
    }
}
