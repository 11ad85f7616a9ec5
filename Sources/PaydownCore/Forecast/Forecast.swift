/// When a measure reaches a target, by what has come in and gone out in the weeks so far.
///
/// Not the remainder divided by an average: weeks of the past are drawn at random, with their bad ones, and
/// thousands of such futures say how likely a date is (see `Bootstrap`). There is one point for each calendar
/// week, its last snapshot; weeks without one are carried forward, weeks that do not compare with the one before
/// are left out. The last twelve weeks weigh alike.
///
/// A pure function of the series: the random numbers are seeded by it, so two people see the same dates.
package struct Forecast: Equatable, Sendable {
    package enum Outcome: Equatable, Sendable {
        /// The target is met already.
        case met
        case dates(ForecastDates)
        /// Why not, what matters most first; at least one.
        case refused([ForecastRefusal])
    }

    /// A week in which most of the work was done at once.
    package struct Step: Equatable, Sendable {
        package let week: WeekFlow
        /// The dates that the other weeks alone give.
        package let without: Outcome
    }

    package let outcome: Outcome
    package let sample: ForecastSample
    /// Such a week, and what is to be expected when there is none like it again.
    package let step: Step?

    package init(_ question: ForecastQuestion) {
        let series = question.oriented
        let sample = ForecastSample(series.weeks)
        self.sample = sample
        guard let last = series.points.last else {
            outcome = .refused([.noTrend])
            step = nil
            return
        }
        if question.isMet(at: last.value) {
            outcome = .met
            step = nil
            return
        }
        let seed = question.seed(of: sample)
        let refusals = Self.refusals(question, sample, last, pointCount: series.points.count)
        outcome = refusals.isEmpty ? Self.dates(question, sample, last, seed) : .refused(refusals)
        step = sample.step.flatMap { week in
            guard refusals.isEmpty else { return nil }
            let rest = sample.without(week)
            let growth = Self.growth(rest, question.change)
            return Step(week: week, without: growth.map { .refused([$0]) } ?? Self.dates(question, rest, last, seed))
        }
    }

    private static func refusals(
        _ question: ForecastQuestion, _ sample: ForecastSample, _ last: FlowPoint, pointCount: Int
    ) -> [ForecastRefusal] {
        guard pointCount > 1 else { return [.noTrend] }
        var refusals: [ForecastRefusal] = []
        // Two weeks are enough to see that it goes the wrong way.
        if sample.observed > 1, let growth = growth(sample, question.change) { refusals.append(growth) }
        if sample.observed < ForecastRefusal.fewestWeeks { refusals.append(.fewWeeks(sample.observed)) }
        if let percent = question.coverage, percent < ForecastRefusal.leastCoverage {
            refusals.append(.coverage(percent))
        }
        let age = question.today.days(since: last.day)
        if age > ForecastRefusal.oldestSnapshot { refusals.append(.old(age)) }
        return refusals
    }

    private static func growth(_ sample: ForecastSample, _ change: WhatIf) -> ForecastRefusal? {
        let net = change.factor == 1 ? sample.medianNet : ForecastSample(sample.weeks.map(change.applied)).medianNet
        return net < 0 ? .growing(-net) : net == 0 ? .flat : nil
    }

    private static func dates(
        _ question: ForecastQuestion, _ sample: ForecastSample, _ last: FlowPoint, _ seed: UInt64
    ) -> Outcome {
        let runs = Bootstrap(
            remainder: question.remainder(at: last.value), limit: question.goal.limit,
            nets: sample.weeks.map({ question.change.net(of: $0) }), seed: seed, runs: question.runs,
            quantiles: question.quantiles)
        let unending = runs.unending
        if unending > ForecastRefusal.mostUnending { return .refused([.unending(unending)]) }
        return .dates(ForecastDates(start: last.day, runs: runs))
    }
}

extension Forecast {
    package var dates: ForecastDates? {
        if case .dates(let dates) = outcome { dates } else { nil }
    }

    package var refusals: [ForecastRefusal] {
        if case .refused(let refusals) = outcome { refusals } else { [] }
    }

    package var isMet: Bool { outcome == .met }

    /// How it stands with a date that was set.
    package func standing(due: Day?) -> ForecastStanding {
        switch outcome {
        case .met: return .met
        case .refused(let reasons): return .noDate(reasons.first ?? .noTrend)
        case .dates(let dates):
            guard let due else { return .undated }
            if let p85 = dates.p85, p85 <= due { return .onCourse }
            let chance = dates.chance(by: due)
            if chance >= 0.5 { return .uncertain(chance) }
            return .late(days: dates.p50.map { $0.days(since: due) })
        }
    }
}

extension WhatIf {
    /// The week as it would have been.
    func applied(_ week: WeekFlow) -> WeekFlow {
        var week = week
        week.outflow *= factor
        return week
    }
}
