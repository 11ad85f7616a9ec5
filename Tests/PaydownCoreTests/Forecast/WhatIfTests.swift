import Testing

@testable import PaydownCore

struct WhatIfTests {
    private func weeks(_ change: WhatIf, _ series: FlowSeries = SeriesOf.constant(10, weeks: 8, from: 200)) -> Int? {
        var question = SeriesOf.question(series)
        question.change = change
        let dates = Forecast(question).dates
        return dates?.p85.map { $0.days(since: dates?.start ?? $0) / 7 }
    }

    private func change(_ edit: (inout WhatIf) -> Void) -> WhatIf {
        var change = WhatIf()
        edit(&change)
        return change
    }

    @Test func `a pace makes what goes out more and leaves what comes in`() {
        // 120 are left at 10 a week.
        #expect(weeks(WhatIf()) == 12)
        #expect(weeks(change { $0.faster = 20 }) == 10)
        #expect(weeks(change { $0.faster = -50 }) == 24)
        // 12 out and 2 in: half as fast is 4 a week, from 120.
        let both = SeriesOf.weeks(Array(repeating: (2, 12), count: 8), from: 200)
        #expect(weeks(change { $0.faster = -50 }, both) == 30)
    }

    @Test func `a person who joins n does what each of them does`() {
        let added = change {
            $0.people = 3
            $0.joining = 1
        }
        #expect(added.factor == 4.0 / 3.0)
        // Thirteen and a third a week; nine of them are 120, whatever binary fractions make of thirds.
        #expect(weeks(added) == 9)
    }

    @Test func `what is finished is off the remainder`() {
        #expect(weeks(change { $0.finished = 35 }) == 9)
        var question = SeriesOf.question(SeriesOf.constant(10, weeks: 8, from: 200))
        question.change.finished = 120
        #expect(Forecast(question).isMet)
    }

    @Test func `a change can turn a growing series and says when it does not`() {
        let growing = SeriesOf.weeks(Array(repeating: (10, 8), count: 8), from: 100)

        #expect(weeks(WhatIf(), growing) == nil)
        // 12 out, 10 in: 2 a week, from 116.
        #expect(weeks(change { $0.faster = 50 }, growing) == 58)
        var question = SeriesOf.question(growing)
        question.change.faster = 20
        guard case .growing(let net) = Forecast(question).refusals.first else {
            Issue.record("not growing: \(Forecast(question).refusals)")
            return
        }
        #expect(abs(net - 0.4) < 1e-9)
    }

    @Test func `nothing changed is no change, and it is compared with the same futures`() {
        #expect(!WhatIf().isChange)
        let flows = (0..<12).map { $0 % 2 == 0 ? (0.0, 0.0) : (0.0, 10.0) }
        let series = SeriesOf.weeks(flows, from: 160)
        var question = SeriesOf.question(series)
        // Ten per cent of the remainder and of the flow: the same number of weeks in every single future.
        question.change.faster = -10
        question.change.finished = 10
        let before = SeriesOf.forecast(series).dates
        let after = Forecast(question).dates

        for percent in 1...99 {
            #expect(before?.day(for: Double(percent) / 100) == after?.day(for: Double(percent) / 100))
        }
    }
}
