import PaydownCore
import PaydownTestSupport
import Testing

@Suite struct FindingTableTests {
    private static func finding(_ random: inout SeededRandom) -> Finding {
        func words(_ random: inout SeededRandom) -> [String] {
            (0..<random.below(4)).map { _ in random.pick(["x", "y", "z", ""]) }
        }
        func lines(_ random: inout SeededRandom) -> [String] {
            (0..<random.below(6)).map { _ in random.pick(["0af91b2e", "00000000", "ffffffff", ""]) }
        }
        return Finding(
            rule: random.pick(["r", "q"]), path: random.pick(["a.py", "b.py", ""]), line: random.below(100),
            column: random.below(9), endLine: random.below(3), endColumn: random.below(3),
            symbol: random.pick(["s", "t"]), message: random.pick(["m", ""]), excerpt: random.pick(["e", ""]),
            fingerprint: "\(random.below(1000))", scope: random.pick(["C", ""]), statement: random.pick(["h", ""]),
            context: random.pick([words(&random), lines(&random)]), tags: words(&random), members: words(&random),
            related: (0..<random.below(3)).map { RelatedPlace(path: "p\($0)", line: $0, column: 1, message: "m") },
            properties: random.pick(["{\"a\":1}", ""]))
    }

    @Test func `a row is the finding that was put in`() {
        var random = SeededRandom(seed: 3)
        let findings = (0..<500).map { _ in Self.finding(&random) }
        var table = FindingTable()
        table.reserve(500)
        for finding in findings { table.append(finding) }
        table.seal()

        #expect(table.count == findings.count)
        #expect(findings.indices.allSatisfy { table[$0] == findings[$0] })
    }

    @Test func `tables that say the same are equal, whatever their numbers`() {
        var random = SeededRandom(seed: 4)
        let findings = (0..<200).map { _ in Self.finding(&random) }
        var left = FindingTable()
        var right = FindingTable()
        for text in ["t", "z", "only here"] { _ = right.strings.intern(text) }
        for finding in findings {
            left.append(finding)
            right.append(finding)
        }

        #expect(left.symbol != right.symbol)
        #expect((left == right) as Bool)
    }

    @Test func `a context is the same in either way of keeping it`() {
        var random = SeededRandom(seed: 5)
        let findings = (0..<200).map { _ in
            Finding(rule: "r", path: "p", context: Self.finding(&random).context)
        }
        var left = FindingTable()
        var right = FindingTable()
        for finding in findings {
            left.append(finding)
            var row = FindingRow()
            row.rule = right.strings.intern(finding.rule)
            row.path = right.strings.intern(finding.path)
            row.context = right.lists.intern(finding.context.map { right.strings.intern($0) })
            right.append(row)
        }

        #expect(left.context != right.context)
        #expect((left == right) as Bool)
        #expect((right == left) as Bool)
        #expect(findings.indices.allSatisfy { right[$0] == findings[$0] })
        #expect(findings.indices.allSatisfy { left.hasContext($0) == right.hasContext($0) })
    }

    @Test func `tables that differ in one field of one row are not equal`() {
        let finding = Finding(
            rule: "r", path: "p", line: 1, column: 1, endLine: 1, endColumn: 1, symbol: "s", message: "m", excerpt: "e",
            fingerprint: "f", scope: "c", statement: "h", context: ["1"], tags: ["t"], members: ["m"],
            related: [RelatedPlace(path: "q")], properties: "{}")
        let changes: [(inout Finding) -> Void] = [
            { $0.rule = "x" }, { $0.path = "x" }, { $0.line = 2 }, { $0.column = 2 }, { $0.endLine = 2 },
            { $0.endColumn = 2 }, { $0.symbol = "x" }, { $0.message = "x" }, { $0.excerpt = "x" },
            { $0.fingerprint = "x" },
            { $0.scope = "x" }, { $0.statement = "x" }, { $0.context = ["x"] }, { $0.context = ["0af91b2e"] },
            { $0.tags = [] }, { $0.members = ["m", "n"] },
            { $0.related[0].path = "x" }, { $0.related[0].line = 2 }, { $0.related[0].column = 2 },
            { $0.related[0].message = "x" }, { $0.related = [] }, { $0.properties = "" },
        ]
        var table = FindingTable()
        table.append(finding)

        for change in changes {
            var changed = finding
            change(&changed)
            var other = FindingTable()
            other.append(changed)
            #expect((table != other) as Bool)
        }
        #expect((table != FindingTable()) as Bool)
    }

    @Test func `numbers that fit no row are held at its limits`() {
        var table = FindingTable()
        table.append(Finding(rule: "r", path: "p", line: -5, column: 1 << 40, symbol: "s"))

        #expect(table.line == [0])
        #expect(table.column == [.max])
    }

    @Test func `rows without related places have none`() {
        var table = FindingTable()
        table.append(Finding(rule: "r", path: "p"))
        table.append(Finding(rule: "r", path: "p", related: [RelatedPlace(path: "a"), RelatedPlace(path: "b")]))
        table.append(Finding(rule: "r", path: "p"))

        #expect((0..<3).map { table.related($0).count } == [0, 2, 0])
    }
}
