import PaydownCore

/// The figures of a snapshot that trends are made of, taken from its header once.
///
/// A performance file: a timeline of 1,000 snapshots with 20 measures asks for 20,000 values in a frame. From
/// headers, which are 25 references each, that took 50 ms; from these it takes less than one.
package struct SnapshotFigures: Equatable, Sendable {
    package let takenAt: Timestamp
    /// Days since 1970, with the time of day as a fraction.
    package let day: Double
    /// All findings that the snapshot lists; rules that are only counted are too noisy to be part of it.
    package let total: Double
    /// The measures of all checks, in their order, and their values.
    package let measures: [String]
    package let values: [Double]
    package let rules: String
    /// Asked only where `rules` differs.
    private let ruleList: [Rule]
    private let checks: [Check]
    package let source: Provenance.Source
    /// Parsed of all files, 0...100.
    package let coverage: Double?

    package init(_ header: SnapshotHeader) {
        takenAt = header.takenAt
        day = Double(header.takenAt.seconds + header.takenAt.offsetMinutes * 60) / 86_400
        total = Double(header.rules.reduce(0) { $0 + ($1.isListed ? $1.count : 0) })
        let all = header.checks.flatMap(\.measures)
        measures = all.map(\.id)
        values = all.map(\.value)
        rules = header.tool.rules
        ruleList = header.rules
        checks = header.checks
        source = header.provenance.findings
        coverage = header.coverage.percent
    }

    /// The value of a measure; nil without it.
    ///
    /// - Parameter place: where the last snapshot had it: snapshots of one project are alike, so that is one
    ///   comparison of names instead of twenty.
    package func value(of measure: String, place: inout Int) -> Double? {
        if measures.indices.contains(place), measures[place] == measure { return values[place] }
        guard let found = measures.firstIndex(of: measure) else { return nil }
        place = found
        return values[found]
    }

    /// Why the two do not compare: other rules, another coverage, or one is measured and one made up.
    ///
    /// - Parameter measure: only rules that it counts matter; nil for all findings.
    package func seriesBreak(of measure: String?, since old: SnapshotFigures) -> SeriesBreak? {
        if old.rules != rules, !old.rules.isEmpty, !rules.isEmpty, isCountedOtherwise(measure, since: old) {
            return .rules
        }
        if old.source != source { return .source(source) }
        if let before = old.coverage, let after = coverage, abs(before - after) >= SeriesBreak.coverageTolerance {
            return .coverage
        }
        return nil
    }

    private func isCountedOtherwise(_ measure: String?, since old: SnapshotFigures) -> Bool {
        let epoch = RuleEpoch(old: old.ruleList, new: ruleList, isDigestChanged: true)
        if epoch.isUntold { return true }
        guard let measure, let check = checks.first(where: { $0.measures.contains { $0.id == measure } }) else {
            return (old.ruleList + ruleList).contains { $0.isListed && epoch.isBroken($0.id) }
        }
        if let rule = check.measures.first(where: { $0.id == measure })?.rule { return epoch.isBroken(rule) }
        // A measure of no one rule is about all of its check.
        return (old.ruleList + ruleList).contains { $0.check == check.id && epoch.isBroken($0.id) }
    }
}

/// A header and its figures, in one place for all who hold them. Immutable.
final class KnownHeader: Sendable, Equatable {
    let header: SnapshotHeader
    let figures: SnapshotFigures

    init(_ header: SnapshotHeader) {
        self.header = header
        figures = SnapshotFigures(header)
    }

    static func == (left: KnownHeader, right: KnownHeader) -> Bool {
        left === right || left.header == right.header
    }
}
