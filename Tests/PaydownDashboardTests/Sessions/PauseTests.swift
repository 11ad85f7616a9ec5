import PaydownCore
import PaydownDashboard
import PaydownScreen
import Testing

/// `p` stops what is shown, not what is done: scans and files wait, and are shown when one goes on.
struct PauseTests {
    private static let withoutLine9 = Fixture.findings.filter { $0.line != 9 }

    private func session(_ keys: String = "1 L j j p") -> Session {
        var session = Session.shop(Size(width: 120, height: 36))
        session.send(.scannable(obstacle: nil))
        session.press(keys)
        session.send(.timer(.toast))
        return session
    }

    private func news(_ findings: [Finding], number: Int = 0, hour: Int = 9, of session: Session) -> ScanNews {
        let snapshot = LoadedSnapshot(id: .scan(number), snapshot: Fixture.snapshot(hour: hour, findings: findings))
        return ScanNews(
            snapshot, name: "now.json", since: session.model.shown.map { Comparison(from: $0, to: snapshot) },
            notes: [])
    }

    /// The frame without its footer.
    private func view(_ session: Session) -> [String] { session.frame.lines.dropLast() }

    @Test func `a scan that ends while paused waits, and the view stands still`() {
        var session = session()
        let before = view(session)
        session.press("r")
        #expect(session.doings == [.scan(.changed)])
        session.send(.scanned(news(Self.withoutLine9, of: session)))

        #expect(view(session) == before)
        #expect(session.model.current == SnapshotID(1))
        #expect(session.footer.contains("p go on"))
        #expect(session.footer.contains("paused, 1 waiting"))
        #expect(!session.footer.contains("scanning"))
        #expect(session.brokenInvariants().isEmpty)
    }

    @Test func `going on shows the newest at once, with the selection kept`() {
        var session = session("1 L j p")
        #expect(session.selection == "app/a.py:3")
        session.press("r")
        session.send(.scanned(news(Self.withoutLine9, of: session)))
        session.press("p")
        #expect(session.model.current == .scan(0))
        #expect(session.selection == "app/a.py:3")
        #expect(session.groups.contains("core.manager 3"))
        #expect(session.footer.contains("1 fixed"))
        session.press("j")
        #expect(!session.footer.contains("paused"))
    }

    @Test func `what was there already does not wait, however early one pauses`() {
        var session = Session(Size(width: 120, height: 36))
        let snapshots = [Fixture.snapshot(hour: 8, findings: Self.withoutLine9), Fixture.snapshot(hour: 9)]
        let entries = snapshots.enumerated().map { number, snapshot in
            Archive.Entry(id: SnapshotID(number), name: "\(number).json", header: snapshot.header, content: .header)
        }
        session.snapshots = [SnapshotID(0): snapshots[0], SnapshotID(1): snapshots[1]]
        session.send(.found([entries[1]], isAll: false))
        session.press("p")
        session.send(.found([entries[0]]))

        #expect(session.model.archive.entries.count == 2)
        #expect(session.model.pause?.count == 0)
        let later = Fixture.snapshot(hour: 10)
        session.send(.found([Archive.Entry(id: SnapshotID(2), name: "2.json", header: later.header)]))
        #expect(session.model.pause?.count == 1)
    }

    @Test func `a file that is new or written again waits, once for each`() {
        var session = session()
        let before = view(session)
        session.meet([Fixture.snapshot(hour: 9, findings: Self.withoutLine9)])
        session.rewrite(Fixture.snapshot(hour: 9, findings: Array(Fixture.findings.prefix(3))))
        #expect(session.footer.contains("paused, 1 waiting"))
        session.meet([Fixture.snapshot(hour: 10, findings: Array(Fixture.findings.prefix(5)))])
        #expect(session.footer.contains("paused, 2 waiting"))
        #expect(session.loads.isEmpty)
        #expect(view(session) == before)

        session.press("p")
        #expect(session.model.current == SnapshotID(3))
        #expect(session.model.archive.timeline.count == 4)
        #expect(session.groups == ["core.manager 4", "core.events 1"])
        #expect(session.footer.contains("2 have come; snapshot 4 of 4"))
    }

    @Test func `one more scan follows while paused, and both wait`() {
        var session = session()
        session.press("r r")
        session.send(.scanned(news(Self.withoutLine9, of: session)))
        #expect(session.doings == [.scan(.changed)])
        session.send(.scanned(news(Array(Fixture.findings.prefix(3)), number: 1, hour: 10, of: session)))
        #expect(session.model.scan.running == nil)
        session.send(.timer(.toast))
        #expect(session.footer.contains("paused, 2 waiting"))
        session.press("p")
        #expect(session.model.current == .scan(1))
        session.isAnswering = false
        session.press("[")
        #expect(session.model.current == .scan(0))
        #expect(session.loads == [.scan(0)])
    }

    @Test func `the file in which a waiting scan was kept is not a second one`() {
        var session = session()
        let scanned = Fixture.snapshot(hour: 9, findings: Self.withoutLine9)
        session.press("r")
        session.send(.scanned(ScanNews(LoadedSnapshot(id: .scan(0), snapshot: scanned), name: "now.json", since: nil)))
        session.meet([scanned])
        #expect(session.footer.contains("paused, 1 waiting"))
        session.press("p")
        #expect(session.model.archive.timeline.map(\.id) == [SnapshotID(0), SnapshotID(1), .scan(0)])
    }

    @Test func `moving, folding, filtering and stepping back work while paused`() {
        var session = session("1 p")
        session.meet([Fixture.snapshot(hour: 9, findings: Self.withoutLine9)])
        session.press("L j j")
        #expect(session.selection == "app/a.py:9")
        session.press("/ l i b enter")
        #expect(session.groups == ["core.events 1", "core.manager 1", "old.socket 1"])
        session.press("esc [")
        #expect(session.model.current == SnapshotID(0))
        #expect(session.model.shown != nil)
        session.press("]")
        #expect(session.model.current == SnapshotID(1))
        #expect(session.footer.contains("snapshot 2 of 2"))
        session.press("g")
        #expect(session.footer.contains("paused, 1 waiting"))
    }

    @Test func `what was being read again when the pause began waits too`() {
        var session = session("1 L j")
        session.isAnswering = false
        session.rewrite(Fixture.snapshot(findings: Array(Fixture.findings.prefix(3))))
        let answers = session.effects.flatMap { session.answers($0) }
        session.isAnswering = true
        session.press("p")
        session.send(.timer(.toast))
        let before = view(session)
        for event in answers { session.send(event) }
        #expect(view(session) == before)
        #expect(session.footer.contains("paused, 1 waiting"))
        session.press("p")
        #expect(session.groups == ["core.manager 3"])
    }

    @Test func `the first findings do not wait: there is nothing yet to stand still`() {
        var session = Session(Size(width: 120, height: 36))
        session.isAnswering = false
        session.meet([Fixture.snapshot()])
        session.press("0 p")
        #expect(session.model.isPaused)
        session.send(.loaded(LoadedSnapshot(id: SnapshotID(0), snapshot: Fixture.snapshot())))
        #expect(session.model.shown != nil)
        #expect(!session.footer.contains("waiting"))
    }

    @Test func `before there is anything to show it says so`() {
        var session = Session()
        session.send(.found([]))
        session.press("p")
        #expect(!session.model.isPaused)
        #expect(session.footer.contains("there is no snapshot yet"))
    }

    @Test func `a pause in which nothing came ends with a word`() {
        var session = session("1 p")
        session.press("p")
        #expect(!session.model.isPaused)
        #expect(session.footer.contains("nothing came meanwhile"))
    }

    @Test func `a scan that fails while paused is told at once`() {
        var session = session()
        session.press("r")
        session.send(.scanFailed(["paydown.toml:3:1: unknown key 'rul'"]))
        #expect(session.footer.contains("paydown.toml:3:1: unknown key 'rul'"))
        session.press("j")
        #expect(session.footer.contains("paused") && !session.footer.contains("waiting"))
    }

    @Test func `f goes to the newest, from a pause and from the past`() {
        var session = session("1 [")
        #expect(session.model.current == SnapshotID(0))
        session.press("f")
        #expect(session.model.current == SnapshotID(1))
        #expect(session.footer.contains("snapshot 2 of 2"))
        session.meet([Fixture.snapshot(hour: 9)])
        #expect(session.model.current == SnapshotID(2))

        session.press("p")
        session.meet([Fixture.snapshot(hour: 10)])
        session.press("[ f")
        #expect(!session.model.isPaused)
        #expect(session.model.current == SnapshotID(3))
        session.press("f")
        #expect(session.footer.contains("this is the newest snapshot"))
    }

    @Test func `where tests are listed f shows the failures`() {
        var session = session("4 f")
        #expect(session.model.golden.onlyFailures)
        #expect(session.run(.watchFollow).contains(.timer(.toast, milliseconds: 4000)))
    }

    @Test func `who went back in time while paused is brought to the newest`() {
        var session = session("1 p")
        session.meet([Fixture.snapshot(hour: 9)])
        session.press("[ p")
        #expect(session.model.current == SnapshotID(2))
        session.meet([Fixture.snapshot(hour: 10)])
        #expect(session.model.current == SnapshotID(3))
    }

    @Test(arguments: [Size(width: 30, height: 8), Size(width: 60, height: 20), Size(width: 80, height: 24)])
    func `the count stands in the footer at every size`(size: Size) {
        var session = session()
        session.meet([Fixture.snapshot(hour: 9)])
        session.resize(size)
        #expect(session.footer.contains("paused, 1 waiting"), "\(session.footer)")
        #expect(session.footer.contains("? help"))
    }

    @Test func `read aloud each arrival is a line`() {
        var session = session()
        session.change { $0.isAccessible = true }
        session.meet([Fixture.snapshot(hour: 9)])
        #expect(session.footer.contains("paused, 1 waiting"))
    }

    /// What waits of hundreds of scans is their count, and the findings of the last.
    @Test func `a long pause holds no more than a short one`() {
        var session = session("1 p")
        for number in 0..<300 {
            session.press("r")
            session.send(.scanned(news(Fixture.findings, number: number, of: session)))
        }
        #expect(session.footer.contains("paused, 300 waiting"))
        #expect((session.model.pause?.scans.count ?? .max) <= ScanState.mostKept)
        session.press("p")
        #expect(session.model.current == .scan(299))
        #expect(session.model.archive.entries.count <= ScanState.mostKept + 2)
    }
}
