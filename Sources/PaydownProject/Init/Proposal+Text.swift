import PaydownCore
import PaydownRules

extension Proposal {
    /// What a scan with the proposal's rules came to.
    package struct Standing: Sendable {
        package var header: SnapshotHeader
        package var findings: FindingTable
        package var today: Day

        package init(header: SnapshotHeader, findings: FindingTable, today: Day) {
            self.header = header
            self.findings = findings
            self.today = today
        }
    }

    /// The file. Without numbers it has the rules and nothing that only people read.
    package func text(standing: Standing?) -> String {
        var text = TOMLText()
        if let standing {
            heading(standing, &text)
            text.blank()
        }
        projectTable(standing, &text)
        if rules.contains(where: \.needsProduct) { scope(&text) }
        for imported in imported where standing != nil { remarks(imported, &text) }
        for rule in rules { write(rule, standing, &text) }
        guard let standing else { return text.text }
        phases(standing, &text)
        gate(standing, &text)
        goldenPathTable(&text)
        return text.text
    }

    // MARK: Parts

    private func heading(_ standing: Standing, _ text: inout TOMLText) {
        let coverage = standing.header.coverage
        text.comment(
            """
            What this project has decided about its architecture, and how far it is from it.
            Proposed by 'paydown init' on \(standing.today.iso), from \(coverage.files) Python files, \(coverage.parsed) of \
            them parsed. Every number behind 'Now:' and every baseline is what 'paydown scan' counts with this file. Nothing here is decided before you \
            decide it: strike rules, change targets, set days. 'paydown explain RULE' says what a rule looks for.
            """)
    }

    private func projectTable(_ standing: Standing?, _ text: inout TOMLText) {
        text.table("project")
        text.set("name", project.name)
        if let python = project.python {
            text.set("python", python)
        } else if standing != nil {
            text.comment(
                "python = \"3.11\" says which version reads the files; the newest when it says nothing."
                    + (project.requiresPython.isEmpty ? "" : " pyproject.toml asks for \(project.requiresPython)."))
        }
        if !project.roots.isEmpty { text.set("roots", project.roots) }
        if !project.foreign.isEmpty { text.set("exclude", project.foreign.map { $0 + "/" }) }
    }

    private func scope(_ text: inout TOMLText) {
        text.blank()
        text.table("scope.product")
        text.set("exclude", TestNames.patterns)
    }

    private func remarks(_ imported: ForeignRules, _ text: inout TOMLText) {
        text.blank()
        text.comment("From \(imported.file): \(imported.rules.count) rules of \(imported.tool).")
        if imported.lost.isEmpty { return }
        text.comment("What could not be carried over, and is not checked here:")
        for line in imported.lost { text.comment("  - " + line) }
    }

    private func write(_ rule: ProposedRule, _ standing: Standing?, _ text: inout TOMLText) {
        text.blank()
        if let standing {
            text.comment(rule.why)
            let measures = standing.header.checks.flatMap(\.measures).filter { $0.rule == rule.id }
            if !measures.isEmpty {
                text.comment(
                    "Now: "
                        + measures.map { measure in
                            let share = measure.population.map { " of " + numberText($0) } ?? ""
                            return "\(measure.id) \(numberText(measure.value))\(share) \(measure.unit)"
                        }.joined(separator: "; "))
            }
            for line in Self.details(rule, standing.findings) { text.remark("  " + line) }
        }
        text.element("rule")
        text.set("id", rule.id)
        text.append(rule.settings)
    }

    /// What most findings are about, or where the first ones are.
    private static func details(_ rule: ProposedRule, _ table: FindingTable) -> [String] {
        let rows = (0..<table.count).filter { table.strings[table.rule[$0]] == rule.id }
        switch rule.detail {
        case .nothing: return []
        case .places:
            return rows.prefix(6).map { row in
                "\(table.strings[table.path[row]]):\(table.line[row])  \(table.strings[table.symbol[row]])"
            } + (rows.count > 6 ? ["and \(rows.count - 6) more"] : [])
        case .symbols:
            var counts: [StringID: (count: Int, path: StringID)] = [:]
            for row in rows { counts[table.symbol[row], default: (0, table.path[row])].count += 1 }
            let most = counts.map {
                (name: table.strings[$0.key], count: $0.value.count, path: table.strings[$0.value.path])
            }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
            return most.prefix(6).map { "\($0.count)  \($0.name)  \($0.path)" + ($0.count > 1 ? ", …" : "") }
                + (most.count > 6 ? ["and \(most.count - 6) more"] : [])
        }
    }

    private func phases(_ standing: Standing, _ text: inout TOMLText) {
        var isFirst = true
        for stage in ProposedRule.Stage.allCases {
            let targets = rules.flatMap { rule in
                rule.goals.filter { $0.stage == stage }.compactMap { goal -> PhaseTarget? in
                    let id = rule.id + goal.suffix
                    guard let value = standing.header.measure(id)?.value, let target = goal.target(value) else {
                        return nil
                    }
                    return PhaseTarget(measure: id, target: target, baseline: value)
                }
            }
            if targets.isEmpty { continue }
            text.blank()
            if isFirst {
                text.comment(
                    "Targets in the order in which they are cheapest to reach. A phase without a day has no date to miss."
                )
            }
            isFirst = false
            text.element("phase")
            text.set("name", stage.name)
            text.comment("due = \(standing.today.adding(days: stage.days).iso)")
            text.table("phase.targets")
            for target in targets {
                let baseline = target.baseline ?? 0
                text.set(
                    target.measure,
                    inline: [
                        ("target", .string(target.target.text)),
                        ("baseline", baseline == baseline.rounded() ? .integer(Int(baseline)) : .number(baseline)),
                    ])
            }
        }
    }

    private func gate(_ standing: Standing, _ text: inout TOMLText) {
        text.blank()
        text.comment("What 'paydown check' enforces: debt may stay, and may not grow.")
        text.table("gate")
        text.set("new", "fail")
        let usual = 99.5
        guard let percent = standing.header.coverage.percent, percent < usual else {
            return text.set("coverage-at-least", .number(usual))
        }
        text.comment("Only so many files could be parsed; raise it when the others are mended.")
        text.set("coverage-at-least", .number((percent * 10).rounded(.down) / 10))
    }

    private func goldenPathTable(_ text: inout TOMLText) {
        text.blank()
        if goldenPath.isEmpty {
            text.comment(
                """
                The tests that must hold throughout; 'paydown test' runs them. None looks like it here: name them.
                [golden-path]
                command = ["pytest", "-q", "tests/critical", "--junitxml=reports/golden-path.xml"]
                reports = ["reports/golden-path.xml"]
                must-pass = ["tests/critical/**"]
                """)
            return
        }
        text.comment("The tests that must hold throughout, by their names; 'paydown test' runs them.")
        text.table("golden-path")
        let folders = goldenPath.map { $0.hasSuffix("/**") ? String($0.dropLast(3)) : $0 }
        text.set("command", ["pytest", "-q"] + folders + ["--junitxml=reports/golden-path.xml"])
        text.set("reports", ["reports/golden-path.xml"])
        text.set("must-pass", goldenPath)
    }
}
