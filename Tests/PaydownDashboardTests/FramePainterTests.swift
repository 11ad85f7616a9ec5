import PaydownDashboard
import PaydownScreen
import PaydownTestSupport
import Testing

/// Frames that are drawn one after the other, against each drawn from nothing.
struct FramePainterTests {
    /// What is seen in every cell, and how.
    private static func seen(_ frame: Buffer) -> [String] {
        frame.cells.map { "\(frame.text(of: $0))|\($0.ink.rawValue)|\($0.width)" }
    }

    private static func isSame(_ painter: FramePainter, _ session: Session) -> Bool {
        let frame = session.frame
        if painter.frame.cells == frame.cells, painter.frame.clusters == frame.clusters { return true }
        return painter.frame.size == frame.size && seen(painter.frame) == seen(frame)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `after any events the frame is the one drawn from nothing`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var session = Session.shop(Size(width: 100, height: 30))
        var painter = FramePainter(size: session.model.size)
        for step in 0..<400 {
            let event = KeySoupTests.event(&random)
            session.send(.input(event))
            painter.draw(session.model)
            #expect(Self.isSame(painter, session), "after \(step) events, the last one \(event)")
        }
    }

    /// Up and down over the edges of what is seen, by lines and by the wheel.
    @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 18), Size(width: 60, height: 12)])
    func `however a list scrolls the frame is the one drawn from nothing`(size: Size) {
        var random = SeededRandom(seed: 9)
        for glyphs in [GlyphSet.unicode, .ascii] {
            var session = SampleArchive.python.session(size, glyphs: glyphs)
            var painter = FramePainter(size: size)
            session.press("1")
            session.press("L")
            session.isAnswering = false
            for step in 0..<300 {
                // Long ways in one direction, so that edges are met.
                let isDown = step / 60 % 2 == 0
                switch Int.random(in: 0..<8, using: &random) {
                case 0: session.send(.input(.mouse(MouseEvent(isDown ? .wheelDown : .wheelUp, at: Point(x: 4, y: 6)))))
                case 1: session.press(isDown ? "}" : "{")
                case 2: session.press(isDown ? "^d" : "^u")
                default: session.press(isDown ? "j" : "k")
                }
                painter.draw(session.model)
                #expect(Self.isSame(painter, session), "after \(step) steps")
            }
        }
    }

    /// What is pressed in lists most of the time, with pauses that are long enough for the panes to follow or not.
    @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 36), Size(width: 60, height: 20)])
    func `wherever a cursor goes in a list the frame is the one drawn from nothing`(size: Size) {
        var random = SeededRandom(seed: 5)
        for glyphs in [GlyphSet.unicode, .ascii] {
            var session = SampleArchive.python.session(size, glyphs: glyphs)
            var painter = FramePainter(size: size)
            session.press("1")
            session.isAnswering = false
            for step in 0..<250 {
                let keys = ["j", "j", "j", "k", "k", "l", "h", "L", "m", "}", "{", "ctrl-d", "G", "1", "2", "3", "tab"]
                let key = keys.randomElement(using: &random) ?? "j"
                if step % 40 == 39 { session.isAnswering = true }
                if Key(key) != nil { session.press(key) }
                session.isAnswering = false
                if Bool.random(using: &random) { session.rest() }
                painter.draw(session.model)
                #expect(Self.isSame(painter, session), "after \(step) keys, the last one \(key)")
            }
        }
    }
}
