import PaydownCore
import PaydownDashboard
import Testing

struct PlanReadingTests {
    private func read(_ value: Double, _ target: Target, baseline: Double? = nil) -> TargetReading? {
        let header = ContentModel.header(day: 0, measures: [Measure(id: "m", title: "M", value: value)])
        return TargetReading(PhaseTarget(measure: "m", target: target, baseline: baseline), in: header)
    }

    @Test(arguments: Target.Comparison.allCases)
    func `what is missing is the least that meets the target`(comparison: Target.Comparison) throws {
        for goal in 0...12 {
            for value in 0...25 {
                let target = Target(comparison, Double(goal))
                let reading = try #require(read(Double(value), target))
                // A naive twin: the nearest whole number that meets the target.
                let nearest = (-40...60).filter { target.isMet(by: Double($0)) }.map { abs($0 - value) }.min()
                #expect(reading.missing == nearest.map(Double.init))
                #expect(reading.isMet == (reading.missing == 0))
            }
        }
    }

    @Test func `without a baseline only a met target has progress`() {
        #expect(read(5, Target(.atMost, 1))?.progress == nil)
        #expect(read(1, Target(.atMost, 1))?.progress == 1)
        #expect(read(10, Target(.atMost, 0), baseline: 20)?.progress == 0.5)
    }

    @Test func `a target in per cent is read as a share of the population`() {
        let measure = Measure(id: "m", value: 36, population: 48, better: .higher)
        let header = ContentModel.header(day: 0, measures: [measure])
        let target = PhaseTarget(measure: "m", target: Target(.atLeast, 90, isPercent: true), baseline: 50)
        let reading = TargetReading(target, in: header)
        #expect(reading?.value == 75)
        #expect(reading?.state == "missing 15 %")
    }

    @Test func `a share is shown in tenths and reads as met only when it is`() {
        for (done, shown, missing) in [(22.0, "75.8 %", "19.2 %"), (29, "100 %", "0 %"), (27.549, "94.9 %", "0.1 %")] {
            let measure = Measure(id: "m", value: done, population: 29, better: .higher)
            let target = PhaseTarget(measure: "m", target: Target(.atLeast, 95, isPercent: true), baseline: nil)
            let reading = TargetReading(target, in: ContentModel.header(day: 0, measures: [measure]))
            #expect(reading?.valueText == shown)
            #expect(reading?.missingText == missing)
        }
    }

    @Test func `a measure that the snapshot lacks has no reading and keeps its phase open`() {
        let header = ContentModel.header(day: 0, measures: [Measure(id: "a", value: 0)])
        let phase = Phase(
            name: "One",
            targets: [
                PhaseTarget(measure: "a", target: Target(.equal, 0), baseline: 4),
                PhaseTarget(measure: "gone", target: Target(.equal, 0), baseline: 4),
            ])
        let reading = PhaseReading(phase, number: 0, in: header, today: ContentModel.start)
        #expect(reading.targets.count == 1)
        #expect(!reading.isMet)
        #expect(reading.progress == 0.5)
    }

    @Test func `a phase stands at the mean of its targets`() {
        let header = ContentModel.header(
            day: 0, measures: [Measure(id: "a", value: 5), Measure(id: "b", value: 0), Measure(id: "c", value: 20)])
        let targets = ["a", "b", "c"].map { PhaseTarget(measure: $0, target: Target(.equal, 0), baseline: 10) }
        let reading = PhaseReading(
            Phase(name: "One", targets: targets), number: 0, in: header, today: ContentModel.start)
        // Half of the way, all of it, and backwards, which counts as none.
        #expect(reading.progress == 0.5)
    }

    @Test(arguments: [
        (-8, "late 8 days"), (-1, "late 1 day"), (0, "due today"), (1, "1 day left"), (13, "13 days left"),
    ])
    func `dates are said in words`(days: Int, words: String) {
        let header = ContentModel.header(day: 0, measures: [Measure(id: "a", value: 5)])
        let phase = Phase(
            name: "One", due: ContentModel.start.adding(days: days),
            targets: [PhaseTarget(measure: "a", target: Target(.equal, 0))])
        let reading = PhaseReading(phase, number: 0, in: header, today: ContentModel.start)
        #expect(reading.state == words)
        #expect(reading.isLate == (days < 0))
    }

    @Test func `a phase that is met is never late`() {
        let header = ContentModel.header(day: 0, measures: [Measure(id: "a", value: 0)])
        let phase = Phase(
            name: "One", due: ContentModel.start.adding(days: -3),
            targets: [PhaseTarget(measure: "a", target: Target(.equal, 0))])
        let reading = PhaseReading(phase, number: 0, in: header, today: ContentModel.start)
        #expect(reading.state == "met" && !reading.isLate)
    }

    @Test func `a plan's course is level until its phase and straight until its date`() {
        let start = ContentModel.start
        let plan = Plan(phases: [
            Phase(name: "0", starts: start, due: start.adding(days: 5)),
            Phase(
                name: "1", starts: start.adding(days: 10), due: start.adding(days: 20),
                targets: [PhaseTarget(measure: "m", target: Target(.atMost, 40), baseline: 100)]),
            Phase(
                name: "2", starts: start.adding(days: 30), due: start.adding(days: 40),
                targets: [PhaseTarget(measure: "m", target: Target(.below, 1), baseline: 100)]),
        ])
        let course = PlanCourse(of: "m", in: plan)
        for day in -5...60 {
            let expected: Double =
                switch day {
                case ...10: 100
                case 11...20: 100 - 6 * Double(day - 10)
                case 21...30: 40
                case 31...40: 40 - 4 * Double(day - 30)
                default: 0
                }
            #expect(abs(course.value(on: Double(start.number + day)) - expected) < 1e-9, "day \(day)")
        }
    }

    @Test func `the plan's lines have every phase and target once, and moving visits them in order`() {
        let targets = ["a", "b"].map { PhaseTarget(measure: $0, target: Target(.equal, 0), baseline: 3) }
        let plan = Plan(phases: [
            Phase(name: "One", protects: "the chat", targets: targets), Phase(name: "Two", targets: targets),
        ])
        let header = ContentModel.header(day: 0, measures: [Measure(id: "a", value: 5)], plan: plan)
        let content = PlanContent(ContentModel.model([header]))
        var state = PlanState()
        var visited: [String] = []
        for _ in 0..<10 {
            visited.append(content.measure(at: state.selected) ?? "phase")
            state = content.moved(state, by: 1)
        }
        #expect(visited == ["phase", "a", "b", "phase", "a", "b", "b", "b", "b", "b"])
        #expect(content.moved(state, by: -1_000_000_000).selected == 0)
    }

    @Test func `the selected line is always in sight`() {
        let targets = (0..<9).map { PhaseTarget(measure: "\($0)", target: Target(.equal, 0)) }
        let plan = Plan(phases: (0..<4).map { Phase(name: "\($0)", protects: "p", targets: targets) })
        let content = PlanContent(ContentModel.model([ContentModel.header(day: 0, plan: plan)]))
        for height in 1...60 {
            var state = PlanState()
            for step in [Int](repeating: 1, count: 60) + [Int](repeating: -1, count: 60) {
                state = content.moved(state, by: step)
                state.top = content.top(state, height: height)
                #expect(state.selected >= state.top && state.selected < state.top + height)
            }
        }
    }
}
