import PaydownDashboard
import PaydownScreen
import Testing

/// Leaving: esc never quits, q closes and then quits, ^c always quits.
struct LeaveTests {
    @Test(arguments: Screen.allCases)
    func `esc never quits, however deep one is and however often it is pressed`(screen: Screen) {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("\(screen.rawValue) j l l tab z")
        var quits = 0
        for _ in 0..<12 {
            session.press("esc")
            quits += session.effects.count { $0 == .quit }
        }

        #expect(quits == 0)
        #expect(session.model.place == Place(screen: .overview))
        #expect(session.model.layers.isEmpty)
    }

    @Test(arguments: Layers.allCases)
    func `esc closes a layer and nothing more`(layer: Layers) {
        var session = Session.shop()
        session.press("1 j")
        layer.open(&session)
        session.press("esc")

        #expect(session.model.layers.isEmpty)
        #expect(session.model.place == Place(screen: .imports))
        #expect(session.doings.isEmpty)
    }

    @Test func `q closes the zoom and then quits`() {
        var session = Session.shop()
        session.press("1 z q")
        #expect(session.model.place.zoomed == nil)
        #expect(session.doings.isEmpty)

        session.press("q")
        #expect(session.effects == [.quit])
    }

    @Test(arguments: [Layers.help, .sort, .group, .yank, .baselines, .problems])
    func `q closes a layer in which nothing is typed`(layer: Layers) {
        var session = Session.shop()
        session.press("1 j")
        layer.open(&session)
        session.press("q")

        #expect(session.model.layers.isEmpty)
        #expect(session.doings.isEmpty)
    }

    @Test(arguments: [Layers.helpSearched, .palette, .filter])
    func `where a text is typed q is a letter`(layer: Layers) {
        var session = Session.shop()
        session.press("1")
        layer.open(&session)
        session.press("q")

        #expect(session.model.layers.count == 1)
        #expect(session.screen.contains("q"))
        #expect(session.doings.isEmpty)
    }

    @Test(arguments: Layers.allCases)
    func `^c quits whatever lies on top`(layer: Layers) {
        var session = Session.shop()
        session.press("1 z")
        layer.open(&session)
        session.press("^c")

        #expect(session.effects == [.quit])
    }

    @Test(arguments: Emptiness.allCases)
    func `^c quits where there is nothing to show`(state: Emptiness) {
        var session = state.session
        session.press("^c")

        #expect(session.doings == [.quit])
    }

    @Test(arguments: Screen.allCases, ["F9", "^g", "@", "insert", "delete", "ä", "漢"])
    func `an unknown key does nothing`(screen: Screen, key: String) {
        var session = Session.shop()
        session.press("\(screen.rawValue) j")
        let before = session.model
        session.press(key)

        #expect(session.model == before)
        #expect(session.effects.isEmpty)
    }

    @Test func `an unknown key after a prefix closes the prefix and does nothing else`() {
        var session = Session.shop()
        session.press("1 j")
        let before = session.model
        session.press("s Z")

        #expect(session.model == before)
    }
}
