import PaydownTestSupport
import Testing

@testable import PaydownCore

struct FlowSeriesTests {
    private let monday = SeriesOf.monday

    private func point(
        _ day: Int, _ value: Double, _ inflow: Double = 0, _ outflow: Double = 0, broken: SeriesBreak? = nil
    ) -> FlowPoint {
        FlowPoint(
            day: monday.adding(days: day), value: value, inflow: inflow, outflow: outflow, interruption: broken)
    }

    @Test func `without points there are no weeks`() {
        #expect(FlowSeries([]).weeks.isEmpty)
    }

    @Test func `one point is one week, seen in part`() {
        #expect(FlowSeries([point(0, 5)]).weeks.map(\.kind) == [.partial])
    }

    @Test func `a week is what its last snapshot says, and has the flows of all of them`() {
        let series = FlowSeries([point(0, 10), point(1, 12, 3, 1), point(4, 8, 0, 4), point(11, 7, 2, 3)])

        #expect(
            series.weeks == [
                WeekFlow(week: Week(monday), value: 8, inflow: 3, outflow: 5),
                WeekFlow(week: Week(monday).adding(weeks: 1), value: 7, inflow: 2, outflow: 3),
            ])
    }

    @Test func `weeks without a snapshot are carried forward, and what happened in them comes with the next one`() {
        let weeks = FlowSeries([point(0, 10), point(4, 9, 0, 1), point(25, 3, 0, 6)]).weeks

        #expect(weeks.map(\.kind) == [.whole, .carried, .carried, .whole])
        #expect(weeks.map(\.value) == [9, 9, 9, 3])
        #expect(weeks.map(\.outflow) == [1, 0, 0, 6])
        #expect(ForecastSample(weeks).observed == 2 && ForecastSample(weeks).weeks.count == 4)
    }

    @Test(arguments: [(0, WeekFlow.Kind.whole), (1, .partial), (4, .partial)])
    func `the first week counts when it was seen from its Monday on`(first: Int, kind: WeekFlow.Kind) {
        let weeks = FlowSeries([point(first, 10), point(5, 9, 0, 1), point(11, 8, 0, 1)]).weeks

        #expect(weeks.map(\.kind) == [kind, .whole])
    }

    @Test(arguments: [(7, WeekFlow.Kind.partial), (10, .partial), (11, .whole), (13, .whole)])
    func `the last week counts when it was seen until its Friday`(last: Int, kind: WeekFlow.Kind) {
        let weeks = FlowSeries([point(0, 10), point(4, 9, 0, 1), point(last, 8, 0, 1)]).weeks

        #expect(weeks.map(\.kind) == [.whole, kind])
    }

    @Test func `what does not compare is no flow, and a week of nothing else is left out`() {
        let series = FlowSeries([
            point(0, 100), point(4, 90, 0, 10), point(8, 50, 0, 40, broken: .rules), point(11, 45, 0, 5),
            point(18, 200, 155, 0, broken: .coverage), point(25, 195, 0, 5),
        ])

        #expect(series.weeks.map(\.kind) == [.whole, .whole, .interrupted, .whole])
        #expect(series.weeks.map(\.net) == [10, 5, 0, 5])
        #expect(series.weeks.map(\.interruption) == [nil, .rules, .coverage, nil])
        #expect(ForecastSample(series.weeks).weeks.count == 3)
    }

    @Test func `a change alone is one flow, and its weeks say so`() {
        let down = FlowPoint(day: monday, value: 7, before: 10, better: .lower)
        let up = FlowPoint(day: monday, value: 7, before: 10, better: .higher)

        #expect((down.inflow, down.outflow) == (0, 3))
        #expect((up.inflow, up.outflow) == (3, 0))
        #expect(
            FlowSeries([point(0, 10), FlowPoint(day: monday.adding(days: 4), value: 7, before: 10, better: .lower)])
                .weeks.map(\.origin) == [.change])
    }

    @Test func `the weeks' flows are the points' flows, whatever the days are`() {
        var numbers = SeededRandom(seed: 7)
        for _ in 0..<300 {
            var day = numbers.below(7)
            var points = [point(day, 100)]
            for _ in 0..<numbers.below(30) {
                day += numbers.below(9)
                let broken: SeriesBreak? = numbers.chance(1, of: 8) ? .rules : nil
                points.append(
                    point(day, 100, Double(numbers.below(20)), Double(numbers.below(20)), broken: broken))
            }
            let weeks = FlowSeries(points).weeks
            // A naive twin: each point looks its week up.
            for week in weeks {
                let own = points.dropFirst().filter { Week($0.day) == week.week && $0.interruption == nil }
                #expect(week.inflow == own.reduce(0) { $0 + $1.inflow })
                #expect(week.outflow == own.reduce(0) { $0 + $1.outflow })
                #expect((week.kind == .carried) == !points.contains { Week($0.day) == week.week })
            }
            #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $1.week == $0.week.adding(weeks: 1) })
        }
    }

    @Test func `clocks that change do not move a day to another week`() throws {
        // 2 November 2025, 23:30 in California: the same instant is Monday in Europe. An hour was repeated that day.
        let evening = try #require(Timestamp("2025-11-02T23:30:00-08:00"))
        let morning = try #require(Timestamp("2025-11-02T00:30:00-07:00"))
        let next = try #require(Timestamp("2025-11-03T00:10:00-08:00"))

        #expect(Week(evening.day) == Week(morning.day))
        #expect(Week(next.day) == Week(evening.day).adding(weeks: 1))
    }
}
