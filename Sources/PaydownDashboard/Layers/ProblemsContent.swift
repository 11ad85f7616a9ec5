import PaydownCore

/// All that is not as it should be: broken snapshots, configuration, files that a scan could not read.
struct ProblemsContent {
    enum Line: Equatable {
        case heading(String)
        case text(String)
    }

    let lines: [Line]

    var lineCount: Int { lines.count }

    init(_ model: Model) {
        var lines: [Line] = []
        let failures = model.archive.failures
        if !failures.isEmpty {
            lines.append(.heading("Snapshots that could not be read"))
            for entry in failures {
                if case .failed(let message) = entry.content { lines.append(.text(message)) }
            }
        }
        if !model.notices.isEmpty {
            lines.append(.heading("Messages"))
            lines += model.notices.map { .text($0) }
        }
        if let coverage = model.header?.coverage { lines += Self.coverage(coverage) }
        // Inside the box, behind the indent.
        let width = max(10, min(110, model.size.width) - 6)
        self.lines = lines.flatMap { line -> [Line] in
            guard case .text(let text) = line else { return [line] }
            return Wrapping.lines(text, width: width).map { .text($0) }
        }
    }

    private static func coverage(_ coverage: Coverage) -> [Line] {
        var lines: [Line] = [
            .heading("Coverage"),
            .text(
                "\(CountText.number(coverage.files)) files: \(CountText.number(coverage.parsed)) parsed, "
                    + "\(coverage.unparsed) unparsed, \(coverage.unreadable) unreadable, \(coverage.tooLarge) too large, "
                    + "\(coverage.excluded) excluded, \(coverage.notScanned) not scanned"),
        ]
        for problem in coverage.problems.prefix(2000) {
            let place = problem.line > 0 ? "\(problem.path):\(problem.line)" : problem.path
            lines.append(.text("\(place)  \(problem.kind.rawValue)  \(problem.message)"))
        }
        let missing = coverage.unparsed + coverage.unreadable + coverage.tooLarge
        if coverage.problems.isEmpty, missing > 0 { lines.append(.text("the snapshot does not say which files")) }
        return lines
    }
}
