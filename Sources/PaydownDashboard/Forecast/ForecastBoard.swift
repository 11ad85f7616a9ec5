import PaydownCore

/// A forecast for every target of the plan, as of one snapshot.
package struct ForecastBoard: Equatable, Sendable {
    /// What the board depends on: while this is the same, so is the board.
    package struct Query: Equatable, Sendable {
        var current: SnapshotID
        /// Snapshots up to the current one.
        var count: Int
        var revision: Int
        /// The day it is asked on.
        var today: Day
    }

    package struct Entry: Equatable, Sendable {
        /// 0-based in the plan.
        package var phase: Int
        package var target: PhaseTarget
        package var title: String
        /// The check's title.
        package var check: String
        package var due: Day?
        package var forecast: Forecast
        package var isHeadline: Bool

        package var standing: ForecastStanding { forecast.standing(due: due) }
    }

    /// When the last target is met.
    package enum Slowest: Equatable, Sendable {
        case allMet
        /// The day by which 85 of 100 futures have got there; nil beyond two years.
        case day(Day?, Entry)
        case noDate(Entry, ForecastRefusal)
    }

    package let query: Query
    /// In the plan's order; targets that nobody measures are left out.
    package let entries: [Entry]

    init(_ query: Query, _ header: SnapshotHeader, _ timeline: ArraySlice<Archive.Entry>, _ ledger: FlowLedger) {
        self.query = query
        var series: [String: FlowSeries] = [:]
        var entries: [Entry] = []
        for (number, phase) in header.plan.phases.enumerated() {
            for target in phase.targets {
                guard let check = header.checks.first(where: { $0.measures.contains { $0.id == target.measure } }),
                    let measure = header.measure(target.measure),
                    let goal = Goal(target.target, better: measure.better, population: measure.population)
                else { continue }
                let own =
                    series[measure.id] ?? FlowSeries(of: measure.id, better: measure.better, in: timeline, ledger)
                series[measure.id] = own
                let question = ForecastQuestion(
                    series: own, goal: goal, today: query.today,
                    coverage: header.hasRules(check) ? header.coverage.percent : nil)
                entries.append(
                    Entry(
                        phase: number, target: target, title: measure.title.isEmpty ? measure.id : measure.title,
                        check: check.title, due: phase.due, forecast: Forecast(question),
                        isHeadline: check.measures.first?.id == measure.id))
            }
        }
        self.entries = entries
    }

    package func entry(_ target: PhaseTarget, phase: Int) -> Entry? {
        entries.first { $0.phase == phase && $0.target == target }
    }

    /// What the plan ends with for a measure.
    package func last(of measure: String) -> Entry? {
        entries.last { $0.target.measure == measure }
    }

    /// One for each check with a target: of its headline where that has one, else of its slowest measure.
    package var byCheck: [Entry] {
        var checks: [String] = []
        for entry in entries where !checks.contains(entry.check) { checks.append(entry.check) }
        return checks.compactMap { check in
            let own = lastOnes.filter { $0.check == check }
            return own.first { $0.isHeadline && !$0.forecast.isMet } ?? own.max { Self.isSooner($0, $1) }
        }
    }

    /// All targets are met when the slowest one is. Nil without targets.
    package var slowest: Slowest? {
        guard let slowest = lastOnes.max(by: Self.isSooner) else { return nil }
        switch slowest.forecast.outcome {
        case .met: return .allMet
        case .dates(let dates): return .day(dates.p85, slowest)
        case .refused(let reasons): return .noDate(slowest, reasons.first ?? .noTrend)
        }
    }

    /// For each measure what the plan ends with, in the order of the plan.
    private var lastOnes: [Entry] {
        entries.filter { entry in last(of: entry.target.measure) == entry }
    }

    /// Met ones first, then by date, then those without: what grows last.
    private static func isSooner(_ left: Entry, _ right: Entry) -> Bool { rank(left) < rank(right) }

    private static func rank(_ entry: Entry) -> (Int, Double) {
        switch entry.forecast.outcome {
        case .met: (0, 0)
        case .dates(let dates): (1, dates.p85.map { Double($0.number) } ?? .infinity)
        case .refused(let reasons):
            if case .growing(let net) = reasons.first { (3, net) } else { (2, 0) }
        }
    }
}
