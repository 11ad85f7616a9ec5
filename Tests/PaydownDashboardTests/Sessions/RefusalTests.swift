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

    @Test(arguments: [
        "/", "n", "s", "o", "d", "b", "[", "]", "e", "E", "y", "Y", "x", "f", "p", "v", "z", "m", "enter",
    ])
    func `without a snapshot a key that is about one says that there is none`(key: String) {
        for screen in 0...8 {
            var session = Session()
            session.send(.found([]))
            session.press("\(screen) \(key)")
            // The keys of a screen's own mean nothing on the others.
            guard !session.footer.contains("quit") else { continue }
            #expect(session.footer.contains("there is no snapshot yet"), "\(screen)")
            #expect(session.model.layers.isEmpty)
        }
    }

    @Test func `while the first snapshot is read a key that is about one says so`() {
        var session = Session()
        session.isAnswering = false
        session.send(.found([Archive.Entry(id: SnapshotID(0), name: "big.json.gz")]))
        session.press("0 b")
        #expect(session.footer.contains("the snapshot is being read"))
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
