import PaydownCore

/// One measure looked at closely: its weeks, its forecast with the cone, what a change would do, and what was said
/// of it before.
package struct Outlook: Equatable, Sendable {
    package struct Query: Equatable, Sendable {
        var board: ForecastBoard.Query
        /// Nil for all findings.
        var measure: String?
        var change: WhatIf
    }

    /// The values at which half and 85 of 100 futures are, or better, week after week.
    package struct Cone: Equatable, Sendable {
        package var start: Day
        package var p50: [Double]
        package var p85: [Double]

        /// The day of the last point.
        package var end: Day { start.adding(days: 7 * (max(p50.count, p85.count) - 1)) }
    }

    package let query: Query
    package let weeks: [WeekFlow]
    /// Nil where there is no target.
    package private(set) var forecast: Forecast?
    package private(set) var cone: Cone?
    /// With the change that is looked at; nil without one.
    package private(set) var changed: Forecast?
    package private(set) var changedCone: Cone?
    package private(set) var backtest: Backtest?
    package private(set) var goal: Goal?
    package private(set) var due: Day?

    package static let shares = [0.5, 0.85]

    init(_ query: Query, _ header: SnapshotHeader, _ timeline: ArraySlice<Archive.Entry>, _ ledger: FlowLedger) {
        self.query = query
        let measure = query.measure.flatMap { header.measure($0) }
        let better = measure?.better ?? .lower
        let series = FlowSeries(of: query.measure, better: better, in: timeline, ledger)
        weeks = series.weeks
        var isOfRules = true
        if let measure {
            guard let target = header.plan.target(of: measure.id) else { return }
            goal = Goal(target.target, better: better, population: measure.population)
            due = header.plan.phases.last { $0.targets.contains(target) }?.due
            isOfRules = header.checks.first { $0.measures.contains(measure) }.map { header.hasRules($0) } ?? true
        } else if let last = PlanCourse(ofTotalIn: header).points.last {
            goal = Goal(Target(.atMost, last.value.rounded()), better: .lower)
            due = header.plan.phases.compactMap(\.due).max()
        }
        guard let goal else { return }
        var question = ForecastQuestion(
            series: series, goal: goal, today: query.board.today,
            coverage: isOfRules ? header.coverage.percent : nil)
        question.quantiles = Self.shares
        let forecast = Forecast(question)
        self.forecast = forecast
        cone = Self.cone(forecast, goal)
        if !forecast.isMet { backtest = Backtest(question) }
        guard query.change.isChange else { return }
        question.change = query.change
        let changed = Forecast(question)
        self.changed = changed
        changedCone = Self.cone(changed, goal)
    }

    private static func cone(_ forecast: Forecast, _ goal: Goal) -> Cone? {
        guard let dates = forecast.dates else { return nil }
        /// A line ends where it meets the goal.
        func way(_ column: Int) -> [Double] {
            var values: [Double] = []
            for row in dates.remainders {
                values.append(goal.value(withRemainder: max(0, row[column])))
                if row[column] <= 0 { break }
            }
            return values
        }
        return Cone(start: dates.start, p50: way(0), p85: way(1))
    }
}
