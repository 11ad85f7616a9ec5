import PaydownCore

/// A small piece of work that moves a target, derived from what was found; nothing is estimated.
package struct NextStep: Equatable, Sendable {
    package var check: String
    package var name: String
    /// What it takes and what it brings: `1 site in 1 file, one of 19 paths to go`.
    package var effect: String
    package var destination: OverviewDestination
}

extension NextStep {
    /// One for each check whose headline has a target that is not met, in the checks' order.
    package static func list(_ snapshot: LoadedSnapshot) -> [NextStep] {
        let plan = snapshot.header.plan
        return snapshot.header.checks.compactMap { check in
            guard let headline = check.measures.first,
                let target = plan.target(of: headline.id),
                let reading = TargetReading(target, in: snapshot.header), !reading.isMet
            else { return nil }
            if let rule = headline.rule.flatMap({ snapshot.header.rule($0) }) {
                return step(check, headline, rule, reading, snapshot)
            }
            return failingTest(check, reading, snapshot.header)
        }
    }

    private static func step(
        _ check: Check, _ headline: Measure, _ rule: Rule, _ reading: TargetReading, _ snapshot: LoadedSnapshot
    ) -> NextStep? {
        let tallies = snapshot.index.symbols[rule.id] ?? []
        let missing = CountText.number(reading.missing)
        let unit = headline.unit.isEmpty ? "" : CountText.unit(headline.unit, after: reading.missing) + " "
        let chosen: SnapshotIndex.Tally?
        let gain: String
        if headline.value == Double(rule.count) {
            // Every site counts: the group with most findings in each of its files is the cheapest.
            chosen = tallies.max { left, right in
                (left.count * max(right.files, 1), left.count) < (right.count * max(left.files, 1), right.count)
            }
            gain = "clears \(CountText.number(chosen?.count ?? 0)) of \(missing) \(unit)to go"
        } else {
            // Different things count: the one in the fewest files goes first.
            chosen = tallies.min { ($0.files, $0.count, $0.name) < ($1.files, $1.count, $1.name) }
            gain = reading.missing <= 1 ? "and the target is met" : "one of \(missing) \(unit)to go"
        }
        guard let chosen else { return nil }
        let sites = chosen.count == 1 ? "1 finding" : "\(CountText.number(chosen.count)) findings"
        let files = chosen.files == 1 ? "1 file" : "\(CountText.number(chosen.files)) files"
        return NextStep(
            check: check.title, name: chosen.name, effect: "\(sites) in \(files), \(gain)",
            destination: .group(check: check.id, grouping: .symbol, name: chosen.name))
    }

    private static func failingTest(_ check: Check, _ reading: TargetReading, _ header: SnapshotHeader) -> NextStep? {
        guard let test = header.tests.first(where: { $0.status.isFailure }) else { return nil }
        return NextStep(
            check: check.title, name: test.name,
            effect: test.message.isEmpty ? "fails" : "fails: " + test.message,
            destination: .test(GoldenState.TestID(test)))
    }
}
