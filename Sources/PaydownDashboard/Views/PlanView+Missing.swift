import PaydownCore
import PaydownScreen
import PaydownWidgets

extension PlanView {
    /// What is missing to the next phase, and what makes these numbers doubtful.
    static func drawMissing(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let (title, lines) = missingLines(model, width: buffer.width)
        Heading(title, isFocused: isFocused).draw(on: &buffer)
        let room = max(0, buffer.height - 1)
        let top = min(max(0, model.scroll[.why] ?? 0), max(0, lines.count - room))
        for (y, line) in lines.dropFirst(top).prefix(room).enumerated() {
            buffer.write(line.text, x: 1, y: y + 1, ink: line.ink)
        }
    }

    /// The heading and the text below it, wrapped for a part of that width.
    static func missingLines(_ model: Model, width: Int) -> (title: String, lines: [(text: String, ink: Ink)]) {
        let phases = model.phases
        var lines: [(text: String, ink: Ink)] = []
        let title: String
        if let phase = phases.current {
            title = "MISSING TO PHASE \(phase.number + 1)"
            lines += PlanSentence.missing(phase).map { ($0, .text) }
            lines += phase.obstacles.map { ($0.text, Ink(.bad)) }
            let unknown = phase.phase.targets.count - phase.targets.count
            if unknown > 0 {
                lines.append(("\(unknown) of its targets \(unknown == 1 ? "is" : "are") not measured", Ink(.stale)))
            }
        } else {
            title = "MISSING"
            lines.append(phases.isEmpty ? ("No plan.", .muted) : ("Nothing: every phase is met.", Ink(.good)))
        }
        if let header = model.header {
            lines += CoverageNote.warnings(from: model.baselineHeader, to: header).map { ($0, Ink(.warn)) }
            if header.provenance.plan != .measured {
                let word =
                    header.provenance.plan == .illustrative
                    ? "The plan's dates are illustrative." : "The plan is simulated."
                lines.append((word, .muted))
            }
        }
        let wrapped = lines.flatMap { line in
            Wrapping.lines(line.text, width: max(1, width - 2)).map { (text: $0, ink: line.ink) }
        }
        return (title, wrapped)
    }

    /// What must hold throughout, for any phase to be met: tests, limits, coverage.
    static func drawGoldenPath(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        guard let header = model.header else { return }
        let source = header.provenance.tests
        Heading(
            "MUST HOLD", detail: buffer.width >= 44 ? "at the same commit" : "",
            fact: source == .measured ? "" : source.rawValue, isFocused: isFocused
        )
        .draw(on: &buffer)
        let needsTests = !header.plan.mustPass.isEmpty
        guard !header.tests.isEmpty || !header.metrics.isEmpty || needsTests || header.plan.leastCoverage != nil
        else {
            buffer.write("No tests and no limits in this snapshot.", x: 1, y: 1, ink: .muted)
            return
        }
        let glyphs = buffer.glyphs
        let right = buffer.width - 1
        /// Nil where it keeps no phase from being met.
        var rows: [(isHeld: Bool?, name: String, fact: String)] = []
        let obstacles = header.plan.obstacles(in: header)
        if needsTests { rows += mustPass(header, obstacles) }
        if let least = header.plan.leastCoverage {
            let percent = header.coverage.percent.map { CountText.number(($0 * 10).rounded(.down) / 10) } ?? "n/a"
            rows.append(
                (
                    !obstacles.contains { if case .coverage = $0 { true } else { false } }, "Files parsed",
                    "\(percent) \(glyphs.atLeast) \(CountText.number(least)) %"
                ))
        }
        if !header.tests.isEmpty, !needsTests {
            let passed = header.tests.filter(\.status.isPass).count
            let failed = header.tests.filter(\.status.isFailure).count
            rows.append(
                (
                    failed == 0 ? true : nil, "Golden path tests",
                    "\(CountText.number(passed)) of \(CountText.number(header.tests.count)) pass"
                ))
        }
        for metric in header.metrics {
            var fact = CountText.number(metric.value)
            if let limit = metric.limit {
                let sign = metric.kind == .event ? "of" : metric.better == .lower ? glyphs.atMost : glyphs.atLeast
                fact += " \(sign) \(CountText.number(limit))"
            }
            if metric.kind == .limit, !metric.unit.isEmpty { fact += " " + metric.unit }
            rows.append((metric.isHeld, metric.title, fact))
        }
        // What does not hold comes first: it must not fall off the lower edge.
        let ordered = rows.filter { $0.isHeld == false } + rows.filter { $0.isHeld != false }
        let room = max(0, buffer.height - 1)
        let top = min(max(0, model.scroll[.metrics] ?? 0), max(0, ordered.count - room))
        for (line, row) in ordered.dropFirst(top).prefix(room).enumerated() {
            let y = line + 1
            let sign = row.isHeld.map { $0 ? glyphs.pass : glyphs.fail } ?? glyphs.dot
            buffer.put(sign, x: 1, y: y, ink: row.isHeld.map { Ink($0 ? .good : .bad) } ?? .muted)
            let factX = right - DisplayWidth.of(row.fact)
            buffer.write(row.name, x: 3, y: y, ink: .text, limit: max(0, factX - 5))
            buffer.write(row.fact, x: factX, y: y, ink: row.isHeld == false ? Ink(.bad) : .muted)
        }
    }

    /// The files whose tests must pass, a row each for what fails, did not run or is not there; else one for all.
    private static func mustPass(
        _ header: SnapshotHeader, _ obstacles: [PlanObstacle]
    ) -> [(isHeld: Bool?, name: String, fact: String)] {
        var rows: [(isHeld: Bool?, name: String, fact: String)] = []
        for obstacle in obstacles {
            switch obstacle {
            case .failing(let count, let first): rows.append((false, "Must pass: " + first, "\(count) fail"))
            case .idle(let count, let first): rows.append((false, "Must pass: " + first, "\(count) not run"))
            case .untested(let pattern): rows.append((false, "Must pass: " + pattern, "no test"))
            case .limit, .coverage: break
            }
        }
        return rows.isEmpty ? [(true, "Tests that must pass", "all pass")] : rows
    }
}
