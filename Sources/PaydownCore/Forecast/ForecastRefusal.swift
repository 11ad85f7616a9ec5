/// Why there is no date.
package enum ForecastRefusal: Hashable, Sendable {
    /// No snapshot, or one: nothing has moved yet.
    case noTrend
    /// In half of the weeks or more the remainder grows; by how much in the middle one, above 0.
    case growing(Double)
    /// In half of the weeks or more nothing is taken off.
    case flat
    /// How many weeks have data.
    case fewWeeks(Int)
    /// Per cent of the files that were parsed.
    case coverage(Double)
    /// The newest snapshot is this many days old.
    case old(Int)
    /// This share of the runs, 0...1, does not get there in two years.
    case unending(Double)

    /// The fewest weeks with data that a date is made from.
    package static let fewestWeeks = 6
    /// Per cent of the files that have to be parsed.
    package static let leastCoverage = 98.0
    /// The days after which a snapshot says nothing about now.
    package static let oldestSnapshot = 14
    /// The share of runs that may fail to get there.
    package static let mostUnending = 0.2

    /// `growing by 3 a week: no date`
    package var text: String {
        switch self {
        case .noTrend: "one snapshot: no date"
        case .growing(let net): "growing by \(Self.rate(net)) a week: no date"
        case .flat: "not at this pace: half of the weeks bring nothing"
        case .fewWeeks(let weeks):
            "\(weeks) \(weeks == 1 ? "week" : "weeks") with data: a date needs \(Self.fewestWeeks)"
        case .coverage(let percent):
            "\(numberText((percent * 10).rounded(.down) / 10)) % of the files parsed: "
                + "a date needs \(numberText(Self.leastCoverage)) %"
        case .old(let days): "the last snapshot is \(days) days old: no date from today"
        case .unending: "P85: not within 2 years"
        }
    }

    /// The same in a column of a table: `growing 3/week`.
    package var shortText: String {
        switch self {
        case .noTrend: "no trend"
        case .growing(let net): "growing \(Self.rate(net))/week"
        case .flat: "not at this pace"
        case .fewWeeks(let weeks): "\(weeks) of \(Self.fewestWeeks) weeks"
        case .coverage: "coverage"
        case .old(let days): "\(days) d old"
        case .unending: "over 2 years"
        }
    }

    private static func rate(_ net: Double) -> String {
        numberText(net >= 10 ? net.rounded() : (net * 10).rounded() / 10)
    }
}
