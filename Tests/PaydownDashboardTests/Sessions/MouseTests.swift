import PaydownDashboard
import PaydownScreen
import Testing

/// The mouse does what it points at.
struct MouseTests {
    private func click(_ x: Int, _ y: Int) -> Event {
        .input(.mouse(MouseEvent(.press, at: Point(x: x, y: y))))
    }

    @Test(arguments: Screen.allCases)
    func `a click on a tab leads there`(screen: Screen) throws {
        var session = Session.shop(Size(width: 120, height: 36))
        let digit = Character("\(screen.rawValue)")
        let tabs = Array(session.frame.lines[0])
        let x = try #require(tabs.firstIndex(of: digit))
        session.send(click(x, 0))
        #expect(session.model.place.screen == screen)
    }

    @Test func `a click selects a row and a second one goes in`() throws {
        var session = Session.shop()
        session.press("1")
        let list = try #require(ScreenLayout(session.model).rect(of: .list))
        session.send(click(10, list.y + 1 + 2))
        #expect(session.selection == "app/a.py:9")
        #expect(session.doings.isEmpty)
        session.send(click(10, list.y + 1 + 2))
        #expect(session.doings == [.edit([Effect.Location(path: "app/a.py", line: 9)])])
    }

    @Test func `a click on another part only focuses it`() throws {
        var session = Session.shop()
        session.press("1 j")
        let preview = try #require(ScreenLayout(session.model).rect(of: .preview))
        session.send(click(10, preview.y + 2))
        #expect(ScreenLayout(session.model).focused(session.model) == .preview)
        #expect(session.selection == "app/a.py:3")
    }

    @Test func `a click behind the last row does nothing`() throws {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("1 j")
        let list = try #require(ScreenLayout(session.model).rect(of: .list))
        session.send(click(10, list.bottom - 1))
        #expect(session.selection == "app/a.py:3")
    }

    @Test func `the wheel scrolls what is under it and keeps the selection in sight`() throws {
        var session = Session.shop(Size(width: 80, height: 12))
        session.press("1 v L")
        let list = try #require(ScreenLayout(session.model).rect(of: .list))
        let over = Point(x: 5, y: list.y + 2)
        session.send(.input(.mouse(MouseEvent(.wheelDown, at: over))))
        let height = list.height - 1
        let expected = min(3, max(0, session.tree.lineCount - height))
        #expect(session.tree.top == expected)
        #expect(session.tree.selectedLine.map { (expected..<expected + height).contains($0) } == true)
        session.send(.input(.mouse(MouseEvent(.wheelUp, at: over))))
        #expect(session.tree.top == 0)
    }

    @Test func `the wheel over the preview scrolls the preview`() throws {
        var session = Session.shop()
        session.press("1 j j")
        let preview = try #require(ScreenLayout(session.model).rect(of: .preview))
        session.send(.input(.mouse(MouseEvent(.wheelDown, at: Point(x: 5, y: preview.y + 2)))))
        #expect(session.model.scroll[.preview] == 3)
        #expect(session.selection == "app/a.py:9")
    }

    @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 36)])
    func `the edge of the preview can be dragged`(size: Size) throws {
        var session = Session.shop(size)
        session.press("1 j")
        let before = try #require(ScreenLayout(session.model).rect(of: .preview))
        let isBelow = size.width < 110
        let grip = isBelow ? Point(x: 20, y: before.y) : Point(x: before.x - 1, y: before.y + 3)
        let target = isBelow ? Point(x: 20, y: before.y - 2) : Point(x: before.x - 9, y: before.y + 3)
        session.send(.input(.mouse(MouseEvent(.press, at: grip))))
        session.send(.input(.mouse(MouseEvent(.drag, at: target))))
        session.send(.input(.mouse(MouseEvent(.release, at: target))))
        let after = try #require(ScreenLayout(session.model).rect(of: .preview))
        #expect(isBelow ? after.y == before.y - 2 : after.x == before.x - 8)
        #expect(!session.model.isDraggingSplit)

        session.send(.input(.mouse(MouseEvent(.drag, at: grip))))
        #expect(ScreenLayout(session.model).rect(of: .preview) == after, "after the release nothing is dragged")
    }

    @Test(arguments: [Layers.help, .palette, .baselines, .problems, .sort])
    func `a click outside a layer closes it, one inside does not`(layer: Layers) {
        var session = Session.shop(Size(width: 160, height: 40))
        session.press("1 j")
        layer.open(&session)
        let corner =
            session.frame.lines.enumerated().compactMap { y, line -> Point? in
                Array(line).firstIndex(of: "╭").map { Point(x: $0, y: y) }
            }.first ?? Point(x: 0, y: 0)
        session.send(click(corner.x + 2, corner.y + 1))
        #expect(session.model.layers.count == 1)
        session.send(click(0, 39))
        #expect(session.model.layers.isEmpty)
        #expect(session.selection == "app/a.py:3", "the click was for the layer alone")
    }

    @Test func `the wheel moves in a layer`() {
        var session = Session(snapshots: (20...28).map { Fixture.snapshot(day: $0) })
        session.press("b")
        let before = session.screen
        session.send(.input(.mouse(MouseEvent(.wheelDown, at: Point(x: 40, y: 10)))))
        #expect(session.screen != before)
    }

    @Test func `a click on a card selects it and a second one opens its check`() throws {
        var session = Session.shop(Size(width: 120, height: 36))
        let word = Array("DUPLICATES")
        let title = session.frame.lines.enumerated().dropFirst(2).compactMap { y, line -> Point? in
            let cells = Array(line.uppercased())
            let x = cells.indices.first { cells[$0...].starts(with: word) }
            return x.map { Point(x: $0, y: y) }
        }.first
        let place = try #require(title)
        session.send(click(place.x, place.y + 1))
        session.send(click(place.x, place.y + 1))
        #expect(session.model.place.screen == .duplicates)
    }
}
