import PaydownCore
import PaydownDashboard
import PaydownTestSupport
import Testing

/// The lines of a tree against a flat list of them, through random folding and moving.
struct TreeStateTests {
    @Test(arguments: 1...16 as ClosedRange<UInt64>)
    func `lines and selection are those of a flat list`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let listing = try Self.listing(&random)
        var tree = TreeState()
        tree.apply(listing)
        var open: Set<Int> = listing.groups.isEmpty ? [] : [0]
        for step in 0..<300 {
            let before = tree.selected
            switch Int.random(in: 0..<9, using: &random) {
            case 0:
                if let selected = tree.selected, selected.child == nil {
                    open.formSymmetricDifference([selected.group])
                }
                tree.toggle()
            case 1:
                if let selected = tree.selected, selected.child == nil { open.insert(selected.group) }
                _ = tree.open()
            case 2:
                if let selected = tree.selected, selected.child == nil { open.remove(selected.group) }
                tree.close()
            case 3 where step % 5 == 0:
                let isExpanded = Bool.random(using: &random)
                open = isExpanded ? Set(listing.groups.indices) : []
                tree.setAllExpanded(isExpanded)
            case 4: tree.moveGroup(by: Bool.random(using: &random) ? 1 : -1)
            case 5:
                let height = Int.random(in: 1...9, using: &random)
                tree.reveal(height: height)
                if let line = tree.selectedLine { #expect((tree.top..<tree.top + height).contains(line)) }
            case 6:
                let height = Int.random(in: 1...9, using: &random)
                tree.scroll(by: Int.random(in: -8...8, using: &random), height: height)
                if let line = tree.selectedLine { #expect((tree.top..<tree.top + height).contains(line)) }
            default:
                let lines = Self.flat(listing, open)
                let distance = Int.random(in: -6...6, using: &random)
                let index = before.flatMap { lines.firstIndex(of: $0) }
                tree.move(by: distance)
                if let index { #expect(tree.selected == lines[min(max(0, index + distance), lines.count - 1)]) }
            }
            let lines = Self.flat(listing, open)
            #expect(tree.lineCount == lines.count)
            for (number, position) in lines.enumerated() {
                #expect(tree.position(atLine: number) == position)
                #expect(tree.line(of: position) == number)
            }
            #expect(tree.position(atLine: lines.count) == nil)
            #expect(tree.position(atLine: -1) == nil)
            #expect(lines.isEmpty || tree.selected.map { lines.contains($0) } == true, "step \(step)")
        }
    }

    private static func flat(_ listing: Listing, _ open: Set<Int>) -> [TreeState.Position] {
        listing.groups.indices.flatMap { group in
            [TreeState.Position(group: group)]
                + (open.contains(group)
                    ? listing.groups[group].range.indices.map {
                        TreeState.Position(group: group, child: $0 - listing.groups[group].range.lowerBound)
                    } : [])
        }
    }

    private static func listing(_ random: inout SeededRandom) throws -> Listing {
        var findings: [Finding] = []
        for number in 0..<Int.random(in: 0...40, using: &random) {
            findings.append(
                Fixture.finding(
                    "manager-import", "app/a.py", number, "symbol\(Int.random(in: 0..<8, using: &random))"))
        }
        let snapshot = LoadedSnapshot(id: SnapshotID(0), snapshot: Fixture.snapshot(findings: findings))
        let query = ListingQuery(snapshot: snapshot.id, check: "imports")
        return try #require(ListingBuilder(query, current: snapshot, baseline: nil, comparison: nil).build())
    }
}
