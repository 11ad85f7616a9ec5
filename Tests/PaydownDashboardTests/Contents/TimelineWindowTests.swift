import PaydownCore
import PaydownDashboard
import PaydownTestSupport
import Testing

struct TimelineWindowTests {
    private func window(days: [Int], due: Int? = nil) -> TimelineWindow {
        let plan = Plan(phases: due.map { [Phase(name: "One", due: ContentModel.start.adding(days: $0))] } ?? [])
        return TimelineWindow(ContentModel.model(days.map { ContentModel.header(day: $0, plan: plan) }))
    }

    @Test func `without a zoom everything is shown, the plan's last date included`() {
        let visible = window(days: [0, 10, 24], due: 60).visible(TimelineState())
        #expect(visible.lowerBound == Double(ContentModel.start.number) + 0.5)
        #expect(visible.upperBound == Double(ContentModel.start.number + 60))
    }

    @Test func `zooming in halves, zooming out doubles and ends with everything`() {
        let window = window(days: [0, 100])
        var state = TimelineState()
        var widths: [Int?] = []
        for _ in 0..<8 {
            state = window.zoomed(state, in: true)
            widths.append(state.visibleDays)
        }
        #expect(widths == [50, 25, 12, 6, 3, 2, 2, 2])
        for _ in 0..<8 { state = window.zoomed(state, in: false) }
        #expect(state == TimelineState())
    }

    @Test func `no zooming and panning leaves the snapshots`() {
        var numbers = SeededRandom(seed: 2)
        for last in [0, 1, 2, 7, 365, 3000] {
            let window = window(days: [0, last])
            var state = TimelineState()
            for _ in 0..<400 {
                state =
                    Bool.random(using: &numbers)
                    ? window.zoomed(state, in: Bool.random(using: &numbers))
                    : window.panned(state, later: Bool.random(using: &numbers))
                let visible = window.visible(state)
                #expect(visible.upperBound <= max(window.end, window.first + 1))
                #expect(visible.upperBound >= window.first)
                #expect(visible.upperBound - visible.lowerBound >= 1)
            }
        }
    }

    @Test func `panning goes by a quarter and stops at the newest snapshot`() {
        let window = window(days: [0, 100])
        var state = window.zoomed(TimelineState(), in: true)
        state = window.panned(state, later: false)
        #expect(state.daysBack == 12)
        state = window.panned(window.panned(state, later: true), later: true)
        #expect(state.daysBack == 0)
    }

    @Test func `the selected measure is in sight and keeps its name`() {
        let measures = (0..<30).map { Measure(id: "m\($0)", value: 1) }
        let content = TimelineContent(ContentModel.model([ContentModel.header(day: 0, measures: measures)]))
        #expect(content.items.count == 31)
        for height in 1...40 {
            var state = TimelineState()
            for step in [Int](repeating: 1, count: 35) + [Int](repeating: -1, count: 35) {
                state = content.moved(state, by: step)
                state.top = content.top(state, height: height)
                let row = content.row(state)
                #expect(content.items[row].id == state.measure)
                #expect(row >= state.top && row < state.top + height)
            }
        }
    }
}
