import PaydownCore
import PaydownScreen

/// The page that is shown as Markdown, for a chat or a ticket: content, not the picture of it.
enum PageMarkdown {
    static func text(_ model: Model) -> String {
        guard let header = model.header else { return "" }
        var lines = ["# \(cell(header.project.name)): \(title(model))", "", about(header), ""]
        switch model.place.screen {
        case .imports, .factory, .duplicates: lines += findings(model)
        case .goldenPath: lines += tests(header)
        default: lines += measures(model, header)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func title(_ model: Model) -> String {
        model.check?.title ?? model.place.screen.title
    }

    private static func about(_ header: SnapshotHeader) -> String {
        var text = "Snapshot \(WhenText.moment(header.takenAt, year: nil))"
        if let commit = header.revision?.shortCommit, !commit.isEmpty { text += ", \(commit)" }
        if header.provenance.findings != .measured { text += " (\(header.provenance.findings.rawValue))" }
        return text + ". \(header.coverage.files) files, \(header.coverage.unparsed) unparsed."
    }

    private static func measures(_ model: Model, _ header: SnapshotHeader) -> [String] {
        var lines = [
            "| check | measure | now | target | since baseline | forecast |", "|---|---|---:|---:|---:|---|",
        ]
        for check in header.checks {
            for measure in check.measures {
                let target = model.target(of: measure.id)?.target.text ?? ""
                let delta = model.delta(of: measure.id).map { CountText.delta($0, better: measure.better, .unicode) }
                lines.append(
                    "| \(cell(check.title)) | \(cell(measure.title)) | \(CountText.number(measure.value)) | \(target) "
                        + "| \(delta ?? "") | \(forecast(measure, model)) |")
            }
        }
        if let slowest = model.shownBoard.flatMap({ ForecastText.slowest($0, of: model) }) {
            lines += ["", "Forecast, \(slowest.text)."]
            if let outdated = model.outdated { lines[lines.count - 1] += " As of the snapshot: \(outdated.text)." }
        }
        return lines
    }

    /// `7 Nov, late 5 d`: the day by which 85 of 100 futures get there, and how that stands.
    private static func forecast(_ measure: Measure, _ model: Model) -> String {
        guard let entry = model.shownBoard?.last(of: measure.id) else { return "" }
        guard let day = entry.forecast.dates?.p85 else { return entry.standing.text }
        return ForecastText.day(day, of: model) + ", " + entry.standing.text
    }

    private static func findings(_ model: Model) -> [String] {
        guard let listing = model.checkState.tree.listing else { return [] }
        var lines = ["\(listing.count) of \(listing.total) findings", ""]
        if !listing.query.filter.isEmpty { lines += ["Filter: `\(listing.query.filter)`", ""] }
        lines += ["| \(listing.query.grouping.title) | findings | since baseline |", "|---|---:|---:|"]
        for group in listing.groups.prefix(200) {
            let delta = group.delta.map { CountText.delta(Double($0), better: .lower, .unicode) } ?? ""
            lines.append("| \(cell(group.name)) | \(group.count) | \(delta) |")
        }
        if listing.groups.count > 200 { lines.append("| \(listing.groups.count - 200) more | | |") }
        return lines
    }

    private static func tests(_ header: SnapshotHeader) -> [String] {
        var lines = ["| test | status | message |", "|---|---|---|"]
        for test in GoldenState().shown(header.tests) {
            lines.append("| \(cell(test.name)) | \(test.status.rawValue) | \(cell(test.message)) |")
        }
        return lines
    }

    /// Text as it may stand in a table: no bars, no line ends.
    private static func cell(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "|": result += "\\|"
            case _ where scalar.value < 0x20: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
