import PaydownCore
import PaydownDashboard
import PaydownScreen
import Testing

struct TimelineForecastTests {
    private let medium = Size(width: 120, height: 36)

    /// The shop with its singletons at these numbers week by week, on the timeline, at the singletons.
    private func session(_ counts: [Int], size: Size? = nil) -> Session {
        var session = Session(size ?? medium, snapshots: PastOfShop.snapshots(counts))
        session.press("6 m m m")
        return session
    }

    @Test func `the sample history grows, and the screen says so`() {
        for size in [Size(width: 80, height: 24), medium, Size(width: 200, height: 60)] {
            var session = SampleArchive.history.session(size)
            #expect(session.screen.contains("growing by 268 a week: no date"), "overview \(size)")
            session.press("6")
            #expect(session.screen.contains("growing by 268 a week: no date"), "timeline \(size)")
            session.press("5")
            #expect(session.screen.contains("growing"), "plan \(size)")
            #expect(!session.screen.contains("P85 "), "\(size)")
        }
    }

    @Test func `the simulated sample has dates, and those that have none say why`() {
        var session = SampleArchive.simulated.session(medium)
        #expect(session.screen.contains("P85 31 Oct"))
        session.press("6")
        #expect(session.screen.contains("P50 31 Oct, P85 31 Oct"))
        #expect(session.screen.contains("due 26 Oct: 0 % in time, late 5 d"))
        #expect(session.screen.contains("no date (Scattered"))
    }

    @Test func `whoever walks back sees what was said then`() {
        var session = session([60, 54, 48, 42, 36, 30, 24, 18, 12])
        #expect(session.screen.contains("P50 12 Dec, P85 12 Dec"))
        session.press("[")
        // Eighteen are left, three weeks from the 21st.
        #expect(session.screen.contains("P50 12 Dec, P85 12 Dec"))
        session.press("[ [ [")
        #expect(session.screen.contains("weeks with data: a date needs 6"))
    }

    @Test func `findings are compared one by one, and the week shows both flows`() throws {
        // Ten gone and ten others new: the number does not move.
        var snapshots = PastOfShop.snapshots([20, 20])
        let others = (10..<30).map { Fixture.finding("singleton", "app/s\($0).py", 5, "get_\($0)") }
        var table = FindingTable()
        for finding in others { table.append(finding) }
        table.seal()
        snapshots[1].findings = table
        var session = Session(medium, snapshots: snapshots)
        session.press("6 m m m")

        let week = try #require(session.model.shownOutlook?.weeks.first)
        #expect((week.inflow, week.outflow) == (10, 10))
        #expect(session.screen.contains("counted"))
    }

    @Test func `where only numbers are known the change is one flow, and that is said`() {
        var session = Session(medium, snapshots: PastOfShop.snapshots([20, 16]))
        session.count = { _ in [:] }
        session.press("6 m m m")

        var uncounted = Session(medium)
        uncounted.count = { _ in [:] }
        uncounted.meet(PastOfShop.snapshots([20, 16]))
        uncounted.press("6 m m m")
        #expect(uncounted.model.shownOutlook?.weeks.first?.origin == .change)
        #expect(uncounted.screen.contains("in part net"))
    }

    @Test func `flows are asked for once, and again when a file is written again`() {
        var session = Session(medium, snapshots: PastOfShop.snapshots([20, 16, 12]))
        #expect(session.effects.count { if case .flows = $0 { true } else { false } } == 1)
        session.press("6 m k j 5 0")
        #expect(!session.effects.contains { if case .flows = $0 { true } else { false } })
        session.rewrite(PastOfShop.snapshot(day: 28, singletons: 11))
        let asked = session.effects.compactMap { if case .flows(let pairs) = $0 { pairs } else { nil } }
        #expect(asked == [[FlowLedger.Pair(older: SnapshotID(1), newer: SnapshotID(2))]])
    }

    @Test func `an old snapshot has no date from today, and says as of when it had one`() {
        var session = session([60, 54, 48, 42, 36, 30, 24, 18, 12])
        session.send(.clock(Timestamp(seconds: Fixture.moment(day: 28).seconds + 20 * 86_400)))
        session.press("k j")
        #expect(session.screen.contains("the last snapshot is 20 days old: no date"))
        #expect(session.screen.contains("as of then:"))
        session.press("0")
        #expect(session.screen.contains("as of 28 Nov"))
    }

    @Test func `a change moves the date, both are shown, and esc takes it back`() {
        var session = session([60, 54, 48, 42, 36, 30, 24, 18, 12])
        session.press("w")
        #expect(session.screen.contains("WHAT IF"))
        #expect(session.screen.contains("then  the same: nothing is changed"))
        // Half as fast again, a tenth at a time: nine a week.
        session.press("l l l l l l l l l l")
        #expect(session.screen.contains("+100 % out"))
        #expect(session.screen.contains("now   P50 12 Dec, P85 12 Dec"))
        #expect(session.screen.contains("then  P50 5 Dec, P85 5 Dec"))
        #expect(session.screen.contains("what comes in stays"))
        session.press("esc")
        #expect(!session.screen.contains("WHAT IF"))
        #expect(session.model.timeline.whatIf == nil && session.model.place.screen == .timeline)
    }

    @Test func `a person who joins is said with what is taken for granted`() {
        var session = session([60, 54, 48, 42, 36, 30, 24, 18, 12])
        session.press("w j l l j l l l")
        #expect(session.screen.contains("people at it now"))
        #expect(session.screen.contains("6/3 of what goes out"))
        #expect(session.screen.contains("then  P50 5 Dec, P85 5 Dec"))
    }

    @Test func `a finished piece of work is off the remainder`() throws {
        var session = session([60, 54, 48, 42, 36, 30, 24, 18, 12])
        session.press("w j j j")
        for _ in 0..<6 { session.press("enter j") }
        let query = try #require(session.model.outlook?.query)
        #expect(session.model.shownOutlook?.changed?.dates?.p85?.iso == "2025-12-05", "\(query)")
        #expect(session.screen.contains("6 off the remainder today"))
        session.press("h")
        session.press("k h")
        #expect(session.screen.contains("5 off the remainder today"))
    }

    @Test func `what if is for the timeline`() {
        var session = Session.shop(medium)
        #expect(session.run(.timelineWhatIf) == [.timer(.toast, milliseconds: 4000)])
        #expect(session.model.timeline.whatIf == nil)
    }

    @Test func `each target's forecast is the one of its own phase`() throws {
        let session = SampleArchive.simulated.session(medium)
        let board = try #require(session.model.shownBoard)
        let classes = board.entries.filter { $0.target.measure == "duplicate-class.names" }

        #expect(classes.map(\.phase) == [1, 2])
        #expect(classes.map(\.forecast.isMet) == [true, false])
        #expect(board.last(of: "duplicate-class.names")?.phase == 2)
    }

    @Test func `all targets are met when the slowest one is`() throws {
        var session = session([60, 54, 48, 42, 36, 30, 24, 18, 12])
        session.press("0")
        let board = try #require(session.model.shownBoard)

        // No class and no path is left in that past; twelve singletons are, six go a week.
        guard case .day(let day, let entry) = try #require(board.slowest) else {
            Issue.record("no date: \(String(describing: board.slowest))")
            return
        }
        #expect(entry.target.measure == "singletons" && day?.iso == "2025-12-12")
        #expect(session.screen.contains("all targets: 12 Dec"))
    }

    @Test func `the page as Markdown has the dates`() {
        var session = session([60, 54, 48, 42, 36, 30, 24, 18, 12])
        session.press("Y")
        let text = session.copied.first ?? ""
        #expect(text.contains("| singletons | 12 | = 0 | ▼ 6 | 12 Dec, late 7 d |"), "\(text)")
        #expect(text.contains("Forecast, all targets: 12 Dec (singletons)."))
    }
}
