import PaydownCore
import PaydownDashboard
import PaydownScreen
import Testing

/// What arrives while one works: first data, broken files, previews, answers that fade.
struct LiveTests {
    @Test func `the first frame stands before anything is known`() {
        let session = Session()
        #expect(session.screen.contains("Looking for snapshots"))
        #expect(session.footer.contains("? help"))
    }

    @Test func `a file that is torn while another is shown is said at once`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("1")
        session.send(.unreadable("scans/b.json:3:1: the file ends early; make the snapshot again"))
        #expect(session.footer.contains("scans/b.json:3:1"))
        #expect(session.groups.count == 3)
    }

    @Test(arguments: 16...100)
    func `where there is nothing to show, what to do is said whole at any width`(width: Int) {
        for state in [Emptiness.none, .unreadable, .broken] {
            var session = state.session
            session.resize(Size(width: width, height: 40))
            let text = session.screen.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined()
            let advice =
                switch state {
                case .none: "opens snapshots (*.json, *.json.gz)."
                case .unreadable: "wait for its writer, or make the snapshot again"
                default: "a string is not closed; write it again"
                }
            #expect(text.contains(advice.split(separator: " ").joined()), "\(state)")
        }
    }

    @Test func `keys pressed before the data are kept`() {
        var session = Session()
        session.press("1 d")
        session.meet([Fixture.snapshot(day: 27), Fixture.snapshot(day: 28)])
        #expect(session.model.place.screen == .imports)
        #expect(session.groups.count == 3)
    }

    @Test func `a header fills the overview before the findings are read`() {
        var session = Session(Size(width: 120, height: 36))
        session.isAnswering = false
        session.meet([Fixture.snapshot()])
        #expect(session.screen.contains("import paths") || session.screen.uppercased().contains("IMPORTS"))
        #expect(session.loads == [SnapshotID(0)])
    }

    @Test func `what is shown is loaded before the baseline`() {
        var session = Session()
        session.isAnswering = false
        session.meet([Fixture.snapshot(day: 27), Fixture.snapshot(day: 28)])
        #expect(session.loads == [SnapshotID(1)])
        session.send(.loaded(LoadedSnapshot(id: SnapshotID(1), snapshot: Fixture.snapshot(day: 28))))
        #expect(session.effects.contains(.load(SnapshotID(0))))
    }

    @Test func `nothing is asked for twice while its answer is on the way`() {
        var session = Session()
        session.isAnswering = false
        session.meet([Fixture.snapshot(day: 27), Fixture.snapshot(day: 28)])
        session.press("1 j k 0 1")
        #expect(!session.effects.contains(.load(SnapshotID(1))))
    }

    @Test func `a snapshot that cannot be read leaves the last good one and says where it is broken`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("1 j")
        session.isAnswering = false
        session.meet([Fixture.snapshot(day: 28, hour: 9)])
        session.send(.failed(SnapshotID(2), message: "new.json:9:1: a brace is missing; write it again"))
        session.isAnswering = true
        #expect(session.model.current == SnapshotID(1))
        #expect(session.selection == "app/a.py:3")
        #expect(session.footer.contains("new.json:9:1: a brace is missing"))
        session.press("!")
        #expect(session.screen.contains("new.json:9:1: a brace is missing; write it again"))
    }

    @Test func `a file that is written again is shown as it was until it has been read`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("1 } l l")
        let before = session.groups
        session.isAnswering = false
        session.rewrite(Fixture.snapshot(findings: Array(Fixture.findings.prefix(5))))
        #expect(session.groups == before)
        #expect(session.model.shown != nil)
        #expect(session.effects == [.load(SnapshotID(1))])

        session.answer()
        session.answer()
        session.answer()
        #expect(session.groups == ["core.manager 4", "core.events 1"])
        #expect(session.selection == "app/a.py:4")
    }

    @Test func `a file that is half written keeps what was read of it`() {
        var session = Session.shop()
        session.press("1 j")
        let before = session.groups
        session.isAnswering = false
        session.rewrite(Fixture.snapshot(findings: []))
        session.send(.failed(SnapshotID(1), message: "shop-1.json:40:2: the file ends too early"))
        #expect(session.groups == before)
        #expect(session.footer.contains("the file ends too early"))
        session.isAnswering = true
        session.rewrite(Fixture.snapshot(findings: Array(Fixture.findings.prefix(4))))
        #expect(session.groups == ["core.manager 4"])
    }

    @Test func `a comparison of a file's earlier content is not taken`() {
        var session = Session.shop()
        session.isAnswering = false
        session.press("1")
        let old = session.model.question(.compare(baseline: SnapshotID(0), current: SnapshotID(1)))
        session.isAnswering = true
        session.rewrite(Fixture.snapshot(findings: Fixture.findings + Fixture.findings))
        let comparison = session.model.comparison
        if let late = old?({ false }) { session.send(late) }
        #expect(session.model.comparison == comparison)
        session.press("o f")
        #expect(session.tree.listing?.rows.count == 14)
    }

    @Test func `a finding that is fixed while selected gives way to its neighbour and says so`() {
        var session = Session.shop()
        session.press("1 j j")
        #expect(session.selection == "app/a.py:9")
        session.meet([
            Fixture.snapshot(day: 28, hour: 9, findings: Fixture.findings.filter { $0.line != 9 })
        ])
        #expect(session.tree.selectedGroup?.name == "core.manager")
        #expect(session.selection == "app/b.py:2")
        #expect(session.footer.contains("fixed: core.manager at app/a.py:9"))
    }

    @Test func `the preview waits until the cursor rests, and only the last file is read`() {
        var session = Session.shop()
        session.press("1 j")
        session.isAnswering = false
        session.press("j j j")
        #expect(session.effects == Array(repeating: .timer(.preview, milliseconds: 40), count: 3))
        #expect(session.model.preview?.path == "app/a.py")
        session.rest()
        #expect(session.effects == [.preview(path: "lib/c.py")])
        session.rest()
        #expect(session.effects.isEmpty)
    }

    @Test func `the first preview does not wait`() {
        var session = Session.shop()
        session.isAnswering = false
        session.press("1")
        session.answer()
        #expect(session.effects.contains(.preview(path: "app/a.py")))
    }

    @Test func `a preview that comes too late is not shown`() {
        var session = Session.shop()
        session.press("1 j")
        session.isAnswering = false
        session.press("j j")
        session.rest()
        session.send(.previewed(Preview(path: "app/a.py", content: .lines(SourceText(lines: ["old"])))))
        #expect(session.model.preview?.path == "app/b.py")
        #expect(session.model.preview?.content == .loading)
    }

    @Test func `moving within a file reads nothing`() {
        var session = Session.shop()
        session.press("1 j")
        session.isAnswering = false
        session.press("j")
        session.rest()
        #expect(session.effects.isEmpty)
    }

    @Test func `the panes beside a list follow when the cursor rests`() {
        var session = Session.shop()
        session.press("1 j")
        session.isAnswering = false
        session.press("j")
        #expect(session.selection == "app/a.py:9")
        #expect(session.screen.contains("3▌ line 3 of app/a.py"))
        session.rest()
        #expect(session.screen.contains("9▌ line 9 of app/a.py"))
    }

    @Test func `an answer goes after four seconds or with the next key`() {
        var session = Session.shop()
        session.press("T")
        #expect(session.effects.contains(.timer(.toast, milliseconds: 4000)))
        #expect(session.model.toast != nil)
        session.send(.timer(.toast))
        #expect(session.model.toast == nil)
        session.press("T j")
        #expect(session.model.toast == nil)
    }

    @Test func `nothing happens by itself`() {
        var session = Session.shop()
        session.press("1 j")
        let before = session.screen
        for second in 1...50 {
            session.send(.clock(Timestamp(seconds: Fixture.now.seconds + second, offsetMinutes: 60)))
            #expect(session.effects.isEmpty)
        }
        #expect(session.screen == before)
    }

    @Test(arguments: Layers.allCases)
    func `a resize keeps what lies on top and what is selected`(layer: Layers) {
        var session = Session.shop()
        session.press("1 j")
        layer.open(&session)
        let layers = session.model.layers
        session.resize(Size(width: 30, height: 9))
        session.resize(Size(width: 150, height: 40))
        #expect(session.model.layers == layers)
        session.resize(Size(width: 80, height: 24))
        #expect(session.brokenInvariants().isEmpty)
    }

    @Test func `a theme that fails leaves the old one and says why`() {
        var session = Session.shop()
        session.isAnswering = false
        session.send(.themeFailed(message: "mine.toml:3: no colour is called 'blu'"))
        #expect(session.model.theme == "base")
        #expect(session.footer.contains("mine.toml:3: no colour is called 'blu'"))
    }
}
