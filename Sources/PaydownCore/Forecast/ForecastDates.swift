/// When a goal is reached, as the share of futures that have got there by a day.
///
/// The smallest step is a week: a run that gets there in the third week gets there three weeks after the last
/// snapshot. What happens within a week is not known of the weeks that the runs are made of either.
package struct ForecastDates: Equatable, Sendable {
    /// The day of the last snapshot.
    package let start: Day
    private let runs: Bootstrap

    init(start: Day, runs: Bootstrap) {
        self.start = start
        self.runs = runs
    }

    /// The first day by which that share of the runs has got there, 0...1; nil when it has not in two years.
    package func day(for share: Double) -> Day? {
        runs.weeks(for: share).map { start.adding(days: 7 * $0) }
    }

    /// As likely before as after.
    package var p50: Day? { day(for: 0.5) }
    /// A day to promise: later in 15 of 100 futures.
    package var p85: Day? { day(for: 0.85) }

    /// The share of the runs that get there on that day or before, 0...1.
    package func chance(by due: Day) -> Double {
        let days = due.days(since: start)
        return days < 0 ? 0 : runs.share(after: days / 7)
    }

    /// The share of the runs that do not get there in two years, 0...1.
    package var unending: Double { runs.unending }

    /// What is left after 0, 1, 2 … weeks, for each of the shares that were asked for.
    package var remainders: [[Double]] { runs.remainders }
}
