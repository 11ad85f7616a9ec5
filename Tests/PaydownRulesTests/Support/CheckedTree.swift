import PaydownCore
import PaydownProject
import PaydownPython
import PaydownRules

/// Files checked by rules, all in memory.
struct CheckedTree {
    let rules: RuleSet
    let contributions: [FileContribution]
    let outcome: RuleOutcome

    /// - Parameters:
    ///   - rules: TOML, as in a project's file.
    ///   - files: source by path.
    init(_ rules: String, _ files: [String: String], python: PythonVersion = .newest) throws {
        try self.init(
            ProjectRules(text: rules, file: "paydown.toml").rules, files.mapValues { Array($0.utf8) }, python: python)
    }

    init(_ rules: RuleSet, _ files: [String: [UInt8]], python: PythonVersion = .newest) {
        // Not in the order of the paths: the outcome must not depend on it.
        let paths = files.keys.sorted { ($0.count, $1) < ($1.count, $0) }
        self.rules = rules
        contributions = Self.collect(rules, paths, files, python)
        outcome = rules.finish(contributions)
    }

    static func collect(
        _ rules: RuleSet, _ paths: [String], _ files: [String: [UInt8]], _ python: PythonVersion
    ) -> [FileContribution] {
        let scanner = PythonScanner(version: python)
        var collector = RuleCollector(rules.prepare())
        var text = SourceText()
        var facts = FileFacts()
        return paths.map { path in
            text.load(files[path, default: []], version: python)
            scanner.scan(&text, into: &facts)
            return collector.collect(path: path, text: text, facts: &facts)
        }
    }

    var findings: [Finding] {
        (0..<outcome.findings.count).map { outcome.findings[$0] }
    }

    /// `path:line symbol` of each finding of a rule.
    func places(_ rule: String) -> [String] {
        findings.filter { $0.rule == rule }.map { "\($0.path):\($0.line) \($0.symbol)" }
    }

    func measure(_ id: String) -> Double? {
        outcome.checks.lazy.flatMap(\.measures).first { $0.id == id }?.value
    }
}
