import Foundation
import PaydownCore
import PaydownProject
import PaydownRules
import Testing

/// Contracts that were read from import-linter's file say what import-linter says.
///
/// Its verdicts are in `Fixtures/contracts/expected.json`, recorded by `record.py` beside it.
struct ImportLinterVerdictTests {
    private static let folder = Repository.fixtures.appending(path: "contracts")

    @Test func `every contract is kept or broken as import-linter says`() throws {
        let expected = try JSONDecoder().decode(
            [String: Bool].self, from: Data(contentsOf: Self.folder.appending(path: "expected.json")))
        let foreign = try #require(
            try ForeignFiles.read(Self.folder.appending(path: "contracts.importlinter").path).first)
        let text = Proposal(Survey(), project: ProjectFacts(name: "shop"), imported: [foreign]).text(standing: nil)
        let tree = CheckedTree(
            try ProjectRules(text: text, file: "paydown.toml").rules,
            try Repository.pythonFiles(under: Self.folder.appending(path: "tree")))

        #expect(foreign.lost.isEmpty)
        #expect(expected.count == 11)
        for (name, isKept) in expected {
            // A contract with independent siblings in a layer is two rules.
            let rules = tree.outcome.rules.filter { $0.title == name || $0.title.hasPrefix(name + " (") }
            #expect(!rules.isEmpty, "\(name)")
            #expect(rules.allSatisfy { $0.count == 0 } == isKept, "\(name): \(rules.map(\.count))")
        }
    }
}
