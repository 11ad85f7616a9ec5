import PaydownCore
import PaydownDashboard
import PaydownScreen
import Testing

/// Numbers, moments and lines as the screen writes them.
struct TextTests {
    @Test(arguments: [
        (0.0, "0"), (7, "7"), (999, "999"), (1000, "1 000"), (1_234_567, "1 234 567"), (-4211, "-4 211"),
        (0.5, "0.5"), (1234.25, "1 234.25"), (-0.125, "-0.125"),
    ])
    func `thousands are set apart`(value: Double, text: String) {
        #expect(CountText.number(value) == text)
    }

    @Test(arguments: [
        (0.0, Measure.Direction.lower, "="), (-6, .lower, "▼ 6"), (6, .lower, "!▲ 6"), (6, .higher, "▲ 6"),
        (-1200, .higher, "!▼ 1 200"),
    ])
    func `an arrow says which way, and a mark that it is away from the target`(
        delta: Double, better: Measure.Direction, text: String
    ) {
        #expect(CountText.delta(delta, better: better, .unicode) == text)
    }

    @Test func `away from the target is a sign in ASCII too`() {
        #expect(CountText.delta(3, better: .lower, .ascii) == "!^ 3")
        #expect(CountText.delta(-3, better: .lower, .ascii) == "v 3")
    }

    @Test(arguments: [
        (0, "just now"), (59, "just now"), (60, "1 min ago"), (3599, "59 min ago"), (3600, "1 h ago"),
        (47 * 3600, "47 h ago"), (48 * 3600, "2 days ago"), (-5, "just now"),
    ])
    func `ages are short`(seconds: Int, text: String) {
        let then = Timestamp(seconds: Fixture.now.seconds - seconds)
        #expect(WhenText.age(then, now: Fixture.now) == text)
    }

    @Test func `moments are in the time of who took the snapshot`() {
        #expect(WhenText.moment(Fixture.moment(day: 28, hour: 8)) == "Fri 28 Nov 08:00")
        #expect(Timestamp("2025-11-28T00:30:00+02:00").map { WhenText.moment($0) } == "Fri 28 Nov 00:30")
    }

    @Test func `plain text has every measure, target, test and phase`() {
        var session = Session.shop()
        session.press("0")
        let lines = PlainText.lines(session.model)
        let text = lines.joined(separator: "\n")
        #expect(lines.first == "shop, snapshot of Fri 28 Nov 08:00 2025")
        #expect(text.contains("import paths: 2 paths, target <= 1, down 1 (better)"))
        #expect(text.contains("Golden path: 2 of 5 tests pass"))
        #expect(text.contains("failed: sends expected 5 events, got 4"))
        #expect(text.contains("Latency p95: 84 ms, limit 100"))
        #expect(text.contains("Phase One manager, due Fri 5 Dec, 7 days left"))
        #expect(text.contains("singletons = 0: now 2"))
    }

    @Test func `plain text neutralises what files say`() {
        var snapshot = Fixture.snapshot()
        snapshot.header.project.name = "a\u{1B}[2Jb\u{202E}\u{7}"
        let session = Session(snapshots: [snapshot])
        let text = PlainText.lines(session.model).joined()
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
    }

    @Test func `no sequence from a file reaches a frame`() {
        let hostile = "x\u{1B}]52;c;AAAA\u{7}\u{1B}[31m\u{202E}\u{9B}2J\n\r\u{0}"
        var finding = Fixture.finding("manager-import", "app/\(hostile).py", 3, "core.\(hostile)")
        finding.message = hostile
        finding.excerpt = hostile
        let test = TestOutcome(suite: hostile, name: hostile, status: .failed, message: hostile, details: hostile)
        var snapshot = Fixture.snapshot(findings: [finding], tests: [test], commit: hostile)
        snapshot.header.project.name = hostile
        snapshot.header.revision?.subject = hostile
        for size in [Size(width: 80, height: 24), Size(width: 120, height: 36), Size(width: 200, height: 60)] {
            var session = Session(size, snapshots: [snapshot])
            session.source = { _ in .lines(SourceText(lines: [hostile, hostile, hostile])) }
            for screen in Screen.allCases {
                session.press("\(screen.rawValue) j")
                #expect(session.brokenInvariants().isEmpty, "\(screen)")
                let scalars = session.screen.unicodeScalars
                #expect(!scalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
            }
        }
    }
}
