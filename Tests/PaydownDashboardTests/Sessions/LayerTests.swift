import PaydownCore
import PaydownDashboard
import PaydownScreen
import Testing

/// Help, palette and what else lies over a screen.
struct LayerTests {
    @Test(arguments: ["?", "F1"])
    func `the help has every action with its keys`(key: String) {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("1 \(key)")
        var pages = session.screen
        for _ in 0..<10 {
            session.press("pgdn")
            pages += session.screen
        }
        for action in ActionTable.all {
            #expect(pages.contains(action.title), "\(action.id)")
            #expect(pages.contains(session.model.bindings.label(for: action.id, .unicode)))
        }
    }

    @Test func `the help is searched by what is typed and runs with enter`() {
        var session = Session.shop()
        session.press("1 ?")
        session.type("next theme")
        session.press("enter")

        #expect(session.model.layers.isEmpty)
        #expect(session.doings == [.showTheme("paydown-dark")])
    }

    @Test func `the help says when nothing is called that`() {
        var session = Session.shop()
        session.press("?")
        session.type("xyzzy")
        #expect(session.screen.contains("no key does that"))
        session.press("enter")
        #expect(session.model.layers.count == 1)
    }

    @Test func `an action that cannot be done stays in the help and says why when it is run`() {
        var session = Session.shop()
        session.press("0 ?")
        session.type("pan to later")
        #expect(session.screen.contains("pan to later"))
        session.press("enter")
        #expect(session.footer.contains("this works on the timeline: 6"))
    }

    @Test(arguments: ActionTable.all.map(\.id))
    func `every action that cannot be done says why in the footer`(id: ActionID) {
        var session = Session.shop()
        session.press("0")
        guard let reason = session.model.disabledReason(id) else { return }
        let effects = session.run(id)

        #expect(effects.contains(.timer(.toast, milliseconds: 4000)))
        #expect(session.footer.contains(reason.prefix(60)))
    }

    @Test(arguments: [":", "^p"])
    func `the palette runs an action and teaches its key`(key: String) {
        var session = Session.shop()
        session.press("1 \(key)")
        session.type("expand all")
        #expect(session.screen.split(separator: "\n").contains { $0.contains("Expand all") && $0.contains("L") })
        session.press("enter")
        #expect(session.tree.lineCount == 10)
        #expect(session.model.layers.isEmpty)
    }

    @Test func `the palette goes to a group wherever it is`() {
        var session = Session.shop()
        session.press("0 :")
        session.type("core.events")
        session.press("enter")
        #expect(session.model.place.screen == .imports)
        #expect(session.selection == "core.events")
        #expect(session.tree.isExpanded(1))
    }

    @Test func `the palette goes to a test`() {
        var session = Session.shop()
        session.press(":")
        session.type("answers (test)")
        session.press("enter")
        #expect(session.model.place.screen == .goldenPath)
        #expect(session.model.selectedTest?.name == "answers")
    }

    @Test func `the palette shows another snapshot and takes another baseline`() {
        var session = Session(snapshots: (24...28).map { Fixture.snapshot(day: $0) })
        session.press(":")
        session.type("snapshot: tue 25")
        session.press("enter")
        #expect(session.model.current == SnapshotID(1))
        session.press(":")
        session.type("baseline: mon 24")
        session.press("enter")
        #expect(session.model.baseline == SnapshotID(0))
    }

    @Test func `a theme under the cursor is shown at once and esc brings the old one back`() {
        var session = Session.shop()
        session.press(":")
        session.type("theme: ")
        session.press("down")
        #expect(session.model.theme == "paydown-dark")
        session.press("down")
        #expect(session.model.theme == "paydown-light")
        session.press("esc")
        #expect(session.model.theme == "base")

        session.press(":")
        session.type("theme: ")
        session.press("down enter")
        #expect(session.model.theme == "paydown-dark")
        #expect(session.model.layers.isEmpty)
    }

    @Test func `tab completes what is selected`() {
        var session = Session.shop()
        session.press(":")
        session.type("expand a")
        session.press("tab")
        #expect(session.screen.contains(": Expand all"))
    }

    @Test func `the palette says when nothing is called that`() {
        var session = Session.shop()
        session.press(":")
        session.type("xyzzyqq")
        #expect(session.screen.contains("nothing is called that"))
    }

    @Test func `problems has broken snapshots, messages and coverage`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.send(.found([Archive.Entry(id: SnapshotID(9), name: "bad.json")]))
        session.send(.failed(SnapshotID(9), message: "bad.json:3:9: a number is broken; write it again"))
        session.send(.notice("paydown.toml:4: no setting is called 'thme'"))
        session.press("!")

        #expect(session.screen.contains("bad.json:3:9: a number is broken; write it again"))
        #expect(session.screen.contains("paydown.toml:4: no setting is called 'thme'"))
        #expect(session.screen.contains("lib/bad.py:2"))
    }

    @Test func `problems scroll to their end and not beyond`() {
        var session = Session.shop()
        for number in 1...60 { session.send(.notice("message \(number)")) }
        session.press("! G")
        #expect(session.screen.contains("lib/bad.py:2"))
        let last = session.screen
        session.press("j j")
        #expect(session.screen == last)
        session.press("g")
        #expect(session.screen.contains("message 1"))
    }

    @Test func `a paste goes where text is typed, on one line`() {
        var session = Session.shop()
        session.press("1 /")
        session.send(.input(.paste("core\nevents\t")))
        #expect(session.model.checkState.filter == "core events ")
        session.press("esc :")
        session.send(.input(.paste("expand\nall")))
        #expect(session.screen.contains(": expand all"))
        session.press("esc ?")
        session.send(.input(.paste("redraw")))
        #expect(session.screen.contains("/ redraw"))
    }

    @Test func `a paste elsewhere is no command`() {
        var session = Session.shop()
        session.press("1 j")
        let before = session.model
        session.send(.input(.paste("qxR8")))
        #expect(session.model == before)
        #expect(session.effects.isEmpty)
    }

    @Test func `a control that is pasted does not reach the screen`() {
        var session = Session.shop()
        session.press("1 /")
        session.send(.input(.paste("\u{1B}[31m\u{202E}x")))
        #expect(session.brokenInvariants().isEmpty)
    }

    @Test func `a new table of keys holds at once`() {
        var session = Session.shop()
        var problems: [String] = []
        let bindings = KeyBindings(
            overrides: [KeyBindings.Override(action: "help", keys: [.character("H")], place: "c.toml:2")],
            problems: &problems)
        session.send(.configured(bindings, problems: ["c.toml:9: no action is called 'hlp'"]))
        #expect(session.footer.contains("c.toml:9: no action is called 'hlp'"))
        session.press("?")
        #expect(session.model.layers.isEmpty)
        #expect(session.footer.contains("H help"))
        session.press("H")
        #expect(session.model.layers.count == 1)
    }
}
