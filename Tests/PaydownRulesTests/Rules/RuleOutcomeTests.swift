import PaydownCore
import PaydownProject
import PaydownPython
import PaydownRules
import Testing

struct RuleOutcomeTests {
    private static let rules = """
        [[rule]]
        id = "address"
        kind = "text"
        text.contains-any = ["127.0.0.1"]
        """

    private static let files = [
        "app/a.py": "class A:\n    host = '127.0.0.1'\n", "app/b.py": "host = '127.0.0.1'\n", "c.py": "x = 1\n",
    ]

    @Test func `a suppressed finding is held back, and counts for nothing`() throws {
        let suppression = "\n[[suppression]]\nrule = \"address\"\nsubject = \"app.a:A\"\nreason = \"agreed\""

        let tree = try CheckedTree(Self.rules + suppression, Self.files)

        #expect(tree.places("address") == ["app/b.py:1 127.0.0.1"])
        #expect(tree.outcome.rules.first?.count == 1)
        #expect(tree.measure("address") == 1)
        #expect(tree.outcome.suppressed.first?.findings.map(\.path) == ["app/a.py"])
        #expect(tree.outcome.warnings.isEmpty)
    }

    @Test(arguments: ["127.0.0.1", "app/a.py", "app.a:127.0.0.1", "app.a:A", "app.a:A.127.0.0.1", "app/a.py:A"])
    func `a suppression may name a symbol, a path, or a place in a module`(_ subject: String) throws {
        let tree = try CheckedTree(
            Self.rules + "\n[[suppression]]\nrule = \"address\"\nsubject = \"\(subject)\"\nreason = \"r\"", Self.files)

        #expect(tree.outcome.suppressed.first?.findings.contains { $0.path == "app/a.py" } == true)
    }

    @Test func `a suppression that holds nothing back is stale, and one without its rule is told`() throws {
        let tree = try CheckedTree(
            Self.rules + """

                [[suppression]]
                rule = "address"
                subject = "app.z"
                reason = "r"
                [[suppression]]
                rule = "adress"
                subject = "app.z"
                reason = "r"
                """, Self.files)

        #expect(
            tree.outcome.warnings.map(\.text) == [
                "the suppression of 'address' for 'app.z' holds nothing back; take it out",
                "a suppression names the rule 'adress', which is not there; correct it or take it out",
            ])
    }

    @Test func `a rule that matches nothing and a scope without files are told`() throws {
        let tree = try CheckedTree(
            """
            [scope.nowhere]
            paths = ["nothing"]
            [[rule]]
            id = "a"
            kind = "text"
            scope = "nowhere"
            text = "x"
            """, Self.files)

        #expect(tree.outcome.warnings == [.matchesNothing(rule: "a"), .emptyScope("nowhere")])
    }

    @Test func `an expired suppression still holds back, and says that its day has come`() throws {
        let suppression = Suppression(
            rule: "a", subject: "b", reason: "c", expires: Day(year: 2025, month: 12, day: 31))

        #expect(try !suppression.isExpired(on: #require(Day("2025-12-30"))))
        #expect(try suppression.isExpired(on: #require(Day("2025-12-31"))))
    }

    @Test func `the order in which files were collected changes nothing`() throws {
        let set = try ProjectRules(text: Repository.text("SampleData/rules/websocket.toml"), file: "f").rules
        let files = try Repository.pythonFiles(under: Repository.fixtures.appending(path: "report-tree"))
        let paths = files.keys.sorted()

        let forwards = set.finish(CheckedTree.collect(set, paths, files, .newest))
        let backwards = set.finish(CheckedTree.collect(set, paths.reversed(), files, .newest))

        #expect(forwards == backwards)
        #expect(forwards.findings.strings == backwards.findings.strings)
    }

    @Test func `a rule that is not listed keeps its number and no finding`() throws {
        let tree = try CheckedTree(Self.rules + "\nlisted = false", Self.files)

        #expect(tree.findings.isEmpty)
        #expect(tree.outcome.rules.first?.count == 2)
        #expect(tree.outcome.rules.first?.isListed == false)
        #expect(tree.measure("address") == 2)
    }

    @Test func `a credential is nowhere in what is kept`() throws {
        let secret = "sk_live_51H8xYz0123456789abcdef"
        let rules = """
            [[rule]]
            id = "secret"
            kind = "text"
            text.regex = 'sk_live_\\w+'
            text.contains-any = ["postgresql://"]
            redact = true
            """
        let set = try ProjectRules(text: rules, file: "f").rules
        let source = "key = '\(secret)'; url = 'postgresql://me:hunter2@host/db'\n"

        let contributions = CheckedTree.collect(set, ["a.py"], ["a.py": Array(source.utf8)], .newest)
        let kept = String(decoding: contributions.flatMap(\.columns.text), as: UTF8.self)
        let findings = set.finish(contributions).findings

        #expect(findings.count == 2)
        #expect(!kept.contains(secret) && !kept.contains("hunter2"))
        #expect(findings[0].excerpt == "key = 'sk_l…'; url = 'postgresql://…@host/db'")
        #expect((0..<2).allSatisfy { findings[$0].statement.isEmpty })
    }

    @Test func `tests and what they test are counted apart`() throws {
        let tree = try CheckedTree(
            Self.rules, Self.files.merging(["tests/test_a.py": "x = '127.0.0.1'"]) { own, _ in own })

        #expect(tree.outcome.parts == [RuleParts(rule: "address", tests: 1, product: 2)])
    }

    @Test func `a module that nothing names any more is ready to go`() throws {
        let rule = "[[rule]]\nid = \"r\"\nkind = \"import\"\nmodule = [\"a.old\", \"a.gone\"]\nreferences = "

        let both = try CheckedTree(rule + "[\"import\", \"string\"]", ["x.py": "patch('a.old.f')"])
        let imports = try CheckedTree(rule + "[\"import\"]", ["x.py": "patch('a.old.f')"])

        #expect(both.measure("r.ready") == 1)
        #expect(imports.measure("r.ready") == 2)
    }

    @Test func `what another tool found stands under its rule`() throws {
        let set = try ProjectRules(
            text: "[[rule]]\nid = \"lint\"\nkind = \"external\"\ncommand = [\"lint\", \"--sarif\"]", file: "f"
        ).rules

        let outcome = set.finish([], external: ["lint": [Finding(rule: "X1", path: "a.py", line: 3, symbol: "x")]])

        #expect(set.externalTools.map(\.tool.command) == [["lint", "--sarif"]])
        #expect(outcome.findings[0].rule == "lint")
        #expect(outcome.rules.first?.count == 1)
    }
}
