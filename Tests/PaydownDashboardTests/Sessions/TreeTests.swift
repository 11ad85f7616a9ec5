import PaydownDashboard
import PaydownScreen
import Testing

/// Moving and folding in a list of findings.
struct TreeTests {
    @Test func `the list opens on its largest group, unfolded`() {
        var session = Session.shop()
        session.press("1")

        #expect(session.groups == ["core.manager 4", "core.events 2", "old.socket 1"])
        #expect(session.selection == "core.manager")
        #expect(session.tree.isExpanded(0))
        #expect(!session.tree.isExpanded(1))
    }

    @Test(arguments: [("j", "k"), ("down", "up")])
    func `row keys go a row down and up`(down: String, up: String) {
        var session = Session.shop()
        session.press("1 \(down)")
        #expect(session.selection == "app/a.py:3")
        session.press("\(down) \(up)")
        #expect(session.selection == "app/a.py:3")
    }

    @Test(arguments: [("l", "h"), ("right", "left")])
    func `folding keys open a group, go in, come out and close it`(open: String, close: String) {
        var session = Session.shop()
        session.press("1 }")
        #expect(session.selection == "core.events")

        session.press(open)
        #expect(session.tree.isExpanded(1))
        #expect(session.selection == "core.events")
        session.press(open)
        #expect(session.selection == "app/a.py:4")
        session.press(close)
        #expect(session.selection == "core.events")
        session.press(close)
        #expect(!session.tree.isExpanded(1))
    }

    @Test func `capital folding keys open and close everything`() {
        var session = Session.shop()
        session.press("1 L")
        #expect(session.tree.lineCount == 10)
        session.press("j j H")
        #expect(session.tree.lineCount == 3)
        #expect(session.selection == "core.manager")
    }

    @Test func `braces go from group to group and stop at the ends`() {
        var session = Session.shop()
        session.press("1 j j }")
        #expect(session.selection == "core.events")
        session.press("} } }")
        #expect(session.selection == "old.socket")
        session.press("{ { {")
        #expect(session.selection == "core.manager")
    }

    @Test func `an opening brace goes from a finding to its own group first`() {
        var session = Session.shop()
        session.press("1 } l l j {")
        #expect(session.selection == "core.events")
    }

    @Test(arguments: [("g", "G"), ("home", "end")])
    func `first and last go to the ends`(first: String, last: String) {
        var session = Session.shop()
        session.press("1 \(last)")
        #expect(session.selection == "old.socket")
        session.press(first)
        #expect(session.selection == "core.manager")
    }

    @Test func `pages keep a line in common and end at the ends`() throws {
        var session = Session.shop()
        session.press("1 L")
        let page = try #require(ScreenLayout(session.model).rect(of: .list)).height - 2
        session.press("pgdn")
        #expect(session.tree.selectedLine == min(9, page))
        session.press("pgdn pgdn")
        #expect(session.tree.selectedLine == 9)
        session.press("pgup")
        #expect(session.tree.selectedLine == max(0, 9 - page))
        session.press("g ^d")
        #expect(session.tree.selectedLine == max(1, page / 2))
        session.press("^u")
        #expect(session.tree.selectedLine == 0)
    }

    @Test func `enter unfolds a group, folds it again, and opens a finding in the editor`() {
        var session = Session.shop()
        session.press("1 } enter")
        #expect(session.tree.isExpanded(1))
        session.press("enter")
        #expect(!session.tree.isExpanded(1))
        session.press("g j enter")
        #expect(session.doings == [.edit([Effect.Location(path: "app/a.py", line: 3)])])
    }

    @Test func `esc steps out of a finding, then out of the check`() {
        var session = Session.shop()
        session.press("1 j j esc")
        #expect(session.selection == "core.manager")
        session.press("esc")
        #expect(session.model.place.screen == .overview)
    }

    @Test func `on a large screen groups and findings are columns of their own`() {
        var session = Session.shop(Size(width: 200, height: 60))
        session.press("1 j")
        #expect(session.selection == "core.events")
        session.press("l l")
        #expect(session.selection == "app/a.py:4")
        session.press("j j j")
        #expect(session.selection == "lib/d.py:7")
        session.press("h")
        #expect(session.selection == "core.events")
    }
}
