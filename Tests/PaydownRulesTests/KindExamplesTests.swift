import PaydownProject
import PaydownRules
import Testing

/// What kinds say about themselves is what they do.
struct KindExamplesTests {
    private static let kinds = RuleKinds.names

    @Test(arguments: kinds) func `every example of a kind has exactly the findings that it marks`(_ name: String) throws
    {
        let documentation = try #require(RuleKinds.named(name)).documentation
        for example in documentation.examples {
            let marked = example.files.map { (path: $0.path, text: MarkedSource($0.source)) }
            let tree = try CheckedTree(
                "[[rule]]\nid = \"r\"\nkind = \"\(name)\"\n" + example.rule,
                Dictionary(uniqueKeysWithValues: marked.map { ($0.path, $0.text.source) }))

            let found = tree.findings.filter { !$0.path.isEmpty }.map {
                // A finding about the whole file is marked at its beginning.
                "\($0.path) \(max(1, $0.line)):\(max(1, $0.column))"
            }
            expectSame(found.sorted(), marked.flatMap { file in file.text.marks.map { "\(file.path) \($0)" } }.sorted())
            for (suffix, value) in example.measures {
                let measure = tree.measure(suffix.isEmpty ? "r" : "r." + suffix)
                #expect(measure == value, "\(name), \(example.title): \(suffix)")
            }
            #expect(tree.outcome.warnings.isEmpty)
        }
    }

    @Test(arguments: kinds) func `every kind but the one for other tools has an example`(_ name: String) throws {
        let documentation = try #require(RuleKinds.named(name)).documentation

        #expect(documentation.examples.isEmpty == (name == "external"))
    }

    @Test(arguments: kinds) func `a kind reads the parameters that it documents, and no others`(_ name: String) throws {
        let type = try #require(RuleKinds.named(name))
        var reader = SettingReader([:], name: "rule")
        _ = type.init(from: &reader)

        #expect(Set(reader.known) == Set(type.documentation.parameters.map(\.name)))
    }

    @Test(arguments: kinds) func `a kind without its required parameters says which it needs`(_ name: String) throws {
        let type = try #require(RuleKinds.named(name))
        var reader = SettingReader([:], name: "rule")
        _ = type.init(from: &reader)
        let missing = reader.finished().compactMap { problem in
            if case .missingKey(let key, _) = problem.kind { key } else { nil }
        }

        for parameter in type.documentation.parameters where parameter.isRequired {
            #expect(missing.contains(parameter.name), "\(parameter.name)")
        }
    }

    @Test(arguments: kinds) func `a kind's own sentence uses only its words`(_ name: String) throws {
        let documentation = try #require(RuleKinds.named(name)).documentation
        let words = documentation.defaultMessage.matches(of: /\{(\w+)\}/).map { String($0.1) }

        #expect(words.allSatisfy(documentation.messageWords.contains))
        #expect(documentation.messageWords.first == "symbol")
    }

    @Test func `the kinds are those of the design`() {
        #expect(
            Set(RuleKinds.names) == [
                "import", "import-paths", "call", "text", "shared-state", "singleton", "duplicate-class",
                "required-methods", "signature-consistency", "config-access", "score", "component-cycle",
                "module-cycle", "layers", "forbidden", "independence", "external",
            ])
    }
}
