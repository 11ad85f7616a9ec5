import PaydownCore
import PaydownProject

/// What `init` found, and what to do next.
enum InitReport {
    static func text(_ result: ProjectSurvey.Result, file: String, isDefault: Bool, width: Int) -> String {
        let coverage = result.header.coverage
        let count = result.proposal.rules.count
        var lines = [
            "\(file): \(count) \(count == 1 ? "rule" : "rules") proposed from \(coverage.files) Python files, "
                + "\(coverage.parsed) parsed"
        ]
        let cells = result.proposal.rules.map { rule in
            let measure = result.header.measures(ofRule: rule.id).first
            return (rule.id, measure.map(MeasureText.value) ?? "not counted by a scan without --run-external")
        }
        let column = min(cells.map(\.0.count).max() ?? 0, max(20, width - 40))
        lines += cells.map { id, value in
            "  " + id + String(repeating: " ", count: max(0, column - id.count)) + "  " + value
        }
        for imported in result.proposal.imported {
            let rules = imported.rules.count
            var line = "\(imported.file): \(rules) \(rules == 1 ? "rule" : "rules") of \(imported.tool) carried over"
            if !imported.lost.isEmpty {
                line +=
                    "; \(imported.lost.count) \(imported.lost.count == 1 ? "thing" : "things") could not be, "
                    + "the file says which"
            }
            lines.append(line)
        }
        if coverage.files == 0 {
            lines.append("There are no Python files here; the rules are a beginning for when there are.")
        }
        let config = isDefault ? "" : " --config " + file
        lines += [
            "", "Read it, strike what is not yours, then:",
            "  paydown scan\(config)".paddedForList + "counts, and keeps the first snapshot",
            "  paydown".paddedForList + "shows it",
            "  paydown explain RULE".paddedForList + "says what a rule looks for",
        ]
        return lines.map(PlainLine.of).joined(separator: "\n") + "\n"
    }
}

extension String {
    fileprivate var paddedForList: String {
        self + String(repeating: " ", count: max(2, 26 - count))
    }
}
