import PaydownCore

/// Merges the contributions of all files to the outcome of a rule set.
struct RuleSetConclusion {
    private let set: RuleSet
    private let files: [FileContribution]
    /// The same, with neighbours in a block taken together.
    private let runs: [ContributionRun]
    private let external: [String: [Finding]]
    private let day: Day?
    private let listsFindings: Bool
    private var table: OutcomeTable
    private var rules: [Rule] = []
    private var parts: [RuleParts] = []
    private var checks: [CheckParts] = []
    private var warnings: [RuleWarning] = []
    private var suppressed: [[Finding]]

    /// - Parameter files: in the order of their paths.
    init(
        _ set: RuleSet, _ files: [FileContribution], external: [String: [Finding]], day: Day?, listsFindings: Bool
    ) {
        self.set = set
        self.external = external
        self.day = day
        self.listsFindings = listsFindings
        self.files = files
        runs = ContributionRun.runs(of: files)
        table = OutcomeTable(files, listsFindings: listsFindings)
        suppressed = [[Finding]](repeating: [], count: set.suppressions.count)
    }

    mutating func outcome() -> RuleOutcome {
        let rows = rowsByRule()
        let tallies = RuleTallies(runs, ruleCount: set.rules.count)
        for number in set.rules.indices { conclude(number, rows[number], tallies) }
        warnAboutScopes()
        warnAboutSuppressions()
        return RuleOutcome(
            findings: table.finish(),
            checks: checks.map {
                Check(id: $0.id, title: Self.title(of: $0.id), measures: $0.headlines + $0.measures + $0.others)
            },
            rules: rules, parts: parts, warnings: warnings,
            suppressed: zip(set.suppressions, suppressed).map {
                SuppressedFindings(
                    suppression: $0, findings: $1, isExpired: day.map($0.isExpired) ?? false)
            })
    }

    private func rowsByRule() -> [[RuleConclusion.Row]] {
        var rows = [[RuleConclusion.Row]](repeating: [], count: set.rules.count)
        for run in runs {
            run.block.forEachRow(of: run.files) { file, index, rule in
                guard Int(rule) < rows.count else { return }
                let place = run.first + file - run.files.lowerBound
                rows[Int(rule)].append(RuleConclusion.Row(file: Int32(place), index: Int32(index)))
            }
        }
        return rows
    }

    private mutating func conclude(_ number: Int, _ rows: [RuleConclusion.Row], _ tallies: RuleTallies) {
        let definition = set.rules[number]
        var conclusion = RuleConclusion(
            number, definition, layout: set.layout, rows: rows, files: files, tallies: tallies,
            external: external[definition.id, default: []])
        definition.kind.conclude(&conclusion)
        // What nobody looked for has no number, not even none.
        let isSeen = !isUnseen(definition)
        let accepted = Suppressions(set, rule: definition.id)
        var count = 0
        var tests = 0
        for kept in Self.ordered(conclusion.kept) {
            if !accepted.isEmpty {
                let finding = table.finding(kept, conclusion, definition)
                if let suppression = accepted.first(for: finding, on: day) {
                    suppressed[suppression.number].append(finding)
                    if !suppression.isExpired { continue }
                }
            }
            count += 1
            if let row = kept.row, conclusion.row(row).tags.contains(.test) { tests += 1 }
            if definition.isListed, listsFindings { table.append(kept, conclusion, definition) }
        }
        rules.append(
            Rule(
                id: definition.id, check: definition.check, title: definition.title, severity: definition.severity,
                help: definition.help, count: count, isListed: definition.isListed, isSeen: isSeen))
        parts.append(RuleParts(rule: definition.id, tests: tests, product: count - tests))
        guard isSeen else { return show([], of: definition, held: 0) }
        if !conclusion.sawAnything { warnings.append(.matchesNothing(rule: definition.id)) }
        show(conclusion.measures, of: definition, held: conclusion.kept.count - count)
    }

    /// Whether its tool was not run.
    private func isUnseen(_ definition: RuleDefinition) -> Bool {
        definition.kind is ExternalKind && external[definition.id] == nil
    }

    /// By path.
    static func ordered(_ contributions: [FileContribution]) -> [FileContribution] {
        isInOrder(contributions)
            ? contributions : contributions.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    static func isInOrder(_ contributions: [FileContribution]) -> Bool {
        zip(contributions, contributions.dropFirst()).allSatisfy {
            !$1.path.utf8.lexicographicallyPrecedes($0.path.utf8)
        }
    }

    /// By path, line, column and symbol, as the rows are; findings about the project come first.
    private static func ordered(_ kept: [RuleConclusion.Kept]) -> [RuleConclusion.Kept] {
        let places = kept.map { kept in kept.row.map { Int64($0.file) << 32 | Int64($0.index) } ?? -1 }
        if zip(places, places.dropFirst()).allSatisfy({ $0 <= $1 }) { return kept }
        return kept.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { kept[$0] }
    }

    /// The kind's first measure stands where the rule does, the others behind those of all rules.
    private mutating func show(_ found: [Measure], of definition: RuleDefinition, held: Int) {
        var found = found
        // What is accepted is no debt.
        for index in found.indices where found[index].id == definition.id { found[index].value -= Double(held) }
        let check = checks.firstIndex { $0.id == definition.check }
        let number = check ?? checks.count
        if check == nil { checks.append(CheckParts(id: definition.check)) }
        guard let first = found.first else { return }
        if definition.isHeadline {
            checks[number].headlines.append(first)
        } else {
            checks[number].measures.append(first)
        }
        checks[number].others += found.dropFirst()
    }

    // MARK: Warnings

    private mutating func warnAboutScopes() {
        if set.scopes.isEmpty { return }
        var held = [UInt64](repeating: 0, count: (set.scopes.count + 63) / 64)
        for run in runs { run.block.addScopes(of: run.files, to: &held) }
        for (number, scope) in set.scopes.enumerated() where held[number >> 6] >> UInt64(number & 63) & 1 == 0 {
            if set.rules.contains(where: { $0.scope == number }) { warnings.append(.emptyScope(scope.name)) }
        }
    }

    private mutating func warnAboutSuppressions() {
        for (number, suppression) in set.suppressions.enumerated() {
            if !set.rules.contains(where: { $0.id == suppression.rule }) {
                warnings.append(.unknownRule(suppression))
            } else if suppressed[number].isEmpty {
                if set.rules.contains(where: { $0.id == suppression.rule && isUnseen($0) }) { continue }
                warnings.append(.staleSuppression(suppression))
            } else if let day, suppression.isExpired(on: day) {
                warnings.append(.expiredSuppression(suppression, findings: suppressed[number].count))
            }
        }
    }

    /// `golden-path` becomes `Golden path`.
    private static func title(of id: String) -> String {
        let words = id.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

/// A check while its measures come together.
private struct CheckParts {
    let id: String
    var headlines: [Measure] = []
    var measures: [Measure] = []
    var others: [Measure] = []

    init(id: String) {
        self.id = id
    }
}
