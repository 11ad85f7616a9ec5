/// A value of a series and what led to it from the one before: two flows, kept apart.
///
/// A team that fixes 20 and gets 18 new ones needs a gate and not speed; a difference of 2 does not say so.
package struct FlowPoint: Equatable, Sendable {
    /// How well the two flows are known.
    package enum Origin: UInt8, Equatable, Sendable {
        /// Counted: findings, the different things they are about, or tests were compared one by one.
        case counted
        /// Only the change of the value is known; it went one way, so the other flow is shown as none.
        case change
    }

    package var day: Day
    package var value: Double
    /// What came in since the point before, in the measure's unit: what is new, what came back. At least 0.
    package var inflow: Double
    /// What went out since the point before: what was fixed, what is gone. At least 0.
    package var outflow: Double
    package var origin: Origin
    /// Why this point does not compare with the one before it; nil when it does.
    package var interruption: SeriesBreak?

    package init(
        day: Day, value: Double, inflow: Double = 0, outflow: Double = 0, origin: Origin = .counted,
        interruption: SeriesBreak? = nil
    ) {
        self.day = day
        self.value = value
        self.inflow = inflow
        self.outflow = outflow
        self.origin = origin
        self.interruption = interruption
    }

    /// A point of which only the value is known.
    package init(
        day: Day, value: Double, before: Double?, better: Measure.Direction, interruption: SeriesBreak? = nil
    ) {
        let change = (value - (before ?? value)) * (better == .lower ? 1 : -1)
        self.init(
            day: day, value: value, inflow: max(0, change), outflow: max(0, -change), origin: .change,
            interruption: interruption)
    }
}
