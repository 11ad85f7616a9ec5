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
    package init(of measure: String?, in timeline: [Archive.Entry], better: Measure.Direction = .lower) {
        self.better = better
        points.reserveCapacity(timeline.count)
        var place = MeasurePlace()
        var before: SnapshotHeader?
        for entry in timeline {
            guard let header = entry.header else { continue }
            let value = measure.map { place.value(of: $0, in: header) } ?? Trend.total(header)
            guard let value else { continue }
            points.append(
                Point(
                    id: entry.id, day: Trend.day(of: header.takenAt), value: value,
                    interruption: before.flatMap { Trend.interruption(from: $0, to: header) }))
            before = header
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

    /// The findings that a snapshot lists; rules that are only counted are too noisy to be part of a total.
    package static func total(_ header: SnapshotHeader) -> Double {
        Double(header.rules.reduce(0) { $0 + ($1.isListed ? $1.count : 0) })
    }

    package static func day(of moment: Timestamp) -> Double {
        Double(moment.seconds + moment.offsetMinutes * 60) / 86_400
    }

    /// Why two snapshots do not compare: other rules, another coverage, or one is measured and one made up.
    package static func interruption(from old: SnapshotHeader, to new: SnapshotHeader) -> String? {
        if old.tool.rules != new.tool.rules, !old.tool.rules.isEmpty, !new.tool.rules.isEmpty {
            return "rules changed"
        }
        if old.provenance.findings != new.provenance.findings { return new.provenance.findings.rawValue }
        // A per cent of the files more or less moves every count by about as much: worth a mark.
        if let before = old.coverage.percent, let after = new.coverage.percent, abs(before - after) >= 1 {
            return "coverage changed"
        }
        return nil
    }
}

/// Where a measure stands among a header's checks.
///
/// Headers of one project are alike, so a measure is looked for first where the last header had it: over a
/// thousand snapshots that is one comparison of names each, instead of twenty.
struct MeasurePlace {
    private var check = 0
    private var measure = 0

    mutating func value(of id: String, in header: SnapshotHeader) -> Double? {
        if header.checks.indices.contains(check), header.checks[check].measures.indices.contains(measure),
            header.checks[check].measures[measure].id == id
        {
            return header.checks[check].measures[measure].value
        }
        for (checkNumber, candidate) in header.checks.enumerated() {
            guard let found = candidate.measures.firstIndex(where: { $0.id == id }) else { continue }
            (check, measure) = (checkNumber, found)
            return candidate.measures[found].value
        }
        return nil
    }
}
