/// What forecasts of the past said, and what came of it.
package struct Backtest: Equatable, Sendable {
    /// What was said four weeks before the last snapshot.
    package let fourWeeksAgo: Forecast.Outcome
    /// Forecasts, one for each week of the past, whose P85 has come: the goal was reached, or the day is over.
    package let due: Int
    /// Those of them where the goal was reached on the day of the P85 or before.
    package let kept: Int

    /// Runs for each forecast of the past: a share is known within three per cent, which is enough for yes or no.
    static let runs = 1000

    package init(_ question: ForecastQuestion) {
        let series = question.series
        guard let last = series.points.last else {
            (fourWeeksAgo, due, kept) = (.refused([.noTrend]), 0, 0)
            return
        }
        fourWeeksAgo = Self.forecast(question, asOf: last.day.adding(days: -28), runs: question.runs)
        var (due, kept) = (0, 0)
        for week in series.weeks.dropLast() where week.kind != .carried {
            let day = min(week.week.sunday, last.day)
            guard case .dates(let said) = Self.forecast(question, asOf: day, runs: Self.runs), let p85 = said.p85 else {
                continue
            }
            let reached = series.points.first { $0.day > said.start && question.goal.isMet(by: $0.value) }?.day
            if let reached {
                due += 1
                if reached <= p85 { kept += 1 }
            } else if p85 <= last.day {
                due += 1
            }
        }
        (self.due, self.kept) = (due, kept)
    }

    private static func forecast(_ question: ForecastQuestion, asOf day: Day, runs: Int) -> Forecast.Outcome {
        var past = question
        past.series = question.series.upTo(day)
        past.today = day
        past.coverage = nil
        past.change = WhatIf()
        past.quantiles = []
        past.runs = runs
        return Forecast(past).outcome
    }
}
