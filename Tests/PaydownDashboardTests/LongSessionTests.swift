import CAllocations
import PaydownCore
import PaydownDashboard
import PaydownScreen
import PaydownTestSupport
import Testing

/// Hours of watching leave nothing behind: as many allocations are alive after many updates as after some.
struct LongSessionTests {
    private func snapshot(_ step: Int) -> Snapshot {
        // As many findings of as many names each time, so that equal work leaves equally much.
        let findings = (0..<40).map { number in
            Fixture.finding(
                "manager-import", "app/f\(number % 5).py", number * 10 + step % 7 + 1, "core.m\(number % 4)")
        }
        return Fixture.snapshot(hour: 9, findings: findings, commit: "c\(1000 + step)")
    }

    /// Keys that open, close, move, filter, fold, sort and go to each screen.
    private func walk(_ session: inout Session) {
        session.press("1 L j j J { } / m enter esc s n o f o s d d 2 3 4 j 5 6 m 0 ? esc : esc ! esc b esc T 1 H k")
        _ = session.frame
    }

    /// Allocations alive after each of the rounds, which begin when all parts have been seen.
    private func alive(rounds: Int, of session: inout Session, _ update: (inout Session, Int) -> Void) -> [Int] {
        (0..<rounds).map { round in
            for step in 0..<10 { update(&session, round * 10 + step) }
            walk(&session)
            return paydown_live_allocations()
        }
    }

    @Test func `the counter sees what is kept`() {
        let before = paydown_live_allocations()
        let kept = (0..<100).map { [UInt8](repeating: 1, count: 1000 + $0) }
        let after = paydown_live_allocations()
        #expect(kept.count == 100)
        // A sanitizer has allocations of its own.
        #expect(paydown_allocations() < 0 || after - before >= 100)
    }

    @Test func `a file that is written again and again`() {
        var session = Session.shop(Size(width: 120, height: 36))
        let alive = alive(rounds: 30, of: &session) { session, step in session.rewrite(snapshot(step)) }
        expectFlat(alive)
    }

    @Test func `scan after scan`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.send(.scannable(obstacle: nil))
        let alive = alive(rounds: 30, of: &session) { session, step in
            session.press("r")
            session.send(
                .scanned(
                    ScanNews(
                        LoadedSnapshot(id: .scan(step), snapshot: snapshot(step)), name: "now.json", since: nil,
                        notes: ["file \(step) could not be read"])))
        }
        expectFlat(alive)
    }

    @Test func `files that stay broken`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("1")
        let alive = alive(rounds: 60, of: &session) { session, step in
            session.send(.failed(SnapshotID(1), message: "shop-1.json:\(step):2: the file ends too early"))
        }
        expectFlat(alive)
    }

    /// After the first half, in which what is kept at most has been reached, no more is alive than 1 %.
    private func expectFlat(_ alive: [Int]) {
        let (middle, end) = (alive[alive.count / 2], alive[alive.count - 1])
        #expect(end - middle <= max(64, middle / 100), "\(alive)")
    }
}
