/// Everything a forecast is made from: a series, a goal, and the day it is asked on.
package struct ForecastQuestion: Equatable, Sendable {
    package var series: FlowSeries
    package var goal: Goal
    /// The day it is asked on: how old the last snapshot is counts from here.
    package var today: Day
    /// Per cent of the files that the last snapshot parsed; nil where files play no part.
    package var coverage: Double?
    package var change = WhatIf()
    package var runs = Bootstrap.runs
    /// For which shares of the runs, 0...1, the way of the remainder is wanted.
    package var quantiles: [Double] = []

    package init(series: FlowSeries, goal: Goal, today: Day, coverage: Double? = nil) {
        self.series = series
        self.goal = goal
        self.today = today
        self.coverage = coverage
    }

    /// The series as the goal sees it: what goes out is what brings it nearer.
    var oriented: FlowSeries {
        let isBeyond: Bool
        if goal.target.comparison == .equal, let last = series.points.last {
            // Past an exact goal, the way back is the other way.
            isBeyond = goal.better == .lower ? last.value < goal.target.value : last.value > goal.target.value
        } else {
            isBeyond = false
        }
        guard (goal.better == series.better) == isBeyond else { return series }
        var turned = series
        for index in turned.points.indices {
            let point = turned.points[index]
            (turned.points[index].inflow, turned.points[index].outflow) = (point.outflow, point.inflow)
        }
        return turned
    }

    func remainder(at value: Double) -> Double {
        goal.remainder(at: value) - change.finished
    }

    func isMet(at value: Double) -> Bool {
        goal.isMet(by: value) || (change.finished > 0 && remainder(at: value) <= goal.limit)
    }

    /// Depends on the series and the goal only, not on what is asked about them: a change is compared with the
    /// same futures.
    func seed(of sample: ForecastSample) -> UInt64 {
        var numbers: [UInt64] = []
        for week in sample.weeks {
            numbers.append(UInt64(bitPattern: Int64(week.week.number)))
            numbers.append(week.inflow.bitPattern)
            numbers.append(week.outflow.bitPattern)
        }
        let last = series.points.last
        numbers.append(UInt64(bitPattern: Int64(last?.day.number ?? 0)))
        numbers.append(goal.remainder(at: last?.value ?? 0).bitPattern)
        return SplitMix64.digest(numbers)
    }
}
