import PaydownCore
import PaydownScreen

/// All of a snapshot's state as lines of plain words: no boxes, no bars, one fact a line.
package enum PlainText {
    package static func lines(_ model: Model) -> [String] {
        guard let header = model.header else { return ["no snapshot"] }
        var lines = about(model, header)
        for check in header.checks { lines += self.check(check, model) }
        lines += tests(header) + phases(model, header)
        return lines.map(neutral)
    }

    private static func about(_ model: Model, _ header: SnapshotHeader) -> [String] {
        let coverage = header.coverage
        var lines = [
            "\(header.project.name), snapshot of \(WhenText.moment(header.takenAt)) \(header.takenAt.day.civil.year)"
        ]
        if let revision = header.revision, !revision.commit.isEmpty {
            lines.append("commit \(revision.shortCommit) \(revision.subject)")
        }
        lines.append(
            "coverage: \(coverage.files) files, \(coverage.parsed) parsed, \(coverage.unparsed) unparsed, "
                + "\(coverage.excluded) excluded")
        if let baseline = model.baselineHeader {
            lines.append("compared with \(WhenText.moment(baseline.takenAt))")
        }
        let provenance = header.provenance
        let marks = [
            ("findings", provenance.findings), ("tests", provenance.tests), ("metrics", provenance.metrics),
            ("plan", provenance.plan),
        ]
        for (name, source) in marks where source != .measured { lines.append("\(name): \(source.rawValue)") }
        return lines
    }

    private static func check(_ check: Check, _ model: Model) -> [String] {
        var lines = ["", check.title]
        for measure in check.measures {
            var line = "  \(measure.title): \(numberText(measure.value))"
            if !measure.unit.isEmpty { line += " \(measure.unit)" }
            if let target = model.target(of: measure.id) { line += ", target \(target.target.text)" }
            if let delta = model.delta(of: measure.id), delta != 0 {
                let isWorse = (delta < 0) != (measure.better == .lower)
                line +=
                    ", \(delta < 0 ? "down" : "up") \(numberText(abs(delta)))" + (isWorse ? " (worse)" : " (better)")
            }
            lines.append(line)
        }
        return lines
    }

    private static func tests(_ header: SnapshotHeader) -> [String] {
        guard !header.tests.isEmpty else { return [] }
        let failures = header.tests.filter(\.status.isFailure)
        let passed = header.tests.filter(\.status.isPass).count
        return ["", "Golden path: \(passed) of \(header.tests.count) tests pass"]
            + failures.map { "  \($0.status.rawValue): \($0.name) \($0.message)" }
            + header.metrics.map { metric in
                let limit = metric.limit.map { ", limit \(numberText($0))" } ?? ""
                return "  \(metric.title): \(numberText(metric.value)) \(metric.unit)\(limit)"
                    + (metric.isHeld ? "" : " (not held)")
            }
    }

    private static func phases(_ model: Model, _ header: SnapshotHeader) -> [String] {
        header.plan.phases.flatMap { phase -> [String] in
            var title = "Phase \(phase.name)"
            if let due = phase.due {
                let left = due.days(since: model.now.day)
                title += ", due \(WhenText.weekday(due)), " + (left < 0 ? "\(-left) days ago" : "\(left) days left")
            }
            return ["", title]
                + phase.targets.map { target in
                    let value = header.measure(target.measure)?.value
                    let isMet = value.map(target.target.isMet) ?? false
                    return "  \(target.measure) \(target.target.text): now \(value.map(numberText) ?? "not measured")"
                        + (isMet ? ", met" : "")
                }
        }
    }

    /// Text from files may hold anything; here it must not move a cursor.
    private static func neutral(_ line: String) -> String {
        var reader = GlyphReader(line.unicodeScalars)
        var result = String.UnicodeScalarView()
        while let glyph = reader.next() {
            result.append(glyph.base)
            result.append(contentsOf: glyph.marks)
        }
        return String(result)
    }
}
