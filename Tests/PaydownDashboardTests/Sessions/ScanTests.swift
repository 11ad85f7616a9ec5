import PaydownCore
import PaydownDashboard
import PaydownScreen
import Testing

/// Scanning the project from the dashboard: one scan at a time, and everything stays where it was.
struct ScanTests {
    private func session(_ keys: String = "", size: Size = Size(width: 120, height: 36)) -> Session {
        var session = Session.shop(size)
        session.send(.scannable(obstacle: nil))
        session.press(keys)
        return session
    }

    /// The news that a scan of these findings brings, against what is shown.
    private func news(_ findings: [Finding], number: Int = 0, hour: Int = 9, of session: Session) -> ScanNews {
        let snapshot = LoadedSnapshot(id: .scan(number), snapshot: Fixture.snapshot(hour: hour, findings: findings))
        return ScanNews(
            snapshot, name: "now.json", since: session.model.shown.map { Comparison(from: $0, to: snapshot) })
    }

    private static let withoutLine9 = Fixture.findings.filter { $0.line != 9 }

    @Test func `without a project the keys say why`() {
        var session = Session.shop()
        session.press("r")
        #expect(session.doings.isEmpty)
        #expect(session.footer.contains("stored snapshots"))
        session.send(.scannable(obstacle: "no paydown.toml at /tmp"))
        session.press("R")
        #expect(session.footer.contains("no paydown.toml at /tmp"))
    }

    @Test(arguments: [nil, "no paydown.toml at /tmp"])
    func `a key that is pressed before the project is found waits for it`(obstacle: String?) {
        var session = Session.shop()
        session.change { $0.scan.isLookedFor = true }
        session.press("r R")
        #expect(session.doings.isEmpty && session.model.toast == nil)
        session.send(.scannable(obstacle: obstacle))
        #expect(session.doings == (obstacle == nil ? [.scan(.all)] : []))
        #expect(session.footer.contains(obstacle ?? "scanning"))
    }

    @Test func `r scans what changed and R everything`() {
        var session = session("r")
        #expect(session.doings == [.scan(.changed)])
        session.send(.scanned(news(Fixture.findings, of: session)))
        session.press("R")
        #expect(session.doings == [.scan(.all)])
    }

    @Test func `one scan runs at a time, and whatever is asked for meanwhile is one more`() {
        var session = session("1 r")
        session.press("r r R r")
        #expect(session.doings.isEmpty)
        session.send(.edited(problem: nil, hasChanged: true))
        #expect(session.doings.isEmpty)

        session.send(.scanned(news(Fixture.findings, of: session)))
        #expect(session.doings == [.scan(.all)])
        session.send(.scanned(news(Fixture.findings, number: 1, of: session)))
        #expect(session.doings.isEmpty && session.model.scan.running == nil)
    }

    @Test func `a scan is shown at once, and says what it fixed and broke`() {
        var session = session("1 r")
        let new = Fixture.finding("legacy-import", "lib/e.py", 2, "old.queue")
        session.send(.scanned(news(Fixture.findings.filter { $0.line != 7 } + [new], of: session)))
        #expect(session.model.current == .scan(0))
        #expect(session.footer.contains("scanned 40 files: 1 fixed, 1 new"))
        #expect(session.groups.contains("old.queue 1"))
    }

    @Test func `a scan that finds the same says so`() {
        var session = session("r")
        session.send(.scanned(news(Fixture.findings, of: session)))
        #expect(session.footer.contains("nothing changed"))
    }

    @Test func `selection, folding, marks, filter and scrolling stay as they were`() {
        var session = session("1 L j j j space / l i b enter J J")
        let before = (session.selection, session.model.marks, session.model.checkState.filter, session.model.scroll)
        session.press("r")
        session.send(.scanned(news(Self.withoutLine9, of: session)))
        #expect(session.selection == before.0)
        #expect(session.model.marks == before.1)
        #expect(session.model.checkState.filter == before.2)
        #expect(session.model.scroll[.preview] == before.3[.preview])
        #expect(session.brokenInvariants().isEmpty)
    }

    @Test func `a finding that was fixed while selected is named beside the counts`() {
        var session = session("1 j j")
        #expect(session.selection == "app/a.py:9")
        session.press("r")
        session.send(.scanned(news(Self.withoutLine9, of: session)))
        #expect(session.selection == "app/b.py:2")
        #expect(session.footer.contains("1 fixed; fixed: core.manager at app/a.py:9"))
    }

    @Test func `who had gone back in time is brought to the scan`() {
        var session = session("1 [")
        #expect(session.model.current == SnapshotID(0))
        session.press("r")
        session.send(.scanned(news(Fixture.findings, of: session)))
        #expect(session.model.current == .scan(0))
        session.press("[")
        #expect(session.model.current == SnapshotID(1))
    }

    @Test func `sources are read again`() {
        var session = session("1 j r")
        session.isAnswering = false
        session.send(.scanned(news(Fixture.findings, of: session)))
        #expect(session.effects.contains(.preview(path: "app/a.py")))
    }

    @Test func `the sign turns only while a scan runs`() {
        var session = session("1")
        session.isAnswering = false
        session.send(.timer(.spinner))
        #expect(session.effects.isEmpty)

        session.press("r")
        #expect(session.effects.contains(.timer(.spinner, milliseconds: 125)))
        #expect(session.footer.contains("◐ scanning"))
        let before = session.frame
        session.send(.timer(.spinner))
        #expect(session.effects == [.timer(.spinner, milliseconds: 125)])
        let changed = zip(before.cells, session.frame.cells).count { $0 != $1 }
        #expect(changed == 1)
        session.send(.scanning(done: 12, total: 40))
        #expect(session.footer.contains("scanning 12 of 40"))

        session.send(.scanFailed(["git could not be started: none; install it"]))
        session.press("j")
        session.send(.timer(.spinner))
        #expect(!session.effects.contains(.timer(.spinner, milliseconds: 125)))
        #expect(!session.footer.contains("scanning"))
    }

    @Test(arguments: [true, false])
    func `without motion, and read aloud, nothing changes until the scan is done`(isAccessible: Bool) {
        var session = session("1")
        session.change {
            $0.isAccessible = isAccessible
            $0.hasMotion = isAccessible
        }
        session.press("r")
        #expect(!session.effects.contains { if case .timer(.spinner, _) = $0 { true } else { false } })
        let before = session.screen
        session.send(.scanning(done: 12, total: 40))
        #expect(session.screen == before)
        #expect(session.footer.contains("scanning"))
    }

    @Test func `a scan that fails leaves everything and says why`() {
        var session = session("1 j r")
        let before = (session.selection, session.model.current)
        session.send(.scanFailed(["paydown.toml:3:1: unknown key 'rul'", "paydown.toml:9:1: another"]))
        #expect(session.footer.contains("paydown.toml:3:1: unknown key 'rul'"))
        #expect(session.footer.contains("2 problems"))
        #expect((session.selection, session.model.current) == before)
        session.press("!")
        #expect(session.screen.contains("paydown.toml:9:1: another"))
    }

    @Test func `a file that an editor changed is scanned, one that it left is not`() {
        var session = session("1 j")
        session.send(.edited(problem: nil, hasChanged: false))
        #expect(session.doings.isEmpty)
        session.send(.edited(problem: nil, hasChanged: true))
        #expect(session.doings == [.scan(.changed)])
    }

    @Test func `without a project an edit scans nothing`() {
        var session = Session.shop()
        session.send(.edited(problem: nil, hasChanged: true))
        #expect(session.doings.isEmpty && session.model.scan.running == nil)
    }

    @Test func `where the scan is kept it is not met a second time`() {
        var session = session("1 r")
        let scanned = Fixture.snapshot(hour: 9, findings: Self.withoutLine9)
        // Its file is seen before the scan has said that it is done, and after.
        session.meet([scanned])
        session.send(
            .scanned(
                ScanNews(LoadedSnapshot(id: .scan(0), snapshot: scanned), name: "now.json", since: nil)))
        #expect(session.model.archive.timeline.map(\.id) == [SnapshotID(0), SnapshotID(1), .scan(0)])
        session.rewrite(scanned)
        #expect(session.model.archive.timeline.count == 3)
        #expect(session.model.current == .scan(0))
    }

    @Test func `the first scan of a project fills an empty screen`() {
        var session = Session()
        session.send(.found([]))
        session.send(.scannable(obstacle: nil))
        #expect(session.screen.contains("r scans this project"))
        #expect(session.footer.contains("r scan"))
        session.press("r")
        #expect(session.doings == [.scan(.changed)])
        session.send(.scanned(news(Fixture.findings, of: session)))
        #expect(session.footer.contains("scanned 40 files: 12 findings"))
        session.press("1")
        #expect(session.groups.count == 3)
    }

    /// Fifty scans of a list too large to keep many of.
    @Test func `what earlier scans found is let go, and can be asked for again`() {
        let many = (1...5000).map { Fixture.finding("manager-import", "app/f\($0 % 40).py", $0, "core.manager") }
        var session = session("1")
        for number in 0..<50 {
            session.press("r")
            let snapshot = LoadedSnapshot(
                id: .scan(number), snapshot: Fixture.snapshot(hour: 9, findings: many, commit: "c\(number)"))
            session.send(.scanned(ScanNews(snapshot, name: "\(100 + number)", since: nil)))
        }
        let held = session.model.archive.entries.compactMap { session.model.archive.loaded($0.id)?.findings.count }
        #expect(held.reduce(0, +) <= 200_000 + 2 * 5000)
        session.isAnswering = false
        for _ in 0..<49 { session.press("[") }
        #expect(session.effects.contains(.load(.scan(0))))
    }
}
