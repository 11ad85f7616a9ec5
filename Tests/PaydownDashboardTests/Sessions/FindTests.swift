import PaydownDashboard
import PaydownScreen
import Testing

/// Filtering, sorting, grouping, and going from hit to hit.
struct FindTests {
    @Test(arguments: ["1 /", "1 :", "1 ?"])
    func `what waits to be typed is taken at once, and gives what typing it gives`(keys: String) throws {
        let text = "path:app !events é漢 name:core"
        let waiting = text.unicodeScalars.map { Event.input(.key(.character($0))) }
        var typed = Session.shop()
        typed.press(keys)
        var pasted = typed
        typed.type(text)
        let (taken, count) = try #require(pasted.model.typedText((waiting + [.input(.key(.enter))])[...]))
        #expect(count == waiting.count)
        pasted.send(.input(.paste(taken)))
        #expect(pasted.screen == typed.screen)
        // A few may be keys, and where nothing is typed all of them are.
        #expect(pasted.model.typedText(waiting.prefix(9)) == nil)
        #expect(Session.shop().model.typedText(waiting[...]) == nil)
    }

    @Test func `the filter narrows the list with every letter`() {
        var session = Session.shop()
        session.press("1 /")
        session.type("e")
        #expect(session.groups.count == 3)
        session.type("vents")
        #expect(session.groups == ["core.events 2"])
        #expect(session.footer.contains("2 of 7"))
        session.press("backspace backspace backspace backspace backspace backspace")
        #expect(session.groups.count == 3)
    }

    @Test func `esc while typing clears the filter, enter keeps it, esc then clears it`() {
        var session = Session.shop()
        session.press("1 /")
        session.type("events")
        session.press("esc")
        #expect(session.groups.count == 3)

        session.press("/")
        session.type("events")
        session.press("enter")
        #expect(session.model.layers.isEmpty)
        #expect(session.groups == ["core.events 2"])
        session.press("esc")
        #expect(session.groups.count == 3)
        #expect(session.model.place.screen == .imports)
    }

    @Test func `the filter is opened with the text it has`() {
        var session = Session.shop()
        session.press("1 /")
        session.type("even")
        session.press("enter /")
        session.type("ts")
        #expect(session.model.checkState.filter == "events")
    }

    @Test func `arrows move in the list while the filter is typed`() {
        var session = Session.shop()
        session.press("1 /")
        session.type("core")
        session.press("down down")
        #expect(session.selection == "app/a.py:9")
        #expect(session.model.layers.count == 1)
    }

    @Test func `what is filtered stays selected`() {
        var session = Session.shop()
        session.press("1 } l l /")
        session.type("a.py:")
        session.press("esc /")
        session.type("a.py")
        #expect(session.selection == "app/a.py:4")
    }

    @Test func `each check has a filter of its own`() {
        var session = Session.shop()
        session.press("1 /")
        session.type("events")
        session.press("enter 2")
        #expect(session.groups.count == 2)
        session.press("1")
        #expect(session.groups.count == 1)
    }

    @Test func `a filter that cannot be understood says why and hides nothing`() {
        var session = Session.shop()
        session.press("1 /")
        session.type("/(/")
        #expect(session.footer.contains("/(/ is no regular expression"))
        #expect(session.groups.count == 3)
    }

    @Test func `the golden path filters by suite, name and outcome`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("4 /")
        session.type("failed")
        #expect(session.model.selectedTest?.name == "sends")
        session.press("esc /")
        session.type("resumes")
        session.press("enter")
        #expect(session.model.selectedTest?.name == "resumes")
    }

    @Test func `n and N go from hit to hit and around`() {
        var session = Session.shop()
        session.press("1 /")
        session.type("b.py")
        session.press("enter n")
        #expect(session.selection == "app/b.py:2")
        session.press("esc / esc /")
        session.type("d.py")
        session.press("enter n")
        #expect(session.selection == "lib/d.py:7")
        session.press("n N")
        #expect(session.selection == "lib/d.py:7")
    }

    @Test func `without a filter n goes to what is new`() {
        var session = Session.shop()
        session.press("1 G n")
        #expect(session.selection == "app/a.py:3")
    }

    @Test func `n says when nothing is new`() {
        var session = Session(snapshots: [Fixture.snapshot(day: 27), Fixture.snapshot(day: 28)])
        session.press("1 n")
        #expect(session.footer.contains("nothing new since the baseline"))
    }

    @Test func `n and N go from failure to failure on the golden path`() {
        var session = Session.shop()
        session.press("4 n")
        let first = session.model.selectedTest?.name
        session.press("n")
        let second = session.model.selectedTest?.name
        session.press("n")
        #expect(Set([first, second]) == ["sends", "answers"])
        #expect(session.model.selectedTest?.name == first)
        session.press("N")
        #expect(session.model.selectedTest?.name == second)
    }

    @Test(arguments: [
        ("n", ["core.events", "core.manager", "old.socket"]), ("c", ["core.manager", "core.events", "old.socket"]),
        ("p", ["core.manager", "core.events", "old.socket"]), ("d", ["core.manager", "core.events", "old.socket"]),
    ])
    func `sorting orders the groups, and again turns them round`(key: String, names: [String]) {
        var session = Session.shop()
        session.press("1 o s s n s \(key)")
        if key == "n" { session.press("s n") }
        #expect(session.tree.listing?.groups.map(\.name) == names)

        session.press("s \(key)")
        let ties = key == "d"
        let reversed = ties ? ["core.events", "old.socket", "core.manager"] : Array(names.reversed())
        #expect(session.tree.listing?.groups.map(\.name) == reversed)
    }

    @Test func `an order that has no data says so and changes nothing`() {
        var session = Session.shop()
        session.press("1")
        let before = session.groups
        session.press("s o")
        #expect(session.footer.contains("no CODEOWNERS file says who owns what"))
        #expect(session.groups == before)
        #expect(session.model.checkState.sort == .count)
    }

    @Test(arguments: [
        ("f", ["app/a.py 3", "lib/c.py 2", "app/b.py 1", "lib/d.py 1"]), ("d", ["app 4", "lib 3"]),
        ("r", ["manager-import 6", "legacy-import 1"]), ("s", ["core.manager 4", "core.events 2", "old.socket 1"]),
    ])
    func `grouping puts the same findings together differently`(key: String, groups: [String]) {
        var session = Session.shop()
        session.press("1 o r o \(key)")

        #expect(session.groups == groups)
        #expect(session.model.layers.isEmpty)
    }

    @Test(arguments: [(Layers.sort, Action.Context.sort), (.group, .group), (.yank, .yank)])
    func `a prefix key shows what may follow, and only that`(layer: Layers, context: Action.Context) {
        var session = Session.shop()
        session.press("1 j")
        let before = session.screen
        layer.open(&session)

        let following = ActionTable.all.filter { $0.context == context }
        #expect(session.screen != before)
        for action in following { #expect(session.screen.contains(action.title)) }
        #expect(session.screen.split(separator: "\n").count { $0.contains("╭") } == 1)
        #expect(session.screen.split(separator: "\n").count { $0.contains("│") } >= following.count)
    }
}
