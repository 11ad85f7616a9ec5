/// The weeks that a forecast draws from.
package struct ForecastSample: Equatable, Sendable {
    /// Weeks taken at most: a quarter of a year; what a team did before that says little about the next one.
    package static let mostWeeks = 12

    /// Oldest first; whole and carried ones.
    package let weeks: [WeekFlow]

    package init(_ weeks: some Sequence<WeekFlow>) {
        self.weeks = Array(weeks.filter(\.isUsable).suffix(Self.mostWeeks))
    }

    /// The weeks that have a snapshot.
    package var observed: Int { weeks.count { $0.kind == .whole } }

    /// What came in a week, on the average.
    package var inflow: Double { mean(\.inflow) }
    package var outflow: Double { mean(\.outflow) }

    /// Whether all of the flows were counted, none only derived from a change.
    package var isCounted: Bool { weeks.allSatisfy { $0.origin == .counted } }

    /// What the middle week took off; of an even number, the mean of the two in the middle. 0 without weeks.
    package var medianNet: Double {
        let sorted = weeks.map(\.net).sorted()
        guard let upper = sorted.dropFirst(sorted.count / 2).first else { return 0 }
        return sorted.count % 2 == 1 ? upper : (upper + sorted[sorted.count / 2 - 1]) / 2
    }

    /// The week in which more than half of all that went out did, when there is one and it is not the only one.
    package var step: WeekFlow? {
        guard weeks.count > 1, let largest = weeks.max(by: { $0.outflow < $1.outflow }) else { return nil }
        let all = weeks.reduce(0) { $0 + $1.outflow }
        return largest.outflow > all / 2 ? largest : nil
    }

    func without(_ week: WeekFlow) -> ForecastSample {
        ForecastSample(weeks.filter { $0.week != week.week })
    }

    private func mean(_ flow: KeyPath<WeekFlow, Double>) -> Double {
        weeks.isEmpty ? 0 : weeks.reduce(0) { $0 + $1[keyPath: flow] } / Double(weeks.count)
    }
}
