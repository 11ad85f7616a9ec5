import PaydownPython
import Testing

@testable import PaydownRules

struct ContributionBlockTests {
    private static let rules = """
        [scope.app]
        paths = ["app"]

        [[rule]]
        id = "old"
        kind = "import"
        scope = "app"
        module.starts-with = ["old"]

        [[rule]]
        id = "twice"
        kind = "duplicate-class"
        class.contains-any = ["Same"]

        [[rule]]
        id = "word"
        kind = "text"
        text.contains-any = ["marker"]
        """

    private func tree() throws -> CheckedTree {
        var files: [String: String] = ["empty.py": "", "app/plain.py": "x = 1\n"]
        for number in 0..<9 {
            files["app/m\(number).py"] = """
                import old.part\(number)
                # marker \(number)
                class Same:
                    def of\(number)(self): pass

                """
        }
        return try CheckedTree(Self.rules, files)
    }

    /// Owns bytes as a cache does.
    private final class Bytes: @unchecked Sendable {
        let start: UnsafeMutableRawPointer

        init(_ count: Int) {
            start = .allocate(byteCount: count, alignment: ContributionBlock.alignment)
        }

        deinit {
            start.deallocate()
        }
    }

    private func copied(_ contributions: [FileContribution], ruleCount: Int = 3) -> ContributionBlock? {
        let counts = ContributionBlock.counts(of: contributions)
        let count = ContributionBlock.byteCount(files: contributions.count, counts)
        let bytes = Bytes(count)
        ContributionBlock.write(contributions, counts, to: bytes.start)
        return ContributionBlock(
            files: contributions.count, counts, at: bytes.start, count: count, of: bytes, ruleCount: ruleCount)
    }

    @Test func `contributions that lie behind one another are what they were, and come to the same`() throws {
        let tree = try tree()

        let block = try #require(copied(tree.contributions))
        let copies = tree.contributions.enumerated().map { number, contribution in
            FileContribution(path: contribution.path, in: block, number: number)
        }

        #expect(copies == tree.contributions)
        #expect(tree.rules.finish(copies).findings == tree.outcome.findings)
        #expect(tree.rules.finish(copies).checks == tree.outcome.checks)
        #expect(tree.outcome.findings.count == 27)
    }

    @Test func `what is taken from several blocks, in parts and in any order, is what it was`() throws {
        let own = try tree().contributions
        let shared = try #require(copied(own))
        let picks = [3, 4, 5, 0, 1, 10, 2, 2, 9]
        let mixed = picks.enumerated().map { place, number in
            place.isMultiple(of: 4)
                ? own[number] : FileContribution(path: own[number].path, in: shared, number: number)
        }

        let block = try #require(copied(mixed))

        let copies = mixed.enumerated().map { FileContribution(path: $1.path, in: block, number: $0) }
        #expect(copies == picks.map { own[$0] })
    }

    @Test func `rows of a rule that there is not are no block`() throws {
        #expect(try copied(tree().contributions, ruleCount: 2) == nil)
    }
}
