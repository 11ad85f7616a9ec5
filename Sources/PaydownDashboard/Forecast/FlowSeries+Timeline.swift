import PaydownCore

extension FlowSeries {
    /// A measure over the snapshots of a timeline.
    ///
    /// Findings that were compared give both flows, tests do too; where neither accounts for the change of the
    /// number, the change is all that is known.
    ///
    /// - Parameter measure: nil for all findings that the snapshots list.
    init(
        of measure: String?, better: Measure.Direction, in timeline: ArraySlice<Archive.Entry>, _ ledger: FlowLedger
    ) {
        var points: [FlowPoint] = []
        points.reserveCapacity(timeline.count)
        var place = 0
        var before: (entry: Archive.Entry, value: Double)?
        for entry in timeline {
            guard let figures = entry.figures else { continue }
            var value: Double? = figures.total
            if let measure { value = figures.value(of: measure, place: &place) }
            guard let value else { continue }
            defer { before = (entry, value) }
            let day = figures.takenAt.day
            guard let before, let old = before.entry.figures else {
                points.append(FlowPoint(day: day, value: value))
                continue
            }
            let step = Step(measure, from: before.entry, to: entry, ledger)
            let interruption = step.isOfTests ? nil : figures.seriesBreak(of: measure, since: old)
            if let counts = step.counts(before.value, value) {
                points.append(
                    FlowPoint(
                        day: day, value: value, inflow: Double(counts.inflow), outflow: Double(counts.outflow),
                        interruption: interruption))
            } else {
                points.append(
                    FlowPoint(
                        day: day, value: value, before: before.value, better: better, interruption: interruption))
            }
        }
        self.init(points, better: better)
    }

    /// What is known of the way from one snapshot to the next.
    private struct Step {
        let measure: String?
        let old: SnapshotHeader?
        let new: SnapshotHeader?
        let flow: SnapshotFlow?
        /// Whether the number is about tests: no rules and no coverage play a part in it.
        let isOfTests: Bool

        init(_ measure: String?, from older: Archive.Entry, to newer: Archive.Entry, _ ledger: FlowLedger) {
            self.measure = measure
            flow = ledger[FlowLedger.Pair(older: older.id, newer: newer.id)]
            guard let measure else {
                (old, new, isOfTests) = (nil, newer.header, false)
                return
            }
            let header = newer.header
            let check = header?.checks.first { $0.measures.contains { $0.id == measure } }
            isOfTests = check.map { header?.hasRules($0) == false } ?? false
            // A header is two dozen references: it is taken out only where it is needed.
            new = isOfTests || flow != nil ? header : nil
            old = isOfTests || flow != nil ? older.header : nil
        }

        func counts(_ before: Double, _ value: Double) -> SnapshotFlow.Counts? {
            guard let measure else {
                return new.flatMap { flow?.counts(ofAllIn: $0, from: before, to: value) }
            }
            if isOfTests, let old, let new, !old.tests.isEmpty, !new.tests.isEmpty {
                let counts = SnapshotFlow.counts(ofTests: new.tests, before: old.tests)
                return Double(counts.outflow - counts.inflow) == value - before ? counts : nil
            }
            guard let old, let new, let now = new.measure(measure), let then = old.measure(measure) else { return nil }
            return flow?.counts(of: now, before: then, in: new)
        }
    }
}
