import PaydownDashboard
import PaydownScreen
import Testing

/// Editor, marks, copying, hiding.
struct ActTests {
    @Test func `e opens the selected finding, on a group its first one`() {
        var session = Session.shop()
        session.press("1 e")
        #expect(session.doings == [.edit([Effect.Location(path: "app/a.py", line: 3)])])
        session.press("j j j e")
        #expect(session.doings == [.edit([Effect.Location(path: "app/b.py", line: 2)])])
    }

    @Test func `e opens the selected test`() {
        var session = Session.shop()
        session.press("4 n e")
        #expect(session.doings == [.edit([Effect.Location(path: "tests/t.py", line: 12)])])
    }

    @Test func `e says why where there is nothing to open`() {
        var session = Session.shop()
        session.press("0 e")
        #expect(session.doings.isEmpty)
        #expect(session.footer.contains("select a finding or a test first"))
    }

    @Test func `back from the editor the files that are shown are read again`() {
        var session = Session.shop()
        session.press("1 j e")
        session.isAnswering = false
        session.send(.edited(problem: nil))
        #expect(session.effects.contains(.preview(path: "app/a.py")))
        #expect(session.selection == "app/a.py:3")
    }

    @Test func `an editor that does not start is said, with what to do`() {
        var session = Session.shop()
        session.press("1 j e")
        session.send(.edited(problem: "vi could not be started; set VISUAL or EDITOR"))
        #expect(session.footer.contains("set VISUAL or EDITOR"))
    }

    @Test func `space marks and goes on, and takes a mark away`() {
        var session = Session.shop()
        session.press("1 j space space")
        #expect(session.model.marks.count == 2)
        #expect(session.selection == "app/b.py:2")
        session.press("k space")
        #expect(session.model.marks.count == 1)
    }

    @Test func `a marks the group, and again none of it`() {
        var session = Session.shop()
        session.press("1 j j a")
        #expect(session.model.marks.count == 4)
        #expect(session.footer.contains("4 marked"))
        session.press("a")
        #expect(session.model.marks.isEmpty)
    }

    @Test func `space on a group marks all of it`() {
        var session = Session.shop()
        session.press("1 } space")
        #expect(session.model.marks.count == 2)
    }

    @Test func `E opens all that is marked, by path and line`() {
        var session = Session.shop()
        session.press("1 L G k space g j space E")
        #expect(
            session.doings == [
                .edit([Effect.Location(path: "app/a.py", line: 3), Effect.Location(path: "lib/c.py", line: 1)])
            ]
                || session.doings == [
                    .edit([Effect.Location(path: "app/a.py", line: 3), Effect.Location(path: "lib/d.py", line: 7)])
                ])
    }

    @Test func `E says that nothing is marked`() {
        var session = Session.shop()
        session.press("1 E")
        #expect(session.footer.contains("nothing is marked: space marks"))
        #expect(session.doings.isEmpty)
    }

    @Test func `a finding is copied as JSON on one line, whatever its texts are`() {
        let finding = Fixture.finding("manager-import", "a\"b\\c.py", 3, "x\u{2028}y\u{7F}z\u{8}\n")
        var session = Session(Size(width: 80, height: 24), snapshots: [Fixture.snapshot(findings: [finding])])
        session.press("1 j y j")
        let text = session.copied.first ?? ""
        #expect(text.contains(#""path":"a\"b\\c.py""#) && text.contains(#""symbol":"x\u2028y\u007fz\b\n""#))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x2028 })
    }

    @Test(arguments: [
        ("y", "app/a.py:3"), ("p", "app/a.py"), ("n", "core.manager"), ("t", "manager-import of core.manager"),
        ("s", "line 3 of app/a.py"), ("m", "- `app/a.py:3` manager-import of core.manager"),
        (
            "j",
            #"{"rule":"manager-import","path":"app/a.py","line":3,"column":1,"symbol":"core.manager","#
                + #""message":"manager-import of core.manager","excerpt":"from core.manager import thing  # 3","#
                + #""fingerprint":"manager-import/app/a.py/core.manager/3"}"#
        ),
    ])
    func `y and a letter copies that of the finding`(key: String, text: String) {
        var session = Session.shop()
        session.press("1 j y \(key)")
        #expect(session.copied == [text])
        #expect(session.model.layers.isEmpty)
    }

    @Test func `y a copies all marked places, a line each`() {
        var session = Session.shop()
        session.press("1 j space space y a")
        #expect(session.copied == ["app/a.py:3\napp/a.py:9"])
    }

    @Test func `without the source its excerpt is copied`() {
        var session = Session.shop()
        session.source = { _ in .missing("it is not here") }
        session.press("1 j y s")
        #expect(session.copied == ["from core.manager import thing  # 3"])
    }

    @Test(arguments: [
        ("y", "tests/t.py:12"), ("n", "sends"), ("t", "expected 5 events, got 4"),
        ("s", "Traceback\n  line 12\nAssertionError"), ("m", "- `tests/t.py:12` expected 5 events, got 4"),
        (
            "j",
            #"{"suite":"path","name":"sends","status":"failed","message":"expected 5 events, got 4","#
                + #""path":"tests/t.py","line":12}"#
        ),
    ])
    func `y and a letter copies that of the test`(key: String, text: String) {
        var session = Session.shop()
        session.press("4 n y \(key)")
        #expect(session.copied == [text])
    }

    @Test func `what was copied and how is said`() {
        var session = Session.shop()
        session.press("1 j y y")
        session.send(.copied(what: "path:line", how: "OSC 52"))
        #expect(session.footer.contains("copied path:line by OSC 52"))
        session.send(.copyFailed("nothing could be copied: no clipboard"))
        #expect(session.footer.contains("nothing could be copied"))
    }

    @Test func `Y copies the page as Markdown`() throws {
        var session = Session.shop()
        session.press("1 Y")
        let text = try #require(session.copied.first)
        #expect(text.hasPrefix("# shop: Imports\n\nSnapshot Fri 28 Nov 08:00, c0ffee028. 40 files, 1 unparsed.\n"))
        #expect(text.contains("\n7 of 7 findings\n"))
        #expect(text.contains("\n| core.manager | 4 | !▲ 1 |\n| core.events | 2 | = |\n"))
    }

    @Test func `Y copies the tests of the golden path and the measures elsewhere`() throws {
        var session = Session.shop()
        session.press("4 Y")
        #expect(try #require(session.copied.first).contains("| sends | failed | expected 5 events, got 4 |"))
        session.press("0 Y")
        #expect(try #require(session.copied.first).contains("| Imports | import paths | 2 | <= 1 | ▼ 1 |"))
    }

    @Test func `x hides a finding until X shows it again`() {
        var session = Session.shop()
        session.press("1 j x")
        #expect(session.groups.first == "core.manager 3")
        #expect(session.footer.contains("1 hidden until restart  (X shows it)"))
        session.press("X")
        #expect(session.footer.contains("1 hidden finding shown again"))
        #expect(session.groups.first == "core.manager 4")
        #expect(session.model.hidden.isEmpty)
        session.press("X")
        #expect(session.footer.contains("nothing is hidden"))
    }

    @Test func `x on a group hides all of it`() {
        var session = Session.shop()
        session.press("1 x")
        #expect(session.groups == ["core.events 2", "old.socket 1"])
    }

    @Test func `what is hidden stays hidden in the next snapshot`() {
        var session = Session.shop()
        session.press("1 j x")
        session.meet([Fixture.snapshot(day: 28, hour: 9)])
        #expect(session.groups.first == "core.manager 3")
    }

    @Test(arguments: ["r", "R"])
    func `scanning says what does it instead`(key: String) {
        var session = Session.shop()
        session.press(key)
        #expect(session.footer.contains("paydown scan makes a new one"))
        #expect(session.doings.isEmpty)
    }

    @Test func `f leaves the failures of the golden path`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("4 f")
        #expect(session.model.golden.onlyFailures)
        #expect(!session.screen.contains("logs in"))
        session.press("f")
        #expect(session.screen.contains("logs in"))
    }

    @Test func `w swaps the definitions and i leaves their differences`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("3")
        let before = session.screen
        session.press("w")
        #expect(session.model.checkState.isSwapped)
        #expect(session.screen != before)
        session.press("i")
        #expect(session.model.checkState.onlyDifferences)
    }

    @Test func `n goes through the pairs of a class with several definitions`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("3 n")
        #expect(session.model.checkState.pair == 1)
        session.press("n")
        #expect(session.model.checkState.pair == 0)
        session.press("N")
        #expect(session.model.checkState.pair == 1)
    }
}
