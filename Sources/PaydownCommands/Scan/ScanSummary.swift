import PaydownCore
import PaydownScan

/// What a scan came to, for people: coverage, what is accepted, then each check's measures against their targets.
enum ScanSummary {
    /// How many files that do not count are named, and how many suppressions; the snapshot has all of them.
    private static let problemLimit = 8
    private static let suppressionLimit = 8

    static func text(_ outcome: ScanOutcome, files: [String], width: Int = 120) -> String {
        text(outcome.snapshot.header, files: files, width: width)
    }

    /// - Parameters:
    ///   - files: where the snapshot was written.
    ///   - width: columns that a line may take; names are cut to keep to it.
    static func text(_ header: SnapshotHeader, files: [String], width: Int = 120) -> String {
        var lines = [coverage(header)]
        lines += problems(header.coverage)
        lines += accepted(header.accepted)
        for check in header.checks where !check.measures.isEmpty {
            lines += ["", check.title] + measures(check, header.plan, width: width)
        }
        if let goals = goals(header) { lines += ["", goals] }
        if !files.isEmpty { lines += [""] + files.map { "snapshot: " + $0 } }
        return lines.map(PlainLine.of).joined(separator: "\n") + "\n"
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
        let tools = coverage.problems.filter { $0.kind == .notRun }
        let lost = coverage.problems.filter { ![.excluded, .notScanned, .notRun].contains($0.kind) }
        var lines = (tools + lost.prefix(problemLimit)).map { problem in
            let place = problem.line > 0 ? "\(problem.path):\(problem.line)" : problem.path
            let column = problem.column > 0 ? ":\(problem.column)" : ""
            return "  \(place)\(column): \(problem.message)"
        }
        if lost.count > problemLimit { lines.append("  and \(lost.count - problemLimit) more; the snapshot has all") }
        return lines
    }

    /// What is held back, and by whom until when. Suppressions that have ended are warnings, and no part of this.
    private static func accepted(_ accepted: [AcceptedFindings]) -> [String] {
        let active = accepted.filter { $0.state == .active }
        let count = active.reduce(0) { $0 + $1.count }
        if count == 0 { return [] }
        var lines = [
            count == 1
                ? "1 finding is suppressed and does not count" : "\(count) findings are suppressed and do not count"
        ]
        lines += active.prefix(suppressionLimit).map { item in
            var line = "  \(item.count) \(item.rule) \(item.subject): \(item.reason)"
            if !item.owner.isEmpty { line += " (" + item.owner + ")" }
            if let expires = item.expires { line += ", until " + expires.iso }
            return line
        }
        if active.count > suppressionLimit {
            lines.append("  and \(active.count - suppressionLimit) more suppressions")
        }
        return lines
    }

    private static func measures(_ check: Check, _ plan: Plan, width: Int) -> [String] {
        let cells = check.measures.map { measure in
            ["  " + MeasureText.title(measure), MeasureText.value(measure), MeasureText.goal(measure, plan)]
        }
        var widths = (0..<3).map { column in cells.map { $0[column].count }.max() ?? 0 }
        // Numbers and targets are why people look; a long title gives way.
        widths[0] = min(widths[0], max(20, width - widths[1] - widths[2] - 4))
        return cells.map { row in
            let line = padded(cut(row[0], widths[0]), widths[0]) + "  " + padded(row[1], widths[1]) + "  " + row[2]
            return line.withoutTrailingSpaces
        }
    }

    /// `4 of 9 measures with a target are there`
    private static func goals(_ header: SnapshotHeader) -> String? {
        let states = header.checks.flatMap(\.measures).compactMap { MeasureText.isMet($0, header.plan) }
        if states.isEmpty { return nil }
        return "\(states.count { $0 }) of \(states.count) measures with a target have reached it"
    }

    private static func cut(_ text: String, _ width: Int) -> String {
        text.count <= width ? text : String(text.prefix(max(0, width - 3))) + "..."
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
