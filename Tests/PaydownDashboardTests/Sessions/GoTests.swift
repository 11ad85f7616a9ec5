import PaydownDashboard
import PaydownScreen
import Testing

/// Places: the number keys, and the way back.
struct GoTests {
    @Test(arguments: Screen.allCases, Screen.allCases)
    func `a number key leads to its screen from every other`(from: Screen, to: Screen) {
        var session = Session.shop()
        session.press("\(from.rawValue) \(to.rawValue)")

        #expect(session.model.place == Place(screen: to))
    }

    @Test(arguments: Screen.allCases)
    func `the number of the screen that is shown does nothing`(screen: Screen) {
        var session = Session.shop()
        session.press("\(screen.rawValue) j l tab")
        let before = session.model
        session.press("\(screen.rawValue)")

        #expect(session.model == before)
        #expect(session.effects.isEmpty)
    }

    @Test func `a number key leaves no zoom and no layer behind where it leads`() {
        var session = Session.shop()
        session.press("1 z 5")

        #expect(session.model.place == Place(screen: .plan))
    }

    @Test func `a dash leads to the last place and back again`() {
        var session = Session.shop()
        session.press("1 3 -")
        #expect(session.model.place.screen == .imports)
        session.press("-")
        #expect(session.model.place.screen == .duplicates)
    }

    @Test func `a dash before anything else stays`() {
        var session = Session.shop()
        session.press("-")
        #expect(session.model.place.screen == .overview)
    }

    @Test func `each screen keeps its selection while another is shown`() {
        var session = Session.shop()
        session.press("1 j j 2 j 1")

        #expect(session.selection == "app/a.py:9")
    }

    @Test func `enter goes from a phase to its first target, and from there to the check`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("5 g")
        let phase = session.model.plan.selected
        session.press("enter")
        #expect(session.model.place.screen == .plan)
        #expect(session.model.plan.selected > phase)
        session.press("enter")
        #expect(session.model.place.screen != .plan)
    }
}
