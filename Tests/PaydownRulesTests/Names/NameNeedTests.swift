import PaydownProject
import PaydownPython
import PaydownTestSupport
import Testing

@testable import PaydownRules

/// Rules do not ask about names in files whose text lacks a word that every name they mean has; they must miss none.
struct NameNeedTests {
    private static let rules = """
        [[rule]]
        id = "call"
        kind = "call"
        call.contains-all = ["web", "finder"]

        [[rule]]
        id = "call-in-any-case"
        kind = "call"
        call.contains-any = ["finder.manager", "café"]
        call.ignore-case = true

        [[rule]]
        id = "call-of-one"
        kind = "call"
        call = ["web.finder", "Finder", "get"]

        [[rule]]
        id = "import"
        kind = "import"
        module.starts-with = "finder"
        references = ["import", "string"]

        [[rule]]
        id = "class"
        kind = "duplicate-class"
        class.ends-with = "Manager"

        [[rule]]
        id = "state"
        kind = "shared-state"
        forms = ["class-attribute"]
        name.contains-any = ["finder", "manager"]
        name.ignore-case = true

        [[rule]]
        id = "methods"
        kind = "required-methods"
        class.contains-any = ["manager"]
        class.ignore-case = true
        methods = ["close"]

        [[rule]]
        id = "text"
        kind = "text"
        text.contains-any = ["Managers"]
        """

    /// Ligatures and full-width letters are what they look like in a name, and spaces around its dots are none.
    private static let names = [
        "web.finder", "web . finder", "web.\u{FB01}nder", "WEB.FINDER.manager", "Finder", "\u{FF26}inder",
        "finder.manager",
        "finder . MANAGER", "caf\u{E9}", "cafe\u{301}", "CAF\u{C9}", "get", "x", "y.z",
    ]
    private static let plain = ["Manager", "FinderManager", "\u{FF2D}anager", "finder", "\u{FB01}nder", "Other", "x"]

    private static func statement(_ random: inout SeededRandom) -> String {
        let name = names.randomElement(using: &random) ?? ""
        let word = plain.randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<7, using: &random) {
        case 0, 1: return "\(name)(1)\n"
        case 2: return "import \(name)\n"
        case 3: return "from \(name) import \(word)\n"
        case 4: return "class \(word):\n    \(plain.randomElement(using: &random) ?? "") = 1\n"
        case 5: return "x = 'finder.' 'core', \"finder.core\"\n"
        default: return "# Managers\n"
        }
    }

    @Test(arguments: 0..<20) func `looking for words first changes no answer`(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let rules = try ProjectRules(text: Self.rules, file: "paydown.toml").rules
        var ahead = RuleCollector(PreparedRules(rules))
        var plain = RuleCollector(PreparedRules(rules, looksAhead: false))
        let scanner = PythonScanner()
        var text = SourceText()
        var facts = FileFacts()
        var found = 0
        for _ in 0..<60 {
            let source = (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.statement(&random) }.joined()
            text.load(Array(source.utf8))
            scanner.scan(&text, into: &facts)
            let expected = plain.collect(path: "a.py", text: text, facts: &facts).columns
            #expect(ahead.collect(path: "a.py", text: text, facts: &facts).columns == expected, "\(source)")
            found += expected.rows.count
        }
        #expect(found > 20)
    }

    @Test func `a file in which no name can pass is not asked name by name`() throws {
        let rules = try ProjectRules(text: Self.rules, file: "paydown.toml").rules
        let prepared = PreparedRules(rules)
        // All tests but those without a word of four letters.
        #expect(prepared.needs.count == prepared.nameTests.count { !$0.isTrivial } - 1)
    }

    @Test func `the words a test needs are in every name that passes it, and its lengths hold`() {
        var random = SeededRandom(seed: 1)
        let pieces = ["manager", "MANAGER", "finder", "web.", "core", "é", "x"]
        func word(_ random: inout SeededRandom) -> String {
            (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
                .joined()
        }
        var passed = 0
        for _ in 0..<3000 {
            var test = NameTest()
            for list in [\NameTest.isOneOf, \.containsAny, \.containsAll, \.startsWith, \.endsWith]
            where Int.random(in: 0..<3, using: &random) == 0 {
                test[keyPath: list] = (0..<Int.random(in: 1...3, using: &random)).map { _ in word(&random) }
            }
            test.ignoresCase = Bool.random(using: &random)
            let needed = test.needed
            if needed.isEmpty { continue }
            let matcher = NameMatcher(test)
            for _ in 0..<20 {
                let name = word(&random) + word(&random)
                guard matcher.passes(name) else { continue }
                passed += 1
                let fold = { (text: String) in test.ignoresCase ? CaseFold.text(text) : text }
                if name.utf8.allSatisfy({ $0 < 0x80 }) { #expect(test.lengths.contains(name.utf8.count), "\(name)") }
                #expect(needed.contains { fold(name).utf8.contains(fold($0).utf8) }, "\(test) \(name)")
            }
        }
        #expect(passed > 100)
    }
}

extension String.UTF8View {
    fileprivate func contains(_ other: String.UTF8View) -> Bool {
        firstRange(of: Array(other)) != nil
    }
}
