import PaydownCore
import PaydownDashboard
import PaydownTestSupport
import Testing

/// Lists of findings against their plain twin, on random findings and random questions.
struct ListingBuilderTests {
    static let filters = [
        "", "man", "MAN", "path:app", "rule:legacy", "rule:imports", "name:core", "!man", "new:", "fixed:", "!new:",
        "\"of core\"", "/a.*3/", "man path:lib", "new:man", "e v", "/(/", "!path:lib", "!rule:imports",
        "!rule:legacy man",
        "!new:man", "!\"# 1\" path:a", "!fixed:", "name:Core rule:i", "path:app path:deep", "!/b.py/ !man",
        // More terms than are asked at once.
        "a p e r o m n t i s a p e r o m n", "a p e r o m n t i s a p e r o m n !legacy path:lib",
    ]

    @Test(arguments: 1...24 as ClosedRange<UInt64>)
    func `a listing is what its plain twin makes`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let old = LoadedSnapshot(id: SnapshotID(0), snapshot: Self.snapshot(day: 27, &random))
        let new = LoadedSnapshot(id: SnapshotID(1), snapshot: Self.snapshot(day: 28, &random))
        let comparison = Comparison(from: old, to: new)
        for _ in 0..<30 {
            let hasBaseline = Int.random(in: 0..<4, using: &random) > 0
            let hasComparison = hasBaseline && Int.random(in: 0..<4, using: &random) > 0
            var hidden: Set<FindingIdentity> = []
            for row in 0..<new.findings.count where Int.random(in: 0..<8, using: &random) == 0 {
                hidden.insert(FindingIdentity(new.findings[row]))
            }
            let query = ListingQuery(
                snapshot: new.id, baseline: hasBaseline ? old.id : nil,
                check: ["imports", "factory", "duplicates"].randomElement(using: &random) ?? "imports",
                grouping: Grouping.allCases.randomElement(using: &random) ?? .symbol,
                sort: SortOrder.allCases.randomElement(using: &random) ?? .count,
                isDescending: Bool.random(using: &random),
                filter: Self.filters.randomElement(using: &random) ?? "",
                onlyChanges: Int.random(in: 0..<3, using: &random) == 0, hasComparison: hasComparison,
                hidden: Bool.random(using: &random) ? hidden : [])
            let baseline = hasBaseline ? old : nil
            let known = hasComparison ? comparison : nil

            let listing = try #require(
                ListingBuilder(query, current: new, baseline: baseline, comparison: known).build())
            let expected = NaiveListing(query, current: new, baseline: baseline, comparison: known).groups
            #expect(Self.plain(listing) == expected, "\(query)")
            #expect(
                listing.groups.map(\.range).reduce(into: 0) { $0 = $1.lowerBound == $0 ? $1.upperBound : -1 }
                    == listing.rows.count)
        }
    }

    /// More rows than are decided together, and texts as long as real ones, short ones and empty ones.
    @Test(arguments: [
        "m", "Manager", "\"use the\"", "path:agent !handler_1 man", "name:_7", "!m", "rule:legacy", "\"Z\" m",
        "!new: m", "new:7",
    ])
    func `a filter of many rows keeps those that its plain twin keeps`(filter: String) throws {
        var random = SeededRandom(seed: 31)
        let words = ["websocket", "agent", "message", "Thread", "m", ""]
        func word() -> String { words.randomElement(using: &random) ?? "" }
        var path = ""
        let findings = (0..<4500).map { number in
            if Int.random(in: 0..<9, using: &random) == 0 {
                path = "app/\(word())_core/services/\(word())_handler_\(number % 400).py"
                if Int.random(in: 0..<9, using: &random) == 0 { path = "\(word()).py" }
            }
            let name = Bool.random(using: &random) ? "netra.\(word())_core.manager_\(number % 300)" : word()
            return Fixture.finding(["manager-import", "legacy-import"][number % 2], path, number % 50, name)
        }
        let old = LoadedSnapshot(id: SnapshotID(0), snapshot: Fixture.snapshot(day: 27, findings: findings))
        let new = LoadedSnapshot(
            id: SnapshotID(1), snapshot: Fixture.snapshot(day: 28, findings: findings.dropFirst(400).reversed()))
        let comparison = Comparison(from: old, to: new)
        for onlyChanges in [false, true] {
            let query = ListingQuery(
                snapshot: new.id, baseline: old.id, check: "imports", filter: filter, onlyChanges: onlyChanges,
                hasComparison: true)
            let listing = try #require(
                ListingBuilder(query, current: new, baseline: old, comparison: comparison).build())
            let expected = NaiveListing(query, current: new, baseline: old, comparison: comparison).groups
            #expect(Self.plain(listing) == expected)
        }
    }

    @Test func `a cancelled building gives nothing`() {
        var random = SeededRandom(seed: 1)
        let new = LoadedSnapshot(id: SnapshotID(1), snapshot: Self.snapshot(day: 28, &random))
        let query = ListingQuery(snapshot: new.id, check: "imports")
        let builder = ListingBuilder(query, current: new, baseline: nil, comparison: nil)
        #expect(builder.build(isCancelled: { true }) == nil)
    }

    @Test func `a comparison of other snapshots is not used`() throws {
        var random = SeededRandom(seed: 2)
        let old = LoadedSnapshot(id: SnapshotID(0), snapshot: Self.snapshot(day: 27, &random))
        let again = LoadedSnapshot(id: SnapshotID(1), snapshot: Self.snapshot(day: 28, &random))
        let new = LoadedSnapshot(id: SnapshotID(1), snapshot: Self.snapshot(day: 28, &random))
        let query = ListingQuery(snapshot: new.id, baseline: old.id, check: "imports", hasComparison: true)
        let builder = ListingBuilder(query, current: new, baseline: old, comparison: Comparison(from: old, to: again))
        let listing = try #require(builder.build())
        #expect(listing.comparison == nil)
    }

    private static func plain(_ listing: Listing) -> [NaiveListing.Group] {
        listing.groups.map { group in
            NaiveListing.Group(
                name: group.name, baselineCount: group.baselineCount, newCount: group.newCount,
                fixedCount: group.fixedCount, findings: group.range.map { NaiveListing.text(listing.finding($0)) })
        }
    }

    private static func snapshot(day: Int, _ random: inout SeededRandom) -> Snapshot {
        let rules = ["manager-import", "legacy-import", "singleton", "duplicate-class"]
        let symbols = ["core.manager", "core.Events", "Message", "old.socket", "é.漢"]
        let paths = ["app/a.py", "app/b.py", "lib/c.py", "setup.py", "app/deep/er/d.py"]
        var findings: [Finding] = []
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            var finding = Fixture.finding(
                rules.randomElement(using: &random) ?? "", paths.randomElement(using: &random) ?? "",
                Int.random(in: 0...30, using: &random), symbols.randomElement(using: &random) ?? "")
            if Int.random(in: 0..<4, using: &random) == 0 { finding.fingerprint = "" }
            findings.append(finding)
        }
        return Fixture.snapshot(day: day, findings: findings)
    }
}
