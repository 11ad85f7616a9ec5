/// What came in and went out in a week.
package struct WeekFlow: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// Seen from its beginning to its end.
        case whole
        /// Without a snapshot: the value is carried forward. What happened in it is in the next week that has one.
        case carried
        /// The first or last week of the series, seen in part.
        case partial
        /// Nothing in it compares with what was before.
        case interrupted
    }

    package var week: Week
    /// At the last snapshot of the week.
    package var value: Double
    package var inflow = 0.0
    package var outflow = 0.0
    package var origin = FlowPoint.Origin.counted
    package var kind = Kind.whole
    /// What interrupted the series in this week, also where the rest of the week compares.
    package var interruption: SeriesBreak?

    package init(week: Week, value: Double, inflow: Double = 0, outflow: Double = 0, kind: Kind = .whole) {
        self.week = week
        self.value = value
        self.inflow = inflow
        self.outflow = outflow
        self.kind = kind
    }

    /// What the week took off the remainder; negative when it added to it.
    package var net: Double { outflow - inflow }

    /// Whether a forecast may draw this week: a carried one too, since a month without snapshots and one large
    /// week at its end are five weeks of work, not one.
    package var isUsable: Bool { kind == .whole || kind == .carried }
}
