import PaydownCore

/// How a measure, or all findings, went over the snapshots of the session.
package struct Trend: Equatable, Sendable {
    package struct Point: Equatable, Sendable {
        package var id: SnapshotID
        /// Days since 1970, with the time of day as a fraction.
        package var day: Double
        package var value: Double
        /// Why this point does not compare with the one before it; nil when it does.
        package var interruption: String?
    }

    /// Oldest first; snapshots without the measure are left out.
    package private(set) var points: [Point] = []
    package let better: Measure.Direction

    /// - Parameter measure: nil for all findings that the snapshots list.
    package init(
        of measure: String?, in timeline: ArraySlice<Archive.Entry>, better: Measure.Direction = .lower
    ) {
        self.better = better
        points.reserveCapacity(timeline.count)
        var place = 0
        var before: SnapshotFigures?
        for entry in timeline {
            guard let figures = entry.figures else { continue }
            var value: Double? = figures.total
            if let measure { value = figures.value(of: measure, place: &place) }
            guard let value else { continue }
            points.append(
                Point(
                    id: entry.id, day: figures.day, value: value,
                    interruption: before.flatMap { figures.seriesBreak(of: measure, since: $0)?.text }))
            before = figures
        }
    }

    package var first: Point? { points.first }
    package var last: Point? { points.last }

    /// From where on the points compare with the last one: the first, or the one behind the last interruption.
    package var begin: Point? { points.last { $0.interruption != nil } ?? points.first }

    /// `growing`, `falling` or `level`, from `begin` to the last point.
    package var direction: String {
        guard let begin, let last else { return "level" }
        let change = last.value - begin.value
        return change > 0 ? "growing" : change < 0 ? "falling" : "level"
    }

    /// Whether it goes away from what is better.
    package var isWorsening: Bool { direction == (better == .lower ? "growing" : "falling") }

    /// At most `count` values spread evenly over the points, the first and the last among them.
    package func samples(_ count: Int) -> [Double] {
        guard points.count > count else { return points.map(\.value) }
        guard count > 1 else { return points.suffix(count).map(\.value) }
        return (0..<count).map { points[$0 * (points.count - 1) / (count - 1)].value }
    }
}
