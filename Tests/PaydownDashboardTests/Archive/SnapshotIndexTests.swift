import PaydownCore
import PaydownTestSupport
import Testing

@testable import PaydownDashboard

/// The index of a snapshot against its plain twin, on random findings in any order.
struct SnapshotIndexTests {
    private static let rules = ["manager-import", "legacy-import", "singleton", "duplicate-class", "not-described"]

    private static func snapshot(_ random: inout SeededRandom, symbols: Int, files: Int) -> Snapshot {
        let rules = Array(rules.prefix(Int.random(in: 1...rules.count, using: &random)))
        var findings = (0..<Int.random(in: 0...400, using: &random)).map { _ in
            var finding = Fixture.finding(
                rules.randomElement(using: &random) ?? "",
                files == 0 ? "" : "app/core/services/file\(Int.random(in: 0..<files, using: &random)).py",
                Int.random(in: 0...9, using: &random), "app.core.s\(Int.random(in: 0..<symbols, using: &random))")
            finding.column = Int.random(in: 0...2, using: &random)
            return finding
        }
        if Bool.random(using: &random) { findings.sort { ($0.path, $0.line) < ($1.path, $1.line) } }
        if Bool.random(using: &random) { findings.append(Finding(rule: "singleton", path: "", symbol: "whole")) }
        return Fixture.snapshot(findings: findings)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `an index counts what its plain twin counts`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let snapshot = Self.snapshot(&random, symbols: 1 + Int(seed) % 60, files: Int(seed) % 150)
        let index = SnapshotIndex(snapshot)
        let twin = NaiveIndex(snapshot)

        #expect(index.paths.rows == twin.order)
        for check in index.checkNames {
            #expect(index.rows[check] == twin.rows(of: check))
            #expect(index.count(check) == twin.rows(of: check).count)
        }
        let used = Set((0..<snapshot.findings.count).map { snapshot.findings[$0].rule })
        #expect(Set(index.rules.map { snapshot.findings.strings[$0] }) == used)
        #expect(Set(index.symbols.keys) == used)
        for rule in used {
            #expect(index.symbols[rule] == twin.symbols(rule, first: 1000))
            #expect(index.symbolTotals[rule] == twin.symbols(rule, first: .max).count)
        }
        #expect(index.hotFiles == twin.hotFiles(index.checkNames, first: 100))
        for path in Set(snapshot.findings.path) {
            let rows = index.paths.rows(of: path, in: snapshot.findings)
            #expect(Array(rows) == twin.rows(ofPath: snapshot.findings.strings[path]))
        }
        #expect(index.paths.rows(of: snapshot.findings.symbol.first ?? .empty, in: snapshot.findings).count <= 1)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `the first few are the beginning of all in order`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let numbers = (0..<Int.random(in: 0...300, using: &random)).map { _ in Int.random(in: 0...99, using: &random) }
        let limit = Int.random(in: 1...40, using: &random)

        var first = FirstFew<Int>(limit, by: <)
        for number in numbers { first.add(number) }

        #expect(first.finish() == Array(numbers.sorted().prefix(limit)))
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `the first few symbols are those with most findings, and of as many those whose names come first`(
        seed: UInt64
    ) {
        var random = SeededRandom(seed: seed)
        let snapshot = Self.snapshot(&random, symbols: 1 + Int(seed) * 2, files: 9)
        let twin = NaiveIndex(snapshot)
        var counter = SymbolCounter(snapshot.findings)
        for rule in Set(snapshot.findings.rule) {
            let rows = snapshot.findings.rule.indices.filter { snapshot.findings.rule[$0] == rule }
            let inOrder = twin.order.filter { rows.contains(Int($0)) }
            for limit in [1, 2, 5, 40] {
                let tallies = counter.tallies(of: inOrder, in: snapshot.findings, limit: limit)
                #expect(tallies.first == twin.symbols(snapshot.findings.strings[rule], first: limit))
                #expect(tallies.total == twin.symbols(snapshot.findings.strings[rule], first: .max).count)
            }
        }
    }

    @Test func `of more symbols than are kept it is not known that one is absent`() {
        let findings = (0..<1200).map { Fixture.finding("singleton", "a.py", $0 + 1, "s\($0)") }
        let index = SnapshotIndex(Fixture.snapshot(findings: findings))

        #expect(index.symbols["singleton"]?.count == 1000)
        #expect(index.symbolTotals["singleton"] == 1200)
        #expect(index.count(of: "s0", rule: "singleton") == 1)
        #expect(index.count(of: "s999", rule: "singleton") == nil)
        #expect(index.count(of: "s1", rule: "manager-import") == 0)
    }
}
