import PaydownCore
import PaydownScreen
import PaydownTestSupport
import Testing

@testable import PaydownDashboard

struct CheckViewTests {
    private static let medium = Size(width: 120, height: 36)
    private static let large = Size(width: 200, height: 60)

    private func rows(_ session: Session, containing text: String) -> [String] {
        session.frame.lines.filter { $0.contains(text) }
    }

    @Test func `a group shows its count and its change, a finding its place`() {
        var session = Session.shop()
        session.press("1 j")

        #expect(session.screen.contains(" ▾ core.manager"))
        #expect(session.frame.lines.contains { $0.hasPrefix(" ▌   app/a.py:3") })
        let group = rows(session, containing: "▾ core.manager")[0]
        #expect(group.split(separator: " ").suffix(2) == ["4", "!▲1"])
    }

    @Test func `a finding that is new says so`() {
        var session = Session.shop()
        session.press("1 l")

        #expect(rows(session, containing: "app/a.py:3")[0].hasSuffix("new"))
        #expect(!rows(session, containing: "app/a.py:9")[0].contains("new"))
    }

    @Test func `a finding that was fixed says so among the changes`() {
        var session = Session.shop()
        session.press("1 d L")

        #expect(rows(session, containing: "lib/d.py:70")[0].hasSuffix("fixed"))
    }

    @Test func `by file, the file is said once and its findings by line`() {
        var session = Session.shop()
        session.press("1 o f L")

        #expect(rows(session, containing: "▾ app/a.py").count == 1)
        #expect(session.screen.contains("9  core.manager"))
    }

    @Test func `a marked finding shows its mark`() {
        var session = Session.shop()
        session.press("1 j space")

        #expect(rows(session, containing: "app/a.py:3")[0].contains("● app/a.py:3"))
        #expect(session.footer.contains("1 marked"))
    }

    @Test func `rows that are not seen are not touched`() throws {
        let table = Fixture.snapshot()
        let loaded = LoadedSnapshot(id: SnapshotID(7), snapshot: table)
        let query = ListingQuery(snapshot: SnapshotID(7), check: "imports")
        // Row numbers that no table has: looking one up would trap.
        let missing = [Int32](repeating: Int32.max, count: 1_000_000)
        var groups = (0..<40).map { Listing.Group(name: "g\($0)", range: 0..<1, newCount: 0, fixedCount: 0) }
        groups += (0..<1000).map {
            Listing.Group(name: "far\($0)", range: 1 + $0 * 999..<1 + ($0 + 1) * 999, newCount: 0, fixedCount: 0)
        }
        let listing = Listing(
            query: query, current: loaded, baseline: nil, comparison: nil, groups: groups, rows: [0] + missing,
            total: 1_000_001)
        for size in [Size(width: 80, height: 24), Self.medium, Self.large] {
            var session = Session.shop(size)
            session.press("1")
            session.change { model in
                var state = model.checkState
                state.tree = TreeState()
                state.tree.apply(listing)
                model.checkState = state
            }

            #expect(session.screen.contains(" g9 "))
            #expect(!session.screen.contains("far"))
        }
    }

    @Test func `the source stands beside the list with its line marked`() {
        var session = Session.shop(Self.medium)
        session.press("1 j j")
        session.rest()

        #expect(rows(session, containing: "9▌ line 9 of app/a.py").count == 1)
        #expect(session.screen.contains("9/80"))
    }

    @Test func `where the source is not here, the stored line is, and how to see more`() {
        var session = Session.shop(Self.medium)
        session.source = { _ in .missing("the file is gone; paydown browse --root DIR shows it") }
        session.press("1 j j")
        session.rest()

        #expect(session.screen.contains("9▌ from core.manager import thing"))
        #expect(session.screen.contains("Only the stored line is here: the file is gone;"))
    }

    @Test func `a hostile line is shown, not obeyed`() {
        var session = Session.shop(Self.medium)
        session.source = { _ in .lines(SourceText(lines: Array(repeating: "x\u{1b}[2J\u{202e}y\t\u{7}", count: 20))) }
        session.press("1 j")
        session.rest()

        for cell in session.frame.cells { #expect(cell.glyph >= 0x20 && cell.glyph != 0x202E) }
        #expect(session.screen.contains("x?[2J?y ?"))
    }

    @Test func `a very long line is cut`() {
        var session = Session.shop(Self.medium)
        let long = "x = '" + String(repeating: "y", count: 1_000_000) + "'  # end"
        session.source = { _ in .lines(SourceText(lines: ["", "", long])) }
        session.press("1 j")
        session.rest()

        #expect(rows(session, containing: "3▌ x = 'yyy").count == 1)
        #expect(!session.screen.contains("# end"))
    }

    @Test func `why says what, what to do, by which rule, since when and what else is near`() {
        var session = Session.shop(Self.medium)
        session.press("1 j j")

        for text in [
            "manager-import of core.manager", "use the one in core", "rule   manager-import · warning",
            "since  Thu 27 Nov or earlier", "in this file: imports 2, duplicates 1",
        ] { #expect(session.screen.contains(text), "\(text)") }
        session.press("k")
        #expect(session.screen.contains("since  after Thu 27 Nov, by Fri 28 Nov, at c0ffee028"))
    }

    @Test func `nothing that matches names the nearest word`() {
        var session = Session.shop()
        session.press("1 /")
        session.type("name:managr")
        session.press("enter")

        #expect(session.screen.contains("Nothing matches \"name:managr\""))
        #expect(session.screen.contains("0 of 7. Closest: name:manager"))
        #expect(session.screen.contains("esc clears the filter"))
    }

    @Test func `hits of the filter are marked in the rows`() {
        var session = Session.shop()
        session.press("1 /")
        session.type("path:lib")
        session.press("enter")

        let frame = session.frame
        let hits = (0..<frame.size.width).filter { x in
            (3..<14).contains { frame[x, $0].ink.role == .textMatch }
        }
        #expect(hits == [5, 6, 7])
    }

    @Test func `a check that kept only numbers says so`() {
        var snapshot = Fixture.snapshot(findings: [])
        for index in snapshot.header.rules.indices where snapshot.header.rules[index].check == "imports" {
            snapshot.header.rules[index].count = 26_800
            snapshot.header.rules[index].isListed = false
        }
        var session = Session(snapshots: [snapshot])
        session.press("1")

        #expect(session.screen.contains("Counted, not listed"))
        #expect(session.screen.contains("Manager import 26 800"))
    }

    @Test func `while findings are read the list says how far`() {
        var session = Session.shop()
        session.change { model in
            model.place.screen = .imports
            if let id = model.current { model.archive.update(id) { $0.content = .loading(0.42) } }
        }

        #expect(session.screen.contains("42 %"))
    }

    @Test func `a click on a column hits what is drawn there`() throws {
        var session = Session.shop(Self.large)
        session.press("1 j l")
        let layout = ScreenLayout(session.model)
        let part = try #require(layout.rect(of: .list))
        let frame = session.frame

        var seen: [String] = []
        for y in 0..<part.height {
            for x in stride(from: 3, to: part.width, by: 5) {
                guard
                    let position = CheckView.position(at: Point(x: x, y: y), in: part.size, of: session.model),
                    let listing = session.tree.listing
                else { continue }
                let row = frame.lines[part.y + y]
                let group = listing.groups[position.group]
                if let child = position.child {
                    let finding = listing.finding(group.range.lowerBound + child)
                    #expect(row.contains(CheckView.place(finding)))
                } else {
                    #expect(row.contains(group.name))
                }
                seen.append(row)
            }
        }
        #expect(seen.count > 20)
    }

    @Test func `definitions stand side by side with their members`() {
        var session = Session.shop(Self.medium)
        session.press("3 j")

        #expect(session.screen.contains("MEMBERS"))
        #expect(session.screen.contains("1 of 4 shared"))
        #expect(rows(session, containing: "SUGGESTED").count == 1)
        #expect(session.screen.contains("keep  app/a.py:40"))
        #expect(rows(session, containing: "add   key").count == 1)
    }

    @Test func `the next pair and the other order are shown`() {
        var session = Session.shop(Self.medium)
        func headings() -> [String] {
            ["app/a.py:40", "app/b.py:50", "lib/c.py:60"].filter { name in
                session.frame.lines.contains { $0.contains("─ " + name + " ─") }
            }
        }
        session.press("3")
        #expect(headings() == ["app/a.py:40", "app/b.py:50"])
        session.press("n")
        #expect(headings() == ["app/a.py:40", "lib/c.py:60"])
        session.press("w")
        let row = session.frame.lines.first { $0.contains("lib/c.py:60 ─") } ?? ""
        #expect(row.hasSuffix("keep ─"))
    }

    @Test func `equal lines can be left out`() {
        var session = Session.shop(Self.medium)
        session.source = { path in
            let lines = (1...80).map { $0 % 10 == 0 ? "class Message:" : "    line \($0) \($0 % 10 == 1 ? path : "")" }
            return .lines(SourceText(lines: lines))
        }
        session.press("3 j")
        session.rest()
        #expect(session.screen.contains("class Message:"))
        session.press("i")

        #expect(!session.screen.contains("class Message:"))
    }

    @Test func `definitions of which nothing is known are listed with their places`() {
        let findings = Fixture.findings.map { finding in
            var bare = finding
            bare.members = []
            return bare
        }
        var session = Session(Self.medium, snapshots: [Fixture.snapshot(findings: findings)])
        session.source = { _ in .missing("not here") }
        session.press("3 j")

        #expect(session.screen.contains("DEFINITIONS  Message"))
        #expect(session.screen.contains("2  app/b.py:50"))
        #expect(session.screen.contains("keeps no members of these classes"))
    }

    @Test(arguments: [Screen.imports, .duplicates, .goldenPath])
    func `no size makes a frame trap`(screen: Screen) {
        for glyphs in [GlyphSet.unicode, .ascii] {
            var session = Session.shop(Size(width: 120, height: 36), glyphs: glyphs)
            session.press("\(screen.rawValue) j")
            for width in [1, 2, 3, 5, 8, 13, 21, 34, 39, 40, 55, 76, 80, 109, 110, 120, 179, 180, 200] {
                for height in [1, 2, 3, 4, 5, 8, 9, 10, 13, 21, 24, 29, 30, 36, 44, 60] {
                    for bias in [-60, 0, 60] {
                        session.change { model in
                            model.size = Size(width: width, height: height)
                            model.previewBias = bias
                        }
                        #expect(session.frame.size == Size(width: width, height: height))
                    }
                }
            }
        }
    }
}
