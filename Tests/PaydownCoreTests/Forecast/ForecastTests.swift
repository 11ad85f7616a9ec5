import Testing

@testable import PaydownCore

struct ForecastTests {
    private func day(_ forecast: Forecast, _ share: Double) -> Day? { forecast.dates?.day(for: share) }

    private func weeksLeft(_ forecast: Forecast, _ share: Double) -> Int? {
        guard let dates = forecast.dates, let day = dates.day(for: share) else { return nil }
        return day.days(since: dates.start) / 7
    }

    @Test func `a constant flow gives the exact day at every percentile`() {
        // 200 falls by 10 a week for eight weeks; 120 are left, which is twelve weeks.
        let series = SeriesOf.constant(10, weeks: 8, from: 200)
        let forecast = SeriesOf.forecast(series)
        let last = series.points[8].day

        for percent in 1...100 {
            #expect(day(forecast, Double(percent) / 100) == last.adding(days: 84))
        }
        #expect(forecast.dates?.chance(by: last.adding(days: 83)) == 0)
        #expect(forecast.dates?.chance(by: last.adding(days: 84)) == 1)
        #expect(forecast.step == nil)
    }

    @Test func `a week of nothing and a week of ten are a coin that is thrown`() {
        let flows = (0..<12).map { $0 % 2 == 0 ? (0.0, 0.0) : (0.0, 10.0) }
        let forecast = SeriesOf.forecast(SeriesOf.weeks(flows, from: 160))

        // 100 are left: ten tens out of a coin's throws. The binomial distribution has ten or more of 17 in 31.5 %,
        // of 18 in 40.7 %; of 20 in 58.8 %, of 21 in 66.8 %; of 24 in 84.6 %, of 25 in 88.5 %.
        #expect(weeksLeft(forecast, 0.36) == 18)
        #expect(weeksLeft(forecast, 0.63) == 21)
        #expect(weeksLeft(forecast, 0.865) == 25)
        #expect(forecast.sample.medianNet == 5)
    }

    @Test func `in and out of a week stay together`() {
        // 20 out with 20 in, then none with none, then 3 out: drawn apart, a week could take 20 off.
        let flows = (0..<9).map { [(20.0, 20.0), (0.0, 0.0), (0.0, 3.0)][$0 % 3] }
        let forecast = SeriesOf.forecast(SeriesOf.weeks(flows + [(0, 3), (0, 3), (0, 3)], from: 100))

        // 82 are left, at most 3 a week go: 28 weeks at the very least.
        #expect((weeksLeft(forecast, 0.01) ?? 0) >= 28)
    }

    @Test func `a flat series has no date and says so`() {
        let forecast = SeriesOf.forecast(SeriesOf.constant(0, weeks: 9, from: 30))

        #expect(forecast.refusals == [.flat])
        #expect(forecast.refusals[0].text == "not at this pace: half of the weeks bring nothing")
    }

    @Test func `a growing series has no date and says by how much it grows`() {
        let forecast = SeriesOf.forecast(SeriesOf.weeks(Array(repeating: (5, 2), count: 8), from: 30))

        #expect(forecast.refusals == [.growing(3)])
        #expect(forecast.refusals[0].text == "growing by 3 a week: no date")
        #expect(forecast.refusals[0].shortText == "growing 3/week")
    }

    @Test func `that it grows is said before there are weeks enough for a date`() {
        let forecast = SeriesOf.forecast(SeriesOf.weeks([(5, 2), (9, 2), (5, 2)], from: 30))

        #expect(forecast.refusals == [.growing(3), .fewWeeks(3)])
    }

    @Test func `nothing and a single snapshot have no date`() {
        #expect(SeriesOf.forecast(FlowSeries([])).refusals == [.noTrend])
        #expect(SeriesOf.forecast(FlowSeries([FlowPoint(day: SeriesOf.monday, value: 4)])).refusals == [.noTrend])
    }

    @Test(arguments: 0...7)
    func `a date needs six weeks with data`(weeks: Int) {
        let forecast = SeriesOf.forecast(SeriesOf.constant(1, weeks: weeks, from: 40))

        switch weeks {
        case 0: #expect(forecast.refusals == [.noTrend])
        case 1...5: #expect(forecast.refusals == [.fewWeeks(weeks)])
        default: #expect(forecast.refusals.isEmpty)
        }
    }

    @Test func `carried weeks are no data but take their time`() {
        // Six snapshots, one every other week, 10 each time.
        var points = [FlowPoint(day: SeriesOf.monday, value: 200)]
        for number in 0..<6 {
            points.append(
                FlowPoint(
                    day: SeriesOf.monday.adding(days: 4 + 14 * number), value: 190 - 10 * Double(number), outflow: 10))
        }
        let forecast = SeriesOf.forecast(FlowSeries(points))

        #expect(forecast.sample.observed == 6 && forecast.sample.weeks.count == 11)
        #expect((weeksLeft(forecast, 0.5) ?? 0) > 20)
        #expect(SeriesOf.forecast(FlowSeries(Array(points.dropLast()))).refusals == [.fewWeeks(5)])
    }

    @Test func `too little coverage and an old snapshot have no date`() {
        let series = SeriesOf.constant(10, weeks: 8, from: 200)
        let last = series.points[8].day

        #expect(SeriesOf.forecast(series, coverage: 97.99).refusals == [.coverage(97.99)])
        #expect(SeriesOf.forecast(series, coverage: 98).refusals.isEmpty)
        #expect(SeriesOf.forecast(series, coverage: nil).refusals.isEmpty)
        #expect(SeriesOf.forecast(series, today: last.adding(days: 14)).refusals.isEmpty)
        #expect(SeriesOf.forecast(series, today: last.adding(days: 15)).refusals == [.old(15)])
    }

    @Test func `what more than a fifth of the futures do not reach in two years has no date`() {
        let forecast = SeriesOf.forecast(SeriesOf.constant(1, weeks: 8, from: 400))

        #expect(forecast.refusals == [.unending(1)])
        #expect(forecast.refusals[0].text == "P85: not within 2 years")
    }

    @Test func `a target that is met has no date and needs none`() {
        #expect(SeriesOf.forecast(SeriesOf.constant(1, weeks: 3, from: 3)).outcome == .met)
        #expect(SeriesOf.forecast(SeriesOf.constant(1, weeks: 3, from: 13), Target(.below, 11)).isMet)
        #expect(!SeriesOf.forecast(SeriesOf.constant(1, weeks: 3, from: 13), Target(.below, 10)).isMet)
    }

    @Test(arguments: [
        (Target(.atMost, 40), 4), (Target(.below, 40), 5), (Target(.equal, 40), 4), (Target(.below, 41), 4),
    ])
    func `bounded targets are reached where they are met`(target: Target, weeks: Int) {
        let forecast = SeriesOf.forecast(SeriesOf.constant(10, weeks: 8, from: 160), target)

        #expect(weeksLeft(forecast, 0.5) == weeks)
    }

    @Test func `a share of the population is reached in the measure's own unit`() {
        // 36 of 80 rise by 4 a week; 95 % of 80 are 76.
        let series = SeriesOf.constant(4, weeks: 8, from: 4, better: .higher)
        let forecast = SeriesOf.forecast(series, Target(.atLeast, 95, isPercent: true), population: 80)

        #expect(series.points.last?.value == 36)
        #expect(weeksLeft(forecast, 0.85) == 10)
        #expect(Goal(Target(.atLeast, 95, isPercent: true), better: .higher) == nil)
    }

    @Test func `where more is better, what is gained goes out`() {
        let flows = Array(repeating: (1.0, 3.0), count: 8)
        let forecast = SeriesOf.forecast(SeriesOf.weeks(flows, from: 10, better: .higher), Target(.atLeast, 42))

        // 26 tests pass, two more each week.
        #expect(weeksLeft(forecast, 0.5) == 8)
    }

    @Test func `past an exact goal the way back counts`() {
        // 3 and falling, and it has to be exactly 5.
        #expect(
            SeriesOf.forecast(SeriesOf.constant(1, weeks: 8, from: 11), Target(.equal, 5)).refusals == [.growing(1)])
        let rising = SeriesOf.weeks(Array(repeating: (0.5, 0), count: 8), from: -1)
        #expect(weeksLeft(SeriesOf.forecast(rising, Target(.equal, 5)), 0.5) == 4)
    }

    @Test func `only the last twelve usable weeks are drawn`() {
        let slow = Array(repeating: (0.0, 1.0), count: 20)
        let fast = Array(repeating: (0.0, 10.0), count: 12)
        let forecast = SeriesOf.forecast(SeriesOf.weeks(slow + fast, from: 200))

        #expect(forecast.sample.weeks.count == 12)
        #expect(weeksLeft(forecast, 0.99) == 6)
    }

    @Test func `one week of more than half of the work is a step, and the others have a forecast of their own`() throws
    {
        var flows = Array(repeating: (0.0, 4.0), count: 11)
        flows[5].1 = 400
        let forecast = SeriesOf.forecast(SeriesOf.weeks(flows, from: 540))
        let step = try #require(forecast.step)

        // 100 are left.
        #expect(step.week.outflow == 400)
        guard case .dates(let without) = step.without else {
            Issue.record("no dates without the step: \(step.without)")
            return
        }
        #expect(without.p50?.days(since: without.start) == 25 * 7)
        #expect(try #require(forecast.dates?.p50) < (try #require(without.p50)))
        #expect(SeriesOf.forecast(SeriesOf.weeks(Array(repeating: (0, 4), count: 6), from: 100)).step == nil)
    }

    @Test func `a step alone brings no second date`() {
        let flows = (0..<8).map { $0 == 3 ? (0.0, 80.0) : ($0 % 4 == 0 ? (0.0, 0.0) : (0.0, 0.5)) }
        let forecast = SeriesOf.forecast(SeriesOf.weeks(flows, from: 190))

        #expect(forecast.dates != nil)
        #expect(forecast.step?.without == .refused([.unending(1)]))
    }

    @Test func `how it stands with a due day is said in three ways`() throws {
        let flows = (0..<12).map { $0 % 2 == 0 ? (0.0, 0.0) : (0.0, 10.0) }
        let forecast = SeriesOf.forecast(SeriesOf.weeks(flows, from: 160))
        let (p50, p85) = (try #require(forecast.dates?.p50), try #require(forecast.dates?.p85))

        #expect(forecast.standing(due: p85) == .onCourse)
        #expect(forecast.standing(due: p50) == .uncertain(try #require(forecast.dates?.chance(by: p50))))
        #expect(forecast.standing(due: p50.adding(days: -1)) == .late(days: 1))
        #expect(forecast.standing(due: nil) == .undated)
        #expect(forecast.standing(due: p50.adding(days: -9)).text == "late 9 d")
        #expect(
            SeriesOf.forecast(SeriesOf.constant(0, weeks: 9, from: 30)).standing(due: p50) == .noDate(.flat))
    }

    @Test func `the same series gives the same dates, and a different one other futures`() {
        let flows = [(3.0, 9.0), (0, 4), (7, 8), (1, 0), (2, 11), (0, 6), (4, 9)]
        let first = SeriesOf.forecast(SeriesOf.weeks(flows, from: 120))
        let again = SeriesOf.forecast(SeriesOf.weeks(flows, from: 120))
        let other = SeriesOf.forecast(SeriesOf.weeks(flows, from: 121))

        #expect(first == again)
        #expect(first != other)
    }
}
