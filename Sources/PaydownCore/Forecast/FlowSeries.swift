/// A measure over time with what came in and what went out, one point for each snapshot.
package struct FlowSeries: Equatable, Sendable {
    /// Oldest first; of one day there may be several.
    package var points: [FlowPoint]
    /// Which way the measure gets better: for `higher`, what goes out is what is gained.
    package var better: Measure.Direction

    package init(_ points: [FlowPoint], better: Measure.Direction = .lower) {
        self.points = points
        self.better = better
    }

    /// The series as it was known at the end of that day.
    package func upTo(_ day: Day) -> FlowSeries {
        FlowSeries(Array(points.prefix { $0.day <= day }), better: better)
    }

    /// One entry for each week from the first point to the last one.
    ///
    /// What happened between two snapshots belongs to the week of the later one. A week that neither begins nor
    /// ends inside the series is whole; the first one is when it was seen from its Monday on, the last one when
    /// it was seen until its Friday.
    package var weeks: [WeekFlow] {
        guard let first = points.first, let last = points.last else { return [] }
        let (begin, end) = (Week(first.day), Week(last.day))
        var weeks: [WeekFlow] = []
        weeks.reserveCapacity(end.number - begin.number + 1)
        var next = 0
        var value = first.value
        for number in begin.number...end.number {
            let week = Week(number: number)
            let start = next
            while next < points.count, Week(points[next].day) == week { next += 1 }
            let own = points[start..<next]
            var flow = WeekFlow(week: week, value: own.last?.value ?? value)
            value = flow.value
            // The first point of all has nothing before it.
            let steps = start == 0 ? own.dropFirst() : own
            for step in steps {
                if let reason = step.interruption {
                    flow.interruption = flow.interruption ?? reason
                    continue
                }
                flow.inflow += step.inflow
                flow.outflow += step.outflow
                if step.origin == .change { flow.origin = .change }
            }
            let beginsInside = week == begin && (first.day.weekday > 0 || steps.isEmpty)
            let endsInside = week == end && last.day.weekday < 4
            if own.isEmpty {
                flow.kind = .carried
            } else if beginsInside || endsInside {
                flow.kind = .partial
            } else if steps.allSatisfy({ $0.interruption != nil }) {
                flow.kind = .interrupted
            }
            weeks.append(flow)
        }
        return weeks
    }
}
