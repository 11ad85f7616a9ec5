import Testing

@testable import PaydownCore

struct BacktestTests {
    @Test func `four weeks ago is what the series said then`() throws {
        let flows = [(3.0, 9.0), (0, 4), (7, 8), (1, 0), (2, 11), (0, 6), (4, 9), (0, 2), (3, 7), (1, 5), (2, 8)]
        let series = SeriesOf.weeks(flows, from: 120)
        let then = SeriesOf.weeks(Array(flows.dropLast(4)), from: 120)

        #expect(Backtest(SeriesOf.question(series)).fourWeeksAgo == SeriesOf.forecast(then).outcome)
    }

    @Test func `with too short a past it says so`() {
        let series = SeriesOf.constant(5, weeks: 8, from: 100)
        let backtest = Backtest(SeriesOf.question(series))

        #expect(backtest.fourWeeksAgo == .refused([.fewWeeks(4)]))
        #expect(backtest.due == 0 && backtest.kept == 0)
        #expect(Backtest(SeriesOf.question(FlowSeries([]))).fourWeeksAgo == .refused([.noTrend]))
    }

    @Test func `a constant pace keeps every word`() {
        // 100 by 10 a week: done in the tenth week. From the sixth on there was a forecast, in the tenth it is met.
        let backtest = Backtest(SeriesOf.question(SeriesOf.constant(10, weeks: 10, from: 100)))

        #expect(backtest.due == 4)
        #expect(backtest.kept == 4)
    }

    @Test func `a pace that breaks down does not`() {
        // 100 by 10 a week for seven weeks, then nothing for eight: three words were given, for the weeks 10 and 10.
        let flows = Array(repeating: (0.0, 10.0), count: 7) + Array(repeating: (0.0, 0.0), count: 8)
        let backtest = Backtest(SeriesOf.question(SeriesOf.weeks(flows, from: 100)))

        #expect(backtest.due > 0)
        #expect(backtest.kept == 0)
    }

    @Test func `what has not come yet is neither kept nor broken`() {
        let backtest = Backtest(SeriesOf.question(SeriesOf.constant(1, weeks: 10, from: 100)))

        #expect(backtest.due == 0)
    }
}
