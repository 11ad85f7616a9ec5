/// What came in and what went out between two snapshots, for every rule.
///
/// Two snapshots with their findings give it, and so does a history that has counted them already.
package struct SnapshotFlow: Equatable, Sendable {
    /// Numbers of findings, or of the different things they are about.
    package struct Counts: Equatable, Sendable {
        /// New and returned, in files that could be seen before.
        package var inflow = 0
        /// Fixed and gone.
        package var outflow = 0
        /// New in files that could not be seen before: they may have been there.
        package var revealed = 0
        /// In files that could not be seen this time: nobody knows.
        package var unseen = 0

        package init() {}

        package init(_ counts: DiffCounts) {
            inflow = counts.new + counts.returned - counts.revealed
            outflow = counts.fixed + counts.gone
            revealed = counts.revealed
            unseen = counts.unseen
        }

        /// By how much the number changed, all told.
        package var change: Int { inflow + revealed - outflow - unseen }

        fileprivate mutating func add(_ flow: WritableKeyPath<Counts, Int>) {
            self[keyPath: flow] += 1
        }

        static func + (left: Counts, right: Counts) -> Counts {
            var sum = left
            sum.inflow += right.inflow
            sum.outflow += right.outflow
            sum.revealed += right.revealed
            sum.unseen += right.unseen
            return sum
        }
    }

    /// Findings, by rule.
    package private(set) var sites: [String: Counts] = [:]
    /// The different symbols that findings are about, by rule; nil when only findings were counted.
    package private(set) var symbols: [String: Counts]?

    /// As a history has counted them.
    package init(_ counts: [String: DiffCounts]) {
        sites = counts.mapValues(Counts.init)
    }

    package init(old: Snapshot, new: Snapshot) {
        let diff = SnapshotDiff(old: old, new: new)
        self.init(diff.countsByRule)
        let before = Self.symbols(old.findings) { diff.oldState[$0] == .unseen }
        let after = Self.symbols(new.findings) { diff.isRevealed($0) }
        var symbols: [String: Counts] = [:]
        for (rule, now) in after {
            for (symbol, isRevealed) in now where before[rule]?[symbol] == nil {
                symbols[rule, default: Counts()].add(isRevealed ? \.revealed : \.inflow)
            }
        }
        for (rule, then) in before {
            for (symbol, isUnseen) in then where after[rule]?[symbol] == nil {
                symbols[rule, default: Counts()].add(isUnseen ? \.unseen : \.outflow)
            }
        }
        self.symbols = symbols
    }

    /// The symbols of each rule, and whether all of its findings are hidden in that sense.
    private static func symbols(_ table: FindingTable, isHidden: (Int) -> Bool) -> [String: [String: Bool]] {
        var known: [StringID: [StringID: Bool]] = [:]
        for row in 0..<table.count {
            let isHidden = isHidden(row)
            known[table.rule[row], default: [:]][table.symbol[row], default: true] =
                isHidden
                && known[table.rule[row]]?[table.symbol[row]] ?? true
        }
        var symbols: [String: [String: Bool]] = [:]
        for (rule, own) in known {
            symbols[table.strings[rule]] = Dictionary(
                uniqueKeysWithValues: own.map { (table.strings[$0.key], $0.value) })
        }
        return symbols
    }

    /// What came in and went out of a measure's number; nil when the findings do not account for its change, as
    /// when it counts something else. Then only the change is known.
    package func counts(of measure: Measure, before: Measure, in header: SnapshotHeader) -> Counts? {
        guard let id = measure.rule, let rule = header.rule(id), rule.isListed else { return nil }
        guard let counts = measure.value == Double(rule.count) ? sites : symbols else { return nil }
        // Without an entry nothing of that rule was there or is.
        let known = counts[id] ?? Counts()
        return Double(known.change) == measure.value - before.value ? known : nil
    }

    /// The same for all findings that are listed.
    package func counts(ofAllIn header: SnapshotHeader, from old: Double, to new: Double) -> Counts? {
        let known = header.rules.filter(\.isListed).reduce(Counts()) { $0 + (sites[$1.id] ?? Counts()) }
        return Double(known.change) == new - old ? known : nil
    }

    /// Tests that pass now and did not, and the other way round: where more is better, what is gained goes out.
    ///
    /// A test that is not there any more does not pass; one that was not there did not.
    package static func counts(ofTests new: [TestOutcome], before old: [TestOutcome]) -> Counts {
        func passing(_ tests: [TestOutcome]) -> Set<[String]> {
            Set(tests.lazy.filter(\.status.isPass).map { [$0.suite, $0.name] })
        }
        let (before, after) = (passing(old), passing(new))
        var counts = Counts()
        counts.outflow = after.subtracting(before).count
        counts.inflow = before.subtracting(after).count
        return counts
    }
}
