import PaydownCore

/// What the screens ask of a snapshot again and again, counted once when it is loaded. Linear in its findings but for
/// the sorting of its different paths.
package struct SnapshotIndex: Sendable {
    /// A symbol, rule or path and how many findings it has.
    package struct Tally: Equatable, Sendable {
        package var name: String
        package var count: Int
        /// In how many files.
        package var files: Int
    }

    /// A file and its findings by check.
    package struct FileTally: Equatable, Sendable {
        package var path: String
        package var count: Int
        /// In the order of the snapshot's checks; checks without findings in the file are left out.
        package var byCheck: [(check: String, count: Int)]

        package static func == (left: FileTally, right: FileTally) -> Bool {
            left.path == right.path && left.count == right.count
                && left.byCheck.map(\.check) == right.byCheck.map(\.check)
                && left.byCheck.map(\.count) == right.byCheck.map(\.count)
        }
    }

    /// The finding rows of each check, by check id, in the order of path, line and column.
    package private(set) var rows: [String: [Int32]] = [:]
    /// Which of these rows belong to which path.
    private(set) var runs: [String: [RowOrder.Run]] = [:]
    /// The symbols of each rule, most findings first, then by name; by rule id; the first thousand.
    package private(set) var symbols: [String: [Tally]] = [:]
    /// How many different symbols each rule has, by rule id.
    package private(set) var symbolTotals: [String: Int] = [:]
    /// The files with most findings, most first, then by path; at most 100.
    package let hotFiles: [FileTally]
    /// All rows, and those of each file.
    package let paths: RowOrder
    /// The rules that findings have.
    package let rules: [StringID]
    /// The snapshot's checks, then those that only findings name.
    package let checkNames: [String]
    /// The same as `symbols`, for looking up.
    private var counts: [String: [String: Int]] = [:]

    private static let symbolLimit = 1000
    private static let fileLimit = 100

    package init(_ snapshot: Snapshot) {
        let findings = snapshot.findings
        paths = RowOrder(findings)
        let byRule = RuleRows(snapshot, paths.rows)
        rules = byRule.rules
        checkNames = byRule.checks
        for (number, check) in byRule.checks.enumerated() {
            let mine = byRule.rows(ofCheck: number, findings, among: paths.rows)
            rows[check] = mine
            runs[check] = paths.runs(mine, in: findings)
        }
        var counter = SymbolCounter(findings)
        for (number, rule) in byRule.rules.enumerated() {
            let name = findings.strings[rule]
            let tallies = counter.tallies(of: byRule.rows[number], in: findings, limit: Self.symbolLimit)
            symbols[name] = tallies.first
            symbolTotals[name] = tallies.total
            counts[name] = Dictionary(tallies.first.map { ($0.name, $0.count) }, uniquingKeysWith: +)
        }
        hotFiles = Self.hotFiles(paths, byRule, findings)
    }

    /// How many findings each check lists, by check id.
    package func count(_ check: String) -> Int { rows[check]?.count ?? 0 }

    /// How many findings a rule has for a symbol; nil when that symbol was not among the first thousand.
    package func count(of symbol: String, rule: String) -> Int? {
        if let known = counts[rule]?[symbol] { return known }
        return (symbolTotals[rule] ?? 0) > (symbols[rule]?.count ?? 0) ? nil : 0
    }

    private static func hotFiles(_ order: RowOrder, _ byRule: RuleRows, _ findings: FindingTable) -> [FileTally] {
        var first = FirstFew<Int>(fileLimit) { left, right in
            let (leftCount, rightCount) = (order.range(left).count, order.range(right).count)
            // Paths are in order already.
            return leftCount != rightCount ? leftCount > rightCount : left < right
        }
        for number in order.paths.indices where !order.paths[number].isEmpty { first.add(number) }
        let checkOfRule = Dictionary(zip(byRule.rules, byRule.checkOfRule)) { first, _ in first }
        return first.finish().map { number in
            var counts = [Int](repeating: 0, count: byRule.checks.count)
            for row in order.rows[order.range(number)] { counts[checkOfRule[findings.rule[Int(row)]] ?? 0] += 1 }
            return FileTally(
                path: findings.strings[order.paths[number]], count: order.range(number).count,
                byCheck: counts.indices.filter { counts[$0] > 0 }.map { (byRule.checks[$0], counts[$0]) })
        }
    }
}
