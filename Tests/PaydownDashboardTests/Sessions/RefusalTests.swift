import PaydownDashboard
import PaydownScreen
import Testing

/// What is said when a key cannot do anything here.
struct RefusalTests {
    @Test(arguments: [
        ("0", "x", "lists of findings: 1 to 3"), ("4", "s", "lists of findings: 1 to 3"),
        ("1", "m", "timeline: 6"), ("6", "i", "compares definitions: 3"),
        ("5", "n", "1 to 4"), ("0", "v", "lists of findings: 1 to 3"), ("6", "+", "lists of findings: 1 to 3"),
    ])
    func `a key of other screens says where it works`(screen: String, key: String, place: String) {
        var session = Session.shop()
        session.press("\(screen) \(key)")
        #expect(session.footer.contains(place))
    }

    @Test func `a key that means nothing anywhere is silent`() {
        var session = Session.shop()
        session.press("0")
        let before = session.screen
        session.press("Q F12")
        #expect(session.screen == before)
    }

    @Test(arguments: ["(", ")", "<"])
    func `where all days are shown the keys that would show others say so`(key: String) {
        var session = Session.shop()
        session.press("6 \(key)")
        #expect(session.footer.contains("all of it is shown"))
    }

    @Test func `a preview cannot be hidden beside a part that fills the screen`() {
        var session = Session.shop()
        session.press("1 z v")
        #expect(session.footer.contains("one part fills the screen: z"))
        session.press("z")
        #expect(session.model.isPreviewShown)
    }

    @Test func `an answer longer than a row takes as many rows as it needs`() {
        var model = Session.shop(Size(width: 60, height: 20)).model
        let way = "paydown --root DIR names the project"
        model.toast = Toast("no paydown.toml at some/folder/far/down, so there is nothing to scan; " + way)
        var buffer = Buffer(size: model.size, glyphs: .unicode)
        RootView.draw(model, on: &buffer)
        #expect(
            buffer.lines.suffix(2).joined(separator: " ").split(separator: " ").joined(separator: " ").contains(way))
    }
}
