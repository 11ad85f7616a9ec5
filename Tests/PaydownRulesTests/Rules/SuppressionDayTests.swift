import PaydownCore
import PaydownRules
import Testing

/// What suppressions hold back, and until when.
struct SuppressionDayTests {
    private static let rules = """
        [[rule]]
        id = "old"
        kind = "import"
        module = "app.old"

        [[suppression]]
        rule = "old"
        subject = "a.py:app.old"
        reason = "until the move"
        owner = "@a"
        expires = 2026-03-01

        [[suppression]]
        rule = "old"
        subject = "b.py"
        reason = "for good"

        [[suppression]]
        rule = "old"
        subject = "nowhere.py"
        reason = "gone"
        """
    private static let files = ["a.py": "import app.old", "b.py": "import app.old", "c.py": "import app.old"]

    private func outcome(on day: String?) throws -> RuleOutcome {
        let tree = try CheckedTree(Self.rules, Self.files)
        return tree.rules.finish(tree.contributions, on: day.flatMap { Day($0) })
    }

    @Test func `what is suppressed is not counted, and is kept with its reason`() throws {
        let outcome = try outcome(on: "2026-02-28")

        #expect(outcome.rules.map(\.count) == [1])
        #expect(outcome.checks[0].measures[0].value == 1)
        #expect(outcome.suppressed.map(\.accepted.state) == [.active, .active, .stale])
        #expect(outcome.suppressed.map(\.accepted.count) == [1, 1, 0])
        #expect(outcome.suppressed[0].accepted.reason == "until the move")
        #expect(outcome.warnings.count == 1)
    }

    @Test(arguments: ["2026-03-01", "2027-01-01"]) func `from its day on a suppression counts again, and says so`(
        _ day: String
    ) throws {
        let outcome = try outcome(on: day)

        #expect(outcome.rules.map(\.count) == [2])
        #expect(outcome.checks[0].measures[0].value == 2)
        #expect(outcome.findings.count == 2)
        #expect(outcome.suppressed.map(\.accepted.state) == [.expired, .active, .stale])
        let text = outcome.warnings.map(\.text).first ?? ""
        #expect(text.contains("ended on 2026-03-01 (@a); 1 finding counts again"))
    }

    @Test func `a suppression that lasts counts before one that has ended`() throws {
        let more = Self.rules + "\n[[suppression]]\nrule = \"old\"\nsubject = \"a.py\"\nreason = \"again\"\n"
        let tree = try CheckedTree(more, Self.files)
        let outcome = tree.rules.finish(tree.contributions, on: Day("2026-04-01"))

        #expect(outcome.rules.map(\.count) == [1])
        #expect(outcome.suppressed.map(\.accepted.count) == [0, 1, 0, 1])
    }

    @Test func `a tool's rule without its results has no number and is not seen`() throws {
        let tree = try CheckedTree(
            "[[rule]]\nid = \"lint\"\nkind = \"external\"\ncommand = \"lint\"\n"
                + "[[suppression]]\nrule = \"lint\"\nsubject = \"x\"\nreason = \"y\"", [:])

        #expect(tree.outcome.rules.map(\.isSeen) == [false])
        #expect(tree.outcome.checks.flatMap(\.measures).isEmpty)
        #expect(tree.outcome.warnings.isEmpty)

        let run = tree.rules.finish([], external: ["lint": [Finding(rule: "lint", path: "a.py", symbol: "x")]])
        #expect(run.rules.map(\.isSeen) == [true])
        #expect(run.rules.map(\.count) == [0])
        #expect(run.suppressed.map(\.accepted.count) == [1])
    }
}
