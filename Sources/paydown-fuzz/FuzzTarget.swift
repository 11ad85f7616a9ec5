import PaydownPython
import PaydownRules

/// What is fuzzed: an input goes through all that a scan does with a file, and the outcome must make sense.
struct FuzzTarget {
    private var collector: RuleCollector
    private var facts = FileFacts()

    init() throws(FuzzError) {
        collector = RuleCollector(try Self.ruleSet().prepare())
    }

    /// Rules of several kinds, so that every part of a finding is made.
    private static func ruleSet() throws(FuzzError) -> RuleSet {
        let words = condition(["self", "import", "(", "\"", "é"])
        let anything = condition(["a", "e", "_"])
        let rules = [
            rule("word", "text", ["text": words]),
            rule("code", "text", ["text": words, "in": Setting(.string("code"))]),
            rule("import", "import", ["module": anything, "references": list(["import", "string"])]),
            rule("call", "call", ["call": anything]),
            rule("class", "duplicate-class", ["class": anything]),
        ]
        let reader = RuleSetReader(["rule": Setting(.list(rules))])
        if let problem = reader.problems.first { throw FuzzError("the fuzzer's own rules are wrong: \(problem)") }
        return reader.rules
    }

    private static func rule(_ id: String, _ kind: String, _ settings: [String: Setting]) -> Setting {
        var table = settings
        table["id"] = Setting(.string(id))
        table["kind"] = Setting(.string(kind))
        return Setting(.table(table))
    }

    private static func condition(_ words: [String]) -> Setting {
        Setting(.table(["contains-any": list(words)]))
    }

    private static func list(_ words: [String]) -> Setting {
        Setting(.list(words.map { Setting(.string($0)) }))
    }

    /// Whether the Python reads the input.
    mutating func run(_ bytes: [UInt8], _ version: PythonVersion) -> Bool {
        // No spare room, so that a sanitizer sees whoever reads beyond the padding.
        var source = SourceText(capacity: 0)
        source.load(bytes, version: version)
        let text = source.withBytes { Array($0) }
        PythonScanner(version: version).scan(&source, into: &facts)
        precondition(source.withBytes { Array($0) } == text, "the scan changed the text")
        for span in facts.statements.all + facts.logicalLines.all {
            precondition(span.start <= span.end && Int(span.end) <= text.count, "a span lies outside of the text")
        }
        if let first = facts.statements.all.first { _ = source.statementHash(first, version: version) }
        let regions = TextRegions(source, version: version)
        precondition(regions.spans.allSatisfy { Int($0.span.end) <= text.count }, "a region lies outside of the text")
        let found = collector.collect(path: "fuzz/input.py", text: source, facts: &facts).columns
        precondition(found.stringEnds.allSatisfy { Int($0) <= found.text.count }, "a string lies outside of its block")
        return facts.problem == nil
    }
}
