import PaydownCore

/// How a rule stands: its measures as a snapshot has them, with their targets.
enum RuleStanding {
    /// A line for each measure, and one for when it was so.
    static func lines(_ rule: String, in header: SnapshotHeader) -> [String] {
        let measures = header.measures(ofRule: rule)
        if measures.isEmpty { return [] }
        var moment = "as of " + header.takenAt.day.iso
        if let revision = header.revision, !revision.commit.isEmpty { moment += ", " + revision.shortCommit }
        return measures.map { MeasureText.line($0, header.plan) } + [moment]
    }
}

/// A measure in words, for people.
enum MeasureText {
    /// `Import paths: 18 of 894 paths, -> <= 1, due 2025-09-28`
    static func line(_ measure: Measure, _ plan: Plan) -> String {
        let goal = goal(measure, plan)
        return title(measure) + ": " + value(measure) + (goal.isEmpty ? "" : ", " + goal)
    }

    static func title(_ measure: Measure) -> String {
        measure.title.isEmpty ? measure.id : measure.title
    }

    /// `18 of 894 paths`
    static func value(_ measure: Measure) -> String {
        let share = measure.population.map { " of " + numberText($0) } ?? ""
        let unit = measure.value == 1 && measure.population == nil ? singular(measure.unit) : measure.unit
        return numberText(measure.value) + share + (unit.isEmpty ? "" : " " + unit)
    }

    /// `site` of `sites`, `class` of `classes`.
    private static func singular(_ unit: String) -> String {
        if unit.hasSuffix("sses") { return String(unit.dropLast(2)) }
        return unit.hasSuffix("s") && !unit.hasSuffix("ss") ? String(unit.dropLast()) : unit
    }

    /// The first target that is not met, else the last there is; empty when there is none.
    static func goal(_ measure: Measure, _ plan: Plan) -> String {
        let goals = plan.phases.compactMap { phase in
            phase.targets.first { $0.measure == measure.id }.map { (phase, $0.target) }
        }
        guard let goal = goals.first(where: { !$0.1.isMet(by: number(measure, for: $0.1)) }) ?? goals.last else {
            return ""
        }
        let isMet = goal.1.isMet(by: number(measure, for: goal.1))
        let due = goal.0.due.map { ", due " + $0.iso } ?? ""
        return (isMet ? "ok " : "-> ") + goal.1.text + due
    }

    /// Whether every target of a measure is met; nil when it has none.
    static func isMet(_ measure: Measure, _ plan: Plan) -> Bool? {
        let targets = plan.phases.flatMap(\.targets).filter { $0.measure == measure.id }.map(\.target)
        return targets.isEmpty ? nil : targets.allSatisfy { $0.isMet(by: number(measure, for: $0)) }
    }

    /// A target in per cent is about the share of the population.
    private static func number(_ measure: Measure, for target: Target) -> Double {
        guard target.isPercent, measure.unit != "%", let population = measure.population, population > 0 else {
            return measure.value
        }
        return 100 * measure.value / population
    }
}
