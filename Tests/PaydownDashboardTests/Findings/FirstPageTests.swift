import PaydownCore
import PaydownDashboard
import PaydownTestSupport
import Testing

/// The first page of a filter: what is found near the front, while the whole is still looked for.
struct FirstPageTests {
    private let loaded: LoadedSnapshot

    init() {
        var random = SeededRandom(seed: 5)
        let symbols = (0..<40).map { "core.s\($0)" }
        let findings = (0..<3000).map { number in
            Fixture.finding(
                "manager-import", "app/\(number % 7)/f\(number % 90).py", number,
                symbols.randomElement(using: &random) ?? "")
        }
        loaded = LoadedSnapshot(id: SnapshotID(0), snapshot: Fixture.snapshot(findings: findings))
    }

    private func query(_ filter: String, _ sort: SortOrder = .count) -> ListingQuery {
        ListingQuery(snapshot: loaded.id, check: "imports", sort: sort, filter: filter)
    }

    private func builder(_ query: ListingQuery) -> ListingBuilder {
        ListingBuilder(query, current: loaded, baseline: nil, comparison: nil)
    }

    private func matches(_ filter: String, _ rows: some Sequence<Int32>) -> [Int32] {
        let filter = NaiveFilter(filter)
        return rows.filter {
            filter.matches(loaded.findings[Int($0)], check: "imports", isNew: false, isFixed: false)
        }
    }

    @Test(arguments: ["s1", "path:app/3", "!s2 s3", "\"core.s17\""], SortOrder.allCases)
    func `it is the beginning of the list that is shown, less what does not match`(
        filter: String, sort: SortOrder
    ) throws {
        let shown = try #require(builder(query("", sort)).build())

        let page = try #require(builder(query(filter, sort)).firstPage(after: shown, over: 0))

        #expect(!page.isWhole)
        #expect(page.rows == Array(matches(filter, shown.rows).prefix(200)))
        #expect(
            page.groups.map(\.name) == page.groups.map { loaded.findings[Int(page.rows[$0.range.lowerBound])].symbol })
        #expect(page.groups.reduce(0) { $1.range.lowerBound == $0 ? $1.range.upperBound : -1 } == page.rows.count)
    }

    @Test func `letters added to a filter look among what is shown, letters taken away among all`() throws {
        let shown = try #require(builder(query("path:app/3 s1")).build())

        let added = try #require(builder(query("path:app/3 s12")).firstPage(after: shown, over: 0))
        let removed = try #require(builder(query("path:app s")).firstPage(after: shown, over: 0))

        #expect(added.rows == Array(matches("path:app/3 s12", shown.rows).prefix(200)))
        let all = try #require(loaded.index.rows["imports"])
        #expect(Set(removed.rows) == Set(matches("path:app s", all).prefix(200)))
    }

    @Test func `a list that comes at once has no first page, nor has a filter that nothing passes`() throws {
        let shown = try #require(builder(query("")).build())

        #expect(builder(query("s1")).firstPage(after: shown) == nil)
        #expect(builder(query("")).firstPage(after: shown, over: 0) == nil)
        #expect(builder(query("\"nowhere\"")).firstPage(after: shown, over: 0) == nil)
        #expect(builder(query("/(/")).firstPage(after: shown, over: 0) == nil)
        #expect(builder(query("s1")).firstPage(after: shown, over: 0, isCancelled: { true }) == nil)
    }

    @Test func `what is far behind is left to the whole`() throws {
        let shown = try #require(builder(query("")).build())
        let last = try #require(shown.rows.last)
        let filter = "\"\(loaded.findings[Int(last)].path)\" \"# \(loaded.findings[Int(last)].line)\""

        #expect(builder(query(filter)).firstPage(after: shown, over: 0)?.rows.contains(last) == true)
        #expect(builder(query(filter)).firstPage(after: shown, over: 0, looks: shown.rows.count - 1) == nil)
    }

    @Test func `a selected finding that the page has not is selected again in the whole`() throws {
        let shown = try #require(builder(query("")).build())
        let page = try #require(builder(query("s")).firstPage(after: shown, over: 0))
        let whole = try #require(builder(query("s")).build())
        let far = shown.groups.count - 1
        var tree = TreeState()
        tree.apply(shown)
        tree.select(TreeState.Position(group: far))
        tree.expandSelected()
        tree.select(TreeState.Position(group: far, child: 3))
        let selected = try #require(tree.selectedFinding)
        #expect(!page.contains(selected))

        tree.apply(page)
        #expect(tree.selectedFinding != selected)
        tree.apply(whole)

        #expect(tree.selectedFinding == selected)
    }

    @Test func `typing with first pages between ends where typing without them does`() throws {
        let snapshot = loaded.snapshot
        var plain = Session(snapshots: [snapshot])
        var paged = Session(snapshots: [snapshot])
        for keys in ["1 j j", "/ s 1", "2 backspace", "enter j j"] {
            plain.press(keys)
            for key in keys.split(separator: " ") {
                paged.isAnswering = false
                paged.press(String(key))
                let wanted = paged.effects
                paged.isAnswering = true
                for case .list(let query) in wanted {
                    let shown = paged.model.checks["imports"]?.tree.listing
                    if let page = builder(query).firstPage(after: shown, over: 0) { paged.send(.listed(page)) }
                }
                for effect in wanted { for event in paged.answers(effect) { paged.send(event) } }
            }
            #expect(FrameText.text(paged.frame) == FrameText.text(plain.frame), "\(keys)")
            #expect(paged.model.checkState.tree.selectedFinding == plain.model.checkState.tree.selectedFinding)
        }
    }
}
