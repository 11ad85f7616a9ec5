import PaydownCore

/// The rules of a project, and the two stages in which they are checked.
///
///     let prepared = rules.prepare()              // once; a Sendable value for all threads
///     var collector = RuleCollector(prepared)     // one a thread
///     let contribution = collector.collect(       // a file at a time, in any order
///         path: "app/a.py", text: sourceText, facts: &facts)
///     let outcome = rules.finish(contributions)   // once: findings, checks, rules, warnings
///
/// **Collecting** looks at one file and nothing else. What it yields, a `FileContribution`, holds no ids of anything
/// outside and may be kept as long as neither the file's path and bytes nor `RuleSet.digest` change: it is the thing to
/// cache. **Finishing** merges contributions in the order of their paths, so that the outcome does not depend on who
/// collected what and when; rules about the whole tree (duplicates, cycles, layers) do their work there.
package struct RuleSet: Sendable {
    package var scopes: [Scope]
    package var rules: [RuleDefinition]
    package var suppressions: [Suppression]
    package var layout: SourceLayout

    package init(
        scopes: [Scope] = [], rules: [RuleDefinition] = [], suppressions: [Suppression] = [],
        layout: SourceLayout = SourceLayout()
    ) {
        self.scopes = scopes
        self.rules = rules
        self.suppressions = suppressions
        self.layout = layout
    }

    /// Makes the rules ready for collecting.
    package func prepare() -> PreparedRules {
        PreparedRules(self)
    }

    /// Merges what was collected.
    ///
    /// - Parameters:
    ///   - isInOrder: whether they are known to be in the order of their paths.
    ///   - external: what other tools found, by the id of the rule that names them; a rule that is not in it was not
    ///     looked for.
    ///   - day: for suppressions that end; nil when none does.
    ///   - listsFindings: whether anybody wants the findings one by one; the numbers are the same without them.
    package func finish(
        _ contributions: [FileContribution], isInOrder: Bool = false, external: [String: [Finding]] = [:],
        on day: Day? = nil, listsFindings: Bool = true
    ) -> RuleOutcome {
        assert(!isInOrder || RuleSetConclusion.isInOrder(contributions), "a listing that is not in order")
        var conclusion = RuleSetConclusion(
            self, isInOrder ? contributions : RuleSetConclusion.ordered(contributions), external: external, day: day,
            listsFindings: listsFindings)
        return conclusion.outcome()
    }

    /// The tools to run before finishing, by the id of the rule that names them; in the order of the rules.
    package var externalTools: [(rule: String, tool: ExternalTool)] {
        rules.compactMap { rule in (rule.kind as? ExternalKind).map { (rule.id, $0.tool) } }
    }

    /// Twelve digits that change with anything that a `FileContribution` or a finding may hold; the key of a cache.
    package var digest: String {
        digest(of: rules.map(\.canonicalText))
    }

    /// Twelve digits that change with what may change a finding's place or a number, where a trend breaks.
    ///
    /// Titles, sentences and advice may be mended without ending an epoch.
    package var epoch: String {
        digest(of: rules.map(\.checkedText))
    }

    /// The same of one rule: what it looks for and in which files.
    package func epoch(of rule: RuleDefinition) -> String {
        let scope = rule.scope.flatMap { scopes.indices.contains($0) ? Self.text(scopes[$0]) : nil } ?? ""
        let parts = [Self.engine, layout.canonicalText, scope, rule.checkedText]
        return SHA256.hex(parts.joined(separator: "\0"), digits: 12)
    }

    /// Raised when the engine itself finds something else by the same rules.
    private static let engine = "1"

    private func digest(of rules: [String]) -> String {
        let parts = [Self.engine, layout.canonicalText] + scopes.map(Self.text) + rules
        return SHA256.hex(parts.joined(separator: "\0"), digits: 12)
    }

    private static func text(_ scope: Scope) -> String {
        "\(scope.name)\0\(scope.paths)\0\(scope.mentions)\0\(scope.mentionsAny)\0\(scope.exclude)"
    }
}
