import PaydownCore
import PaydownDashboard
import PaydownScreen
import Testing

/// Baselines, changes, and walking through time.
struct SinceTests {
    @Test func `the baseline is the newest snapshot of an earlier day`() {
        let session = Session(snapshots: [
            Fixture.snapshot(day: 26), Fixture.snapshot(day: 27, hour: 8), Fixture.snapshot(day: 27, hour: 17),
            Fixture.snapshot(day: 28, hour: 8), Fixture.snapshot(day: 28, hour: 9),
        ])

        #expect(session.model.current == SnapshotID(4))
        #expect(session.model.baseline == SnapshotID(2))
    }

    @Test func `d leaves what is new and what was fixed, and again everything`() throws {
        var session = Session.shop()
        session.press("1 d L")
        let listing = try #require(session.tree.listing)
        let changes = listing.rows.indices.map { index in
            let finding = listing.finding(index)
            return "\(listing.isFixed(index) ? "fixed" : "new") \(finding.symbol) \(finding.path):\(finding.line)"
        }

        #expect(Set(changes) == ["new core.manager app/a.py:3", "fixed core.gone lib/d.py:70"])
        session.press("d")
        #expect(session.tree.listing?.rows.count == 7)
    }

    @Test func `d says why where it cannot be done`() {
        var session = Session.shop()
        session.press("5 d")
        #expect(session.footer.contains("changes are shown in the lists of findings"))
        #expect(!session.model.onlyChanges)

        var single = Session(snapshots: [Fixture.snapshot()])
        single.press("1 d")
        #expect(single.footer.contains("there is no baseline: one snapshot only"))
    }

    @Test func `the chooser begins at the baseline and takes another with enter`() {
        var session = Session(snapshots: (24...28).map { Fixture.snapshot(day: $0) })
        #expect(session.model.baseline == SnapshotID(3))
        session.press("1 b")
        session.press("j j enter")

        #expect(session.model.baseline == SnapshotID(1))
        #expect(session.model.layers.isEmpty)
        #expect(session.footer.contains("baseline Tue 25 Nov 08:00"))
        #expect(session.tree.listing?.baseline?.id == SnapshotID(1))
    }

    @Test func `esc leaves the baseline as it is`() {
        var session = Session(snapshots: (24...28).map { Fixture.snapshot(day: $0) })
        session.press("b j j esc")
        #expect(session.model.baseline == SnapshotID(3))
    }

    @Test func `brackets walk through time and say where one is`() {
        var session = Session(snapshots: (26...28).map { Fixture.snapshot(day: $0) })
        session.press("1 [")
        #expect(session.model.current == SnapshotID(1))
        #expect(session.model.baseline == SnapshotID(0))
        #expect(session.footer.contains("snapshot 2 of 3: Thu 27 Nov 08:00"))
        session.press("[")
        #expect(session.model.current == SnapshotID(0))
        #expect(session.model.baseline == nil)
        session.press("[")
        #expect(session.footer.contains("this is the oldest snapshot"))
        session.press("] ] ]")
        #expect(session.model.current == SnapshotID(2))
        #expect(session.footer.contains("this is the newest snapshot"))
    }

    @Test func `a baseline that was chosen stays while one walks`() {
        var session = Session(snapshots: (24...28).map { Fixture.snapshot(day: $0) })
        session.press("b G enter [ [")
        #expect(session.model.baseline == SnapshotID(0))
        #expect(session.model.current == SnapshotID(2))
    }

    @Test func `walking keeps the selected finding`() {
        var session = Session(snapshots: (26...28).map { Fixture.snapshot(day: $0) })
        session.press("1 } l l j")
        #expect(session.selection == "lib/d.py:7")
        session.press("[ [")
        #expect(session.selection == "lib/d.py:7")
    }

    @Test func `the newest snapshot is followed by who is on the newest`() {
        var session = Session.shop()
        session.press("1")
        session.meet([Fixture.snapshot(day: 28, hour: 9)])
        #expect(session.model.current == SnapshotID(2))
    }

    @Test func `who looks at an older snapshot is not moved by a newer one`() {
        var session = Session.shop()
        session.press("1 j j [")
        let before = (session.model.current, session.selection, session.model.baseline)
        session.meet([Fixture.snapshot(day: 28, hour: 9)])
        #expect(session.model.current == before.0)
        #expect(session.selection == before.1)
        #expect(session.model.baseline == before.2)
        session.press("] ]")
        #expect(session.model.current == SnapshotID(2))
        session.meet([Fixture.snapshot(day: 28, hour: 10)])
        #expect(session.model.current == SnapshotID(3), "back on the newest, it is followed again")
    }

    @Test func `a change of rules is said where changes are shown`() {
        var session = Session(
            Size(width: 120, height: 36),
            snapshots: [Fixture.snapshot(day: 27, rules: "r1"), Fixture.snapshot(day: 28, rules: "r2")])
        session.press("0")
        #expect(session.screen.lowercased().contains("rules changed"))
    }

    @Test func `a snapshot from before a check says that it has none`() {
        var before = Fixture.snapshot(day: 27)
        before.header.checks.removeAll { $0.id == "imports" }
        var session = Session(snapshots: [before, Fixture.snapshot(day: 28)])
        session.press("1 [")

        #expect(session.screen.contains("This snapshot has no such check"))
        #expect(session.screen.contains("[ and ] go to others"))
        session.press("]")
        #expect(session.groups.first == "core.manager 4")
    }
}
