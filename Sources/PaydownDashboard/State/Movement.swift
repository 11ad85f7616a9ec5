import PaydownCore
import PaydownScreen

/// One thing that changed since the baseline.
package struct Movement: Equatable, Sendable {
    /// What it is: a symbol, or a test.
    package var name: String
    /// Findings more or less; ±1 for a test.
    package var change: Int
    package var isWorse: Bool
    /// `now failing`, `now passing`; the check's title for a symbol.
    package var note: String
    package var destination: OverviewDestination
}

/// Where `enter` leads from the overview and the plan.
package enum OverviewDestination: Equatable, Sendable {
    case check(String)
    case group(check: String, grouping: Grouping, name: String)
    case test(GoldenState.TestID)
}

extension Movement {
    /// What moved from one snapshot to another, largest first; tests whose outcome changed come first of all.
    ///
    /// With a comparison of the two, symbols have what came less what was fixed: what was not looked at is no change.
    /// Until there is one, they are compared by their counts, the first two hundred of each rule: linear in those, so
    /// that it can be asked for every frame. A symbol that changes by more than the two hundredth has findings is never
    /// missed.
    package static func list(
        from old: LoadedSnapshot, to new: LoadedSnapshot, comparison: Comparison? = nil
    ) -> [Movement] {
        var movements: [Movement] = []
        var places: [[String]: Int] = [:]
        for rule in new.header.rules where rule.isListed {
            let title = new.header.check(rule.check)?.title ?? rule.check
            // Two rules of a check may be about one symbol: its group in the check's list has both.
            func add(_ name: String, _ change: Int) {
                guard change != 0 else { return }
                if let known = places[[rule.check, name]] {
                    movements[known].change += change
                    return
                }
                places[[rule.check, name]] = movements.count
                movements.append(
                    Movement(
                        name: name, change: change, isWorse: false, note: title,
                        destination: .group(check: rule.check, grouping: .symbol, name: name)))
            }
            if let comparison, comparison.isOf(old, new) {
                for (name, change) in comparison.changes[rule.id] ?? [:] { add(name, change) }
                continue
            }
            for tally in (new.index.symbols[rule.id] ?? []).prefix(200) {
                guard let before = old.index.count(of: tally.name, rule: rule.id) else { continue }
                add(tally.name, tally.count - before)
            }
            for tally in (old.index.symbols[rule.id] ?? []).prefix(200)
            where new.index.count(of: tally.name, rule: rule.id) == 0 {
                add(tally.name, -tally.count)
            }
        }
        movements.removeAll { $0.change == 0 }
        for index in movements.indices { movements[index].isWorse = movements[index].change > 0 }
        movements.sort { left, right in
            abs(left.change) != abs(right.change)
                ? abs(left.change) > abs(right.change) : (left.name, left.note) < (right.name, right.note)
        }
        return tests(from: old.header, to: new.header) + movements
    }

    /// Tests that fail now and did not, then those that pass now and did not.
    static func tests(from old: SnapshotHeader, to new: SnapshotHeader) -> [Movement] {
        guard !new.tests.isEmpty else { return [] }
        let before = Dictionary(old.tests.map { (GoldenState.TestID($0), $0.status) }) { first, _ in first }
        var failing: [Movement] = []
        var passing: [Movement] = []
        for test in new.tests {
            let id = GoldenState.TestID(test)
            guard let status = before[id], status != test.status else { continue }
            if test.status.isFailure, !status.isFailure {
                failing.append(
                    Movement(
                        name: NameShortening.test(test.name), change: 1, isWorse: true, note: "now failing",
                        destination: .test(id)))
            } else if test.status.isPass, !status.isPass {
                passing.append(
                    Movement(
                        name: NameShortening.test(test.name), change: 1, isWorse: false, note: "now passing",
                        destination: .test(id)))
            }
        }
        return failing + passing
    }
}
