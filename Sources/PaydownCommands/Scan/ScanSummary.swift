import PaydownCore
import PaydownScan

/// What a scan came to, for people: coverage, then each check's measures against their targets.
enum ScanSummary {
    /// How many files that do not count are named; the snapshot has all of them.
    private static let problemLimit = 8

    /// - Parameter files: where the snapshot was written.
    static func text(_ outcome: ScanOutcome, files: [String]) -> String {
        let header = outcome.snapshot.header
        var lines = [coverage(header)]
        lines += problems(header.coverage)
        let held = outcome.suppressed.reduce(0) { $0 + $1.findings.count }
        if held > 0 { lines.append("\(held) findings are suppressed") }
        for check in header.checks {
            lines += ["", check.title] + measures(check, header.plan)
        }
        if !files.isEmpty { lines += [""] + files.map { "snapshot: " + $0 } }
        return lines.map(neutral).joined(separator: "\n") + "\n"
    }

    private static func coverage(_ header: SnapshotHeader) -> String {
        let coverage = header.coverage
        var parts = ["\(coverage.files) files", "\(coverage.parsed) parsed", "\(coverage.unparsed) unparsed"]
        parts += [
            (coverage.unreadable, "unreadable"), (coverage.tooLarge, "too large"), (coverage.excluded, "excluded"),
            (coverage.notScanned, "not scanned"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        var name = header.project.name
        if let revision = header.revision {
            name += " at " + revision.shortCommit + (revision.isDirty ? ", changed" : "")
        }
        return name + ": " + parts.joined(separator: ", ")
    }

    private static func problems(_ coverage: Coverage) -> [String] {
        let lost = coverage.problems.filter { $0.kind != .excluded && $0.kind != .notScanned }
        var lines = lost.prefix(problemLimit).map { problem in
            let place = problem.line > 0 ? "\(problem.path):\(problem.line):\(problem.column)" : problem.path
            return "  \(place): \(problem.message)"
        }
        if lost.count > problemLimit { lines.append("  and \(lost.count - problemLimit) more; the snapshot has all") }
        return lines
    }

    private static func measures(_ check: Check, _ plan: Plan) -> [String] {
        let cells = check.measures.map { measure in
            let share = measure.population.map { " of " + numberText($0) } ?? ""
            return [
                "  " + (measure.title.isEmpty ? measure.id : measure.title),
                numberText(measure.value) + share + (measure.unit.isEmpty ? "" : " " + measure.unit),
                goal(measure, plan),
            ]
        }
        let widths = (0..<2).map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            let line = padded(row[0], widths[0]) + "  " + padded(row[1], widths[1]) + "  " + row[2]
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// The first target that is not met, else the last there is.
    private static func goal(_ measure: Measure, _ plan: Plan) -> String {
        let goals = plan.phases.compactMap { phase in
            phase.targets.first { $0.measure == measure.id }.map { (phase, $0.target) }
        }
        guard let goal = goals.first(where: { !$0.1.isMet(by: value(of: measure, for: $0.1)) }) ?? goals.last else {
            return ""
        }
        let isMet = goal.1.isMet(by: value(of: measure, for: goal.1))
        let due = goal.0.due.map { ", due " + $0.iso } ?? ""
        return (isMet ? "ok " : "-> ") + goal.1.text + due
    }

    /// A target in per cent is about the share of the population.
    private static func value(of measure: Measure, for target: Target) -> Double {
        guard target.isPercent, measure.unit != "%", let population = measure.population, population > 0 else {
            return measure.value
        }
        return 100 * measure.value / population
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// Paths and titles come from files: nothing in them may steer the terminal.
    private static func neutral(_ line: String) -> String {
        String(
            String.UnicodeScalarView(line.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
    }
}
