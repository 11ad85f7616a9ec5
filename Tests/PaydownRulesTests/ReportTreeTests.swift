import Foundation
import PaydownProject
import PaydownPython
import PaydownRules
import Testing

/// The report's checks on a tree laid out like the report's code base, with each clause met and each clause missed.
///
/// `Fixtures/report-tree.json` is what `report_checks.py` says about the tree: the same clauses in plain loops over
/// CPython's syntax trees.
struct ReportTreeTests {
    private static let rules = [
        "deprecated-import", "manager-import", "cors-import", "non-ssot-auth-import", "direct-instantiation",
        "non-factory-creation", "singleton", "shared-state", "hard-coded-dependency", "factory-interface",
        "duplicate-class", "interface-contract", "scattered-configuration", "event-handling", "error-handling",
    ]

    private static let figures = [
        "manager-import.paths", "cors-import.paths", "duplicate-class.names", "component-paths", "component-cycle",
    ]

    private let tree: CheckedTree
    private let oracle: OracleFindings

    init() throws {
        let rules = try ProjectRules(
            text: Repository.text("SampleData/rules/websocket.toml"), file: "websocket.toml")
        let files = try Repository.pythonFiles(under: Repository.fixtures.appending(path: "report-tree"))
        let python = try #require(PythonVersion("3.11"))
        tree = CheckedTree(rules.rules, files, python: python)
        oracle = try OracleFindings(Repository.fixtures.appending(path: "report-tree.json"))
    }

    @Test(arguments: rules) func `a rule finds what CPython's trees say, at the same lines, by the same names`(
        _ rule: String
    ) throws {
        let expected = oracle.places(rule)

        #expect(tree.places(rule).sorted() == expected)
        #expect(!expected.isEmpty)
        #expect(tree.measure(rule) == Double(expected.count))
    }

    @Test(arguments: figures) func `a figure that is no list is the same`(_ figure: String) throws {
        #expect(tree.measure(figure) == oracle.figures[figure].map(Double.init))
    }

    @Test(arguments: [
        ("deprecated-import", 8), ("manager-import", 11), ("cors-import", 5), ("non-ssot-auth-import", 6),
        ("direct-instantiation", 8), ("non-factory-creation", 25), ("singleton", 11), ("shared-state", 12),
        ("hard-coded-dependency", 5), ("factory-interface", 5), ("duplicate-class", 7), ("interface-contract", 17),
        ("component-paths", 3), ("component-cycle", 2), ("scattered-configuration", 3), ("event-handling", 3),
        ("error-handling", 11),
    ]) func `a rule counts what was counted by hand`(_ rule: String, _ count: Int) throws {
        #expect(tree.outcome.rules.first { $0.id == rule }?.count == count)
        #expect(tree.findings.count { $0.rule == rule } == count)
    }

    @Test func `every rule of the report has something to find`() {
        #expect(tree.outcome.warnings.isEmpty)
        #expect(tree.outcome.rules.count == 17)
        #expect(tree.outcome.checks.map(\.id) == ["imports", "factory", "duplicates"])
        #expect(
            tree.outcome.checks.map { $0.measures.first?.id }
                == ["manager-import.paths", "direct-instantiation", "duplicate-class.names"])
    }

    @Test func `findings stand in the order of rules, paths, lines, columns`() {
        let order = Dictionary(uniqueKeysWithValues: tree.outcome.rules.enumerated().map { ($1.id, $0) })
        let places = tree.findings.map { (order[$0.rule, default: -1], $0.path, $0.line, $0.column) }

        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test func `no two findings have one fingerprint`() {
        let prints = tree.findings.map(\.fingerprint)

        #expect(Set(prints).count == prints.count)
        #expect(prints.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{10}\.[0-9]+/) != nil })
    }
}
