import PaydownCore
import PaydownDashboard
import PaydownScreen
import PaydownTestSupport
import Testing

/// Snapshots that come and change while a person reads do not move what they read.
struct StormTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `the selected finding stays selected while it exists`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var storm = Storm(seed: seed)
        var session = Session(
            Size(width: 100, height: 30), snapshots: [storm.snapshot(day: 26), storm.snapshot(day: 27)])
        session.press("1 L")
        for step in 0..<250 {
            if step % 3 == 0 { session.press(Bool.random(using: &random) ? "j" : "k") }
            if step % 17 == 0 { session.press(["{", "}", "^d", "^u", "G", "g"].randomElement(using: &random) ?? "g") }
            let before = session.tree.selectedFinding.map { FindingIdentity($0) }
            let wasFinding = session.tree.selected?.child != nil
            let group = session.tree.selectedGroup?.name

            storm.blow(&random)
            if Bool.random(using: &random) {
                session.meet([storm.snapshot(day: 28, hour: 8 + step)])
            } else {
                session.rewrite(storm.snapshot(day: 28, hour: 8 + step))
            }

            let broken = session.brokenInvariants(drawing: step % 10 == 0)
            #expect(broken.isEmpty, "step \(step)")
            let listing = try #require(session.tree.listing)
            #expect(listing.current.findings.count == storm.count, "step \(step): the newest snapshot is shown")
            let exists = before.map { id in
                listing.rows.indices.contains { FindingIdentity(listing.finding($0)) == id }
            }
            let after = session.tree.selectedFinding.map { FindingIdentity($0) }
            if wasFinding, exists == true {
                #expect(after == before, "step \(step)")
            } else if wasFinding, listing.groups.contains(where: { $0.name == group }) {
                #expect(session.tree.selectedGroup?.name == group, "step \(step): the neighbour is of the same group")
            } else if !wasFinding, listing.groups.contains(where: { $0.name == group }) {
                #expect(session.tree.selectedGroup?.name == group, "step \(step): the group stays")
            }
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `answers that come late and out of order leave it sound`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var storm = Storm(seed: seed)
        var session = Session(
            Size(width: 120, height: 36), snapshots: [storm.snapshot(day: 26), storm.snapshot(day: 27)])
        session.isAnswering = false
        var waiting: [Event] = []
        for step in 0..<1000 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<2:
                storm.blow(&random)
                session.meet([storm.snapshot(day: 28, hour: 8 + step)])
            case 2:
                storm.blow(&random)
                session.rewrite(storm.snapshot(day: 28, hour: 8 + step))
            case 3..<6: session.send(.input(KeySoupTests.event(&random)))
            default:
                guard !waiting.isEmpty else { continue }
                // Mostly in order; sometimes one overtakes.
                let index = Int.random(in: 0..<4, using: &random) == 0 ? waiting.count - 1 : 0
                session.send(waiting.remove(at: index))
            }
            waiting += session.effects.flatMap { session.answers($0) }
            let broken = session.brokenInvariants(drawing: step % 5 == 0)
            #expect(broken.isEmpty, "step \(step)")
            guard broken.isEmpty else { return }
        }
    }

    @Test(arguments: [5, 6] as [UInt64])
    func `marks, filter and folding outlast every update`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var storm = Storm(seed: seed)
        var session = Session(
            Size(width: 100, height: 30), snapshots: [storm.snapshot(day: 26), storm.snapshot(day: 27)])
        session.press("1 L j space space space H")
        let marks = session.model.marks
        session.press("/")
        session.type("m")
        session.press("enter")
        for step in 0..<50 {
            storm.blow(&random)
            session.meet([storm.snapshot(day: 28, hour: 8 + step)])

            #expect(session.model.marks == marks)
            #expect(session.model.checkState.filter == "m")
        }
        #expect(!marks.isEmpty)
    }
}
