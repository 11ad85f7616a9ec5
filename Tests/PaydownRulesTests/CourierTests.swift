import Foundation
import PaydownCore
import PaydownProject
import PaydownPython
import PaydownRules
import Testing

/// The sample service and its newest snapshot, which CPython's `ast` and `tokenize` made: the same findings, place by
/// place, and the same hashes.
struct CourierTests {
    private let tree: CheckedTree
    private let sample: SampleSnapshot

    init() throws {
        let rules = try ProjectRules(text: Repository.text("SampleData/rules/courier.toml"), file: "courier.toml")
        let folder = Repository.root.appending(path: "SampleData/python")
        var files = try Repository.pythonFiles(under: folder.appending(path: "courier"))
        files = Dictionary(uniqueKeysWithValues: files.map { ("courier/" + $0, $1) })
        tree = CheckedTree(rules.rules, files, python: try #require(PythonVersion("3.11")))
        let snapshots = try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "snapshots").path(percentEncoded: false))
        let newest = try #require(snapshots.filter { $0.hasSuffix(".json") }.max())
        sample = try JSONDecoder().decode(
            SampleSnapshot.self, from: Data(contentsOf: folder.appending(path: "snapshots/" + newest)))
    }

    @Test func `the same rules are broken at the same places by the same names`() {
        expectSame(tree.findings.map(place), sample.findings.map(\.place))
    }

    @Test func `findings end where CPython's nodes end`() {
        expectSame(
            tree.findings.map { "\(place($0)) \($0.endLine):\($0.endColumn)" },
            sample.findings.map(\.wholePlace))
    }

    @Test func `sentences, excerpts and scopes are the same`() {
        expectSame(
            tree.findings.map { "\(place($0)) \($0.message) [\($0.excerpt)] \($0.scope)" },
            sample.findings.map { "\($0.place) \($0.message) [\($0.excerpt ?? "")] \($0.scope ?? "")" })
    }

    @Test func `statements and the lines around have the same hashes`() {
        expectSame(
            tree.findings.map { "\(place($0)) \($0.statement) \($0.context)" },
            sample.findings.map { "\($0.place) \($0.statement ?? "") \($0.context ?? [])" })
    }

    @Test func `a fingerprint begins with the same hash`() {
        expectSame(
            tree.findings.map { "\(place($0)) \($0.fingerprint.prefix(10))" },
            sample.findings.map { "\($0.place) \($0.fingerprint.prefix(10))" })
    }

    @Test func `tags and members are the same`() {
        expectSame(
            tree.findings.map { "\(place($0)) \($0.tags.sorted()) \($0.members)" },
            sample.findings.map {
                "\($0.place) \(($0.tags ?? []).sorted()) \($0.properties?.members ?? [])"
            })
    }

    @Test func `measures and populations are the same`() throws {
        for measure in sample.checks.flatMap(\.measures) where measure.id != "golden-path.passed" {
            let own = try #require(tree.outcome.checks.flatMap(\.measures).first { $0.id == measure.id })
            #expect(own.value == measure.value, "\(measure.id)")
            #expect(own.unit == measure.unit, "\(measure.id)")
            #expect(own.title == measure.title, "\(measure.id)")
            if let population = measure.population { #expect(own.population == population, "\(measure.id)") }
        }
    }

    private func place(_ finding: Finding) -> String {
        "\(finding.rule) \(finding.path):\(finding.line):\(finding.column) \(finding.symbol)"
    }
}

/// As much of a snapshot as the comparison needs.
private struct SampleSnapshot: Decodable {
    struct Row: Decodable {
        struct Properties: Decodable {
            var members: [String]?
        }

        var rule: String
        var path: String
        var line: Int
        var column: Int
        var endLine: Int?
        var endColumn: Int?
        var symbol: String
        var message: String
        var excerpt: String?
        var fingerprint: String
        var scope: String?
        var statement: String?
        var context: [String]?
        var tags: [String]?
        var properties: Properties?

        var place: String { "\(rule) \(path):\(line):\(column) \(symbol)" }
        var wholePlace: String { "\(place) \(endLine ?? 0):\(endColumn ?? 0)" }
    }

    struct Check: Decodable {
        struct Measure: Decodable {
            var id: String
            var title: String
            var value: Double
            var unit: String
            var population: Double?
        }

        var measures: [Measure]
    }

    var checks: [Check]
    var findings: [Row]
}
