import PaydownDashboard
import PaydownScreen
import Testing

/// Parts, zoom, preview, themes, and what is handed to the terminal.
struct ViewTests {
    static let borders: Set<Character> = ["│", "╭", "╮", "╰", "╯", "┃", "┊", "|"]

    @Test(arguments: Screen.allCases)
    func `a zoomed part has no borders to copy`(screen: Screen) {
        for size in [Size(width: 80, height: 24), Size(width: 120, height: 36), Size(width: 200, height: 60)] {
            var session = Session.shop(size)
            session.press("\(screen.rawValue)")
            for _ in ScreenLayout(session.model).frames {
                session.press("tab z")
                // A chart's axis is part of the picture, and so is a limit in a bar.
                let isChart = session.model.place.zoomed == .chart
                #expect(isChart || !Self.hasBorders(session.frame), "\(size) \(session.model.place)")
                session.press("z")
            }
        }
    }

    private static func hasBorders(_ frame: Buffer) -> Bool {
        (2..<frame.size.height - 1).contains { y in
            (0..<frame.size.width).contains { x in
                let cell = frame[x, y]
                return cell.ink.role == .rule && frame.text(of: cell).contains { borders.contains($0) }
            }
        }
    }

    @Test func `z zooms the focused part and back`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("1 tab z")
        #expect(ScreenLayout(session.model).frames.map(\.part) == [.preview])
        session.press("z")
        #expect(ScreenLayout(session.model).frames.count > 1)
    }

    @Test func `tab goes through the parts and around, and back`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("1")
        let parts = ScreenLayout(session.model).frames.map(\.part)
        var seen: [Part] = []
        for _ in parts {
            session.press("tab")
            if let part = ScreenLayout(session.model).focused(session.model) { seen.append(part) }
        }
        #expect(seen == Array(parts.dropFirst()) + [parts[0]])
        session.press("S-tab")
        #expect(ScreenLayout(session.model).focused(session.model) == parts.last)
    }

    @Test func `v hides the preview and brings it back`() {
        var session = Session.shop()
        session.press("1 j")
        #expect(ScreenLayout(session.model).rect(of: .preview) != nil)
        session.press("v")
        #expect(ScreenLayout(session.model).rect(of: .preview) == nil)
        session.press("v")
        #expect(ScreenLayout(session.model).rect(of: .preview) != nil)
    }

    @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 36)])
    func `plus and minus change the room of the preview`(size: Size) throws {
        func room(_ session: Session) throws -> Int {
            let rect = try #require(ScreenLayout(session.model).rect(of: .preview))
            return rect.width * rect.height
        }
        var session = Session.shop(size)
        session.press("1 j")
        let before = try room(session)
        session.press("+")
        #expect(try room(session) > before)
        session.press("_")
        #expect(try room(session) == before)
        session.press("_")
        #expect(try room(session) < before)
    }

    @Test func `J and K scroll the preview from the list`() {
        var session = Session.shop()
        session.press("1 } } l l")
        #expect(session.screen.contains("line 1 of lib/c.py"))
        for _ in 0..<20 { session.press("J") }
        #expect(!session.screen.contains("line 1 of lib/c.py"))
        for _ in 0..<20 { session.press("K") }
        #expect(session.screen.contains("line 1 of lib/c.py"))
        #expect(session.selection == "lib/c.py:1")
    }

    @Test func `T shows the next theme and begins again after the last`() {
        var session = Session.shop()
        session.press("T T")
        #expect(session.model.theme == "paydown-light")
        session.press("T")
        #expect(session.model.theme == "base")
        #expect(session.footer.contains("theme base"))
    }

    @Test func `F2 gives the mouse to the terminal and says so as long as it has it`() {
        var session = Session.shop()
        session.press("F2")
        #expect(session.doings == [.setMouse(false)])
        #expect(session.footer.contains("mouse off: select with the terminal"))
        session.press("j")
        #expect(session.footer.contains("mouse off: select with the terminal"))
        session.press("F2")
        #expect(session.doings == [.setMouse(true)])
    }

    @Test func `^l, ^z and ^o are for the terminal, in every layer but the last`() {
        for layer in Layers.allCases {
            var session = Session.shop()
            session.press("1 j")
            layer.open(&session)
            session.press("^l")
            #expect(session.doings == [.redraw])
            session.press("^z")
            #expect(session.doings == [.suspend])
        }
    }

    @Test(arguments: Screen.allCases)
    func `what is put out for copying is the part alone, without borders and trailing spaces`(screen: Screen) throws {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("\(screen.rawValue) ^o")
        guard case .dump(let lines) = try #require(session.doings.first) else {
            Issue.record("nothing was put out")
            return
        }
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
        let isChart = ScreenLayout(session.model).focused(session.model) == .chart
        #expect(isChart || !lines.contains { line in line.contains { Self.borders.contains($0) } })
        #expect(!lines.contains { $0.contains("? help") })
        #expect(session.model.place.zoomed == nil)
    }

    @Test func `a timeline zooms and pans, and comes back to everything`() {
        var session = Session(Size(width: 120, height: 36), snapshots: (1...28).map { Fixture.snapshot(day: $0) })
        session.press("6")
        let whole = session.screen
        session.press("> >")
        #expect(session.model.timeline.visibleDays != nil)
        #expect(session.screen != whole)
        session.press("( (")
        #expect(session.model.timeline.daysBack > 0)
        session.press(") ) )")
        #expect(session.model.timeline.daysBack == 0)
        session.press("< < <")
        #expect(session.model.timeline.visibleDays == nil)
    }

    @Test func `m goes through the measures and around`() {
        var session = Session.shop()
        session.press("6")
        var seen: [String?] = [session.model.timeline.measure]
        for _ in 0..<5 {
            session.press("m")
            seen.append(session.model.timeline.measure)
        }
        #expect(seen == [nil, "paths", "legacy", "singletons", "classes", "passed"])
        session.press("m")
        #expect(session.model.timeline.measure == nil)
    }

    @Test func `enter leads from a card to its check and from a row to its group`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("0 enter")
        #expect(session.model.place.screen == .imports)
        session.press("0 j j enter")
        #expect(session.model.place.screen != .overview)
        #expect(session.tree.selected != nil)
    }

    @Test func `enter leads from a target of the plan to its check`() {
        var session = Session.shop(Size(width: 120, height: 36))
        session.press("5 G enter")
        #expect(session.model.place.screen == .duplicates)
    }

    @Test func `the footer says what z does now`() {
        var session = Session.shop(Size(width: 160, height: 40))
        session.press("0")
        #expect(session.footer.contains("z zoom"))
        session.press("z")
        #expect(session.footer.contains("z unzoom"))
        session.press("z")
        #expect(session.footer.contains("z zoom"))
    }
}
