import PaydownDashboard
import PaydownScreen
import Testing

/// Frames for reading aloud: linear, without pictures, with a cursor on what is selected.
struct AccessTests {
    private func session(_ keys: String) -> Session {
        var session = Session.shop(Size(width: 120, height: 36))
        session.change { $0.isAccessible = true }
        session.press(keys)
        return session
    }

    /// The row of the frame that the terminal's cursor is on.
    private func row(_ session: Session) -> String? {
        FocusedRow.place(in: session.frame, of: session.model).map { session.frame.lines[$0.y] }
    }

    @Test(arguments: Screen.allCases)
    func `there is no braille, no bar and no column rule`(screen: Screen) {
        for size in [Size(width: 80, height: 24), Size(width: 120, height: 36), Size(width: 200, height: 60)] {
            var session = session("\(screen.rawValue) j")
            session.resize(size)
            let body = session.frame.lines.dropFirst(2).dropLast().joined()
            #expect(!body.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) }, "braille at \(size)")
            #expect(!body.contains { "│░█▁▂▃▅▆▇".contains($0) }, "\(screen) at \(size)")
        }
    }

    @Test(arguments: Layers.allCases)
    func `layers have no box`(layer: Layers) {
        var session = session("1 j")
        layer.open(&session)
        #expect(!session.screen.contains { "│╭╮╰╯".contains($0) })
    }

    @Test func `the cursor is on the selected row of a list and goes with it`() {
        #expect(row(session("1"))?.contains("core.manager") == true)
        #expect(row(session("1 j"))?.contains("a.py:3") == true)
        #expect(row(session("1 G"))?.contains("old.socket") == true)
    }

    @Test func `the cursor is on the selected test, card, target and measure`() {
        #expect(row(session("4 n n"))?.contains("answers") == true)
        #expect(row(session("0"))?.uppercased().contains("IMPORTS") == true)
        #expect(row(session("5"))?.contains("One manager") == true)
        #expect(row(session("6 m"))?.contains("import paths") == true)
    }

    @Test func `the cursor is in the layer on top`() {
        #expect(row(session("1 b"))?.contains("27 Nov") == true)
        #expect(row(session("1 :"))?.contains("Overview") == true)
        #expect(row(session("1 /")) == session("1 /").footer)
    }

    @Test func `an answer is one line, has the cursor and stays until the next key`() {
        var session = session("1 T")
        #expect(session.footer.contains("theme "))
        #expect(row(session) == session.footer)
        #expect(!session.effects.contains(.timer(.toast, milliseconds: 4000)))
        session.press("j")
        #expect(session.model.toast == nil && row(session) != session.footer)
    }

    @Test func `a snapshot that comes by itself is one line`() {
        var session = session("1")
        session.meet([Fixture.snapshot(day: 28, hour: 9)])
        #expect(session.footer.contains("snapshot 3 of 3"))
        #expect(row(session) == session.footer)
    }

    @Test func `headings have no rules`() {
        for screen in Screen.allCases {
            let scalars = session("\(screen.rawValue)").screen.unicodeScalars
            #expect(!scalars.contains { $0 == "─" || $0 == "━" }, "\(screen)")
        }
    }

    @Test func `without the setting the cursor is nowhere`() {
        var session = Session.shop()
        session.press("1 j")
        #expect(FocusedRow.place(in: session.frame, of: session.model) == nil)
    }
}
