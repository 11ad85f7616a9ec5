import PaydownCore
import PaydownDashboard
import PaydownScreen

/// The ways in which there can be nothing to show.
enum Emptiness: String, CaseIterable, CustomStringConvertible {
    case looking
    case none
    case reading
    case broken
    case unreadable
    case noFindings
    case filteredAway
    case onlyOne
    case noChanges

    var description: String { rawValue }

    var session: Session {
        let size = Size(width: 80, height: 24)
        var session = Session(size)
        switch self {
        case .looking: break
        case .none: session.send(.found([]))
        case .reading:
            session.send(.found([Archive.Entry(id: SnapshotID(0), name: "months/2025-11.json.gz")]))
            session.send(.loading(SnapshotID(0), fraction: 0.42))
        case .broken:
            session.send(.found([Archive.Entry(id: SnapshotID(0), name: "broken.json")]))
            session.send(.failed(SnapshotID(0), message: "broken.json:7:12: a string is not closed; write it again"))
            session.send(.notice("paydown.toml:3: no setting is called 'thme'; nearest is 'theme'"))
        case .unreadable:
            session.send(
                .unreadable(
                    "scans/2025-11.json:17:245: the file ends inside a string that begins here: it was cut off or is "
                        + "still being written; wait for its writer, or make the snapshot again"))
            session.send(.found([]))
        case .noFindings:
            session = Session(size, snapshots: [Fixture.snapshot(findings: [], tests: [])])
            session.press("1")
        case .filteredAway:
            session = Session.shop(size)
            session.press("1 /")
            session.type("nothing-has-this")
            session.press("enter")
        case .onlyOne:
            session = Session(size, snapshots: [Fixture.snapshot()])
            session.press("6")
        case .noChanges:
            session = Session(
                size, snapshots: [Fixture.snapshot(day: 27), Fixture.snapshot(day: 28)])
            session.press("1 d")
        }
        return session
    }
}
