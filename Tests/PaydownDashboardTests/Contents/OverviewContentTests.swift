import PaydownCore
import PaydownDashboard
import PaydownScreen
import Testing

struct OverviewContentTests {
    /// `checks` checks with six rules each, in a frame of that size.
    private func model(checks: Int, size: Size) -> Model {
        var header = ContentModel.header(day: 0)
        header.checks = (0..<checks).map { number in
            Check(id: "c\(number)", title: "Check \(number)", measures: [Measure(id: "m\(number)", value: 21)])
        }
        header.rules = (0..<checks).flatMap { number in
            (1...6).map { Rule(id: "r\(number).\($0)", check: "c\(number)", title: "Rule \($0)", count: $0) }
        }
        return ContentModel.model([header], size: size)
    }

    @Test func `cards lie beside and below each other, within the part, the selected one among them`() {
        for cards in 1...9 {
            for (width, height) in [(20, 3), (40, 10), (79, 17), (80, 18), (200, 12), (160, 7), (72, 60)] {
                for selected in 0..<cards {
                    let area = Rect(x: 0, y: 0, width: width, height: height)
                    let grid = OverviewGrid(cards: cards, selected: selected, in: area.size)
                    #expect(grid.frames.contains { $0.card == selected })
                    for (number, frame) in grid.frames.enumerated() {
                        #expect(frame.rect.intersection(area) == frame.rect)
                        for other in grid.frames.dropFirst(number + 1) {
                            #expect(frame.rect.intersection(other.rect).isEmpty)
                        }
                    }
                }
            }
        }
    }

    @Test func `left and right, up and down lead back`() {
        for cards in 1...9 {
            let grid = OverviewGrid(cards: cards, selected: 0, in: Size(width: 80, height: 20))
            for card in 0..<cards {
                for (dx, dy) in [(1, 0), (-1, 0), (0, -1)] {
                    guard let next = grid.neighbour(of: card, columns: dx, rows: dy) else { continue }
                    #expect(grid.neighbour(of: next, columns: -dx, rows: -dy) == card)
                }
            }
        }
    }

    @Test func `rows beneath each other are walked through and back`() {
        let content = OverviewContent(model(checks: 4, size: Size(width: 80, height: 24)))
        var state = OverviewState()
        var seen: [OverviewState] = []
        for _ in 0..<30 {
            seen.append(state)
            state = content.moved(state, rows: 1)
        }
        // Two cards above each other: two heads and all their rows, then it stays.
        let rows = content.cards[0].rows.count + content.cards[2].rows.count
        #expect(Set(seen.map { [$0.card, $0.row ?? -1] }).count == rows + 2)
        #expect(content.moved(state, rows: -1_000_000_000) == OverviewState())
    }

    @Test func `every place leads somewhere, and a click finds what is drawn there`() {
        for size in [Size(width: 60, height: 30), Size(width: 80, height: 24), Size(width: 200, height: 60)] {
            let model = model(checks: 4, size: size)
            let content = OverviewContent(model)
            for frame in content.grid.frames {
                let card = content.cards[frame.card]
                for (number, row) in card.rows.enumerated() {
                    let point = Point(x: frame.rect.x + 3, y: frame.rect.y + 2 + number)
                    let state = content.state(at: point)
                    #expect(state.flatMap { content.destination($0) } == row.destination)
                }
                let head = content.state(at: Point(x: frame.rect.x, y: frame.rect.y))
                #expect(head.flatMap { content.destination($0) } == .check(card.check))
            }
        }
    }

    @Test(arguments: [SampleArchive.history, .python])
    func `what a card says of a symbol is what the list it leads to says`(archive: SampleArchive) {
        var session = archive.session(Size(width: 200, height: 60))
        let glyphs = session.model.glyphs
        var seen = 0
        for card in OverviewContent(session.model).cards {
            guard let key = card.key else { continue }
            session.press("\(key)")
            let groups = session.model.checkState.tree.listing?.groups ?? []
            for row in card.rows {
                guard case .group(_, .symbol, let name) = row.destination else { continue }
                let group = groups.first { $0.name == name }
                #expect(row.count == group.map { CountText.number($0.count) }, "\(name)")
                let delta = group?.delta.map { CountText.delta(Double($0), better: .lower, glyphs) }
                #expect(row.delta == delta, "\(name)")
                seen += 1
            }
        }
        #expect(seen > 8)
    }

    @Test func `a card of a check with no finding says so`() {
        // One path is left, the one that all should take.
        let card = OverviewContent(SampleArchive.simulated.session(Size(width: 80, height: 24)).model).cards.first
        #expect(card?.value == "1" && card?.rows.isEmpty == true)
        #expect(card?.remainder == "no findings")
    }

    @Test func `rows and the remainder never need more lines than the card has`() {
        for height in 10...60 {
            let content = OverviewContent(model(checks: 4, size: Size(width: 80, height: height)))
            for frame in content.grid.frames {
                let card = content.cards[frame.card]
                let lines = 2 + card.rows.count + (card.remainder.isEmpty ? 0 : 1)
                #expect(lines <= max(2, frame.rect.height - 1))
            }
        }
    }

    @Test func `a headline that counts different things has them as rows, with what changed`() throws {
        func snapshot(_ day: Int, _ symbols: [String: Int]) -> Snapshot {
            var table = FindingTable()
            for (symbol, count) in symbols.sorted(by: { $0.key < $1.key }) {
                for line in 0..<count { table.append(ContentModel.finding("r", symbol, "\(symbol).py", line + 1)) }
            }
            let rule = Rule(id: "r", check: "imports", count: symbols.values.reduce(0, +))
            let measure = Measure(id: "r.paths", value: Double(symbols.count), unit: "paths", rule: "r")
            return Snapshot(header: ContentModel.header(day: day, measures: [measure], rules: [rule]), findings: table)
        }
        let model = ContentModel.model([snapshot(0, ["a": 5, "b": 2]), snapshot(1, ["a": 3, "b": 4, "c": 1])])

        let card = try #require(OverviewContent(model).cards.first)

        #expect(card.rows.map(\.name) == ["b", "a", "c"])
        #expect(card.rows.map(\.count) == ["4", "3", "1"])
        #expect(card.rows.map(\.delta) == ["!▲ 2", "▼ 2", "!▲ 1"])
        #expect(card.delta == "!▲ 1")
    }

    @Test func `progress is the way from the plan's baseline, not a share of all`() throws {
        let plan = Plan(phases: [
            Phase(name: "One", targets: [PhaseTarget(measure: "m", target: Target(.atMost, 10), baseline: 50)])
        ])
        let header = ContentModel.header(day: 0, measures: [Measure(id: "m", value: 20, population: 80)], plan: plan)
        let card = try #require(OverviewContent(ContentModel.model([header])).cards.first)
        #expect(card.fraction == 0.75)
        #expect(card.fact(.unicode) == "20 → 10")
    }

    @Test func `without a plan the bar is the share that is as it should be`() throws {
        let header = ContentModel.header(day: 0, measures: [Measure(id: "m", value: 20, population: 80)])
        let card = try #require(OverviewContent(ContentModel.model([header])).cards.first)
        #expect(card.fraction == 0.75)
        #expect(card.fact(.unicode) == "20")
    }

    @Test func `names keep the least that tells them apart`() {
        let names = [
            "net.app.core.manager", "net.app.core.events", "kit.app.core.manager", "plain", "with space.x.y.z",
        ]
        #expect(
            NameShortening.distinct(names) == [
                "net.app.core.manager", "net.app.core.events", "kit.app.core.manager", "plain", "with space.x.y.z",
            ])
        #expect(NameShortening.distinct(Array(names.prefix(2))) == ["core.manager", "core.events"])
    }
}
