import PaydownCore
import PaydownScreen
import Testing

@testable import PaydownDashboard

/// Ages of findings in plain snapshot files: told by the files before.
struct TracedAgesTests {
    private func session() -> Session {
        var session = Session(
            Size(width: 200, height: 60),
            snapshots: [25, 26, 27, 28].map { Fixture.snapshot(day: $0) })
        session.press("1")
        return session
    }

    private func asked(_ session: Session) -> [(SnapshotID, [SnapshotID])] {
        session.effects.compactMap { if case .trace(let id, let past) = $0 { (id, past) } else { nil } }
    }

    /// Findings that came a day apart, the first of them before the first file.
    private func traced(_ session: Session) throws -> TracedBirths {
        let shown = try #require(session.model.shown)
        let days = Fixture.findings.indices.map { Fixture.moment(day: 25 + min(3, $0)).day }
        return TracedBirths(
            shown,
            FindingBirths(days, today: shown.header.takenAt.day, isOlder: Fixture.findings.indices.map { $0 == 0 }))
    }

    private func isUnknown(_ session: Session) -> Bool {
        if case nil = session.model.births(of: session.model.shown) { true } else { false }
    }

    @Test func `the files before are read once a list is looked at, and not before`() {
        var session = Session(snapshots: [26, 27, 28].map { Fixture.snapshot(day: $0) })
        session.press("0")
        #expect(asked(session).isEmpty)

        session.press("1")
        #expect(asked(session).map(\.0) == [SnapshotID(2)])
        #expect(asked(session).map(\.1) == [[SnapshotID(0), SnapshotID(1)]])
        session.press("2")
        #expect(asked(session).isEmpty)
    }

    @Test func `ages come into the list when they are known, and order it`() throws {
        var session = session()
        #expect(!session.screen.contains("3d+"))

        session.send(.traced(try traced(session)))
        #expect(session.screen.contains("3d+"))
        #expect(session.model.disabledReason(.sortAge) == nil)
        session.press("o a")
        #expect(session.groups.contains("older than the snapshots 1"))
        session.press("s a")
        #expect(session.groups.first == "older than the snapshots 1")
    }

    @Test func `a list that was ordered by age meanwhile is made again`() throws {
        var session = session()
        session.press("o s")
        session.change { $0.checkState.sort = .age }
        session.press("j")
        let before = session.tree.listing

        session.send(.traced(try traced(session)))

        #expect(session.tree.listing != before)
        #expect(session.tree.listing?.query.hasBirths == true)
    }

    @Test func `another content of the file is asked about again`() throws {
        var session = session()
        let old = try traced(session)
        session.send(.traced(old))
        session.rewrite(Fixture.snapshot(day: 28, findings: Array(Fixture.findings.dropLast())))

        #expect(isUnknown(session))
        #expect(asked(session).count == 1)
        session.send(.traced(old))
        #expect(isUnknown(session))
    }
}
