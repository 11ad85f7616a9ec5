import PaydownCore

/// A rule set made ready for collecting: what all threads share.
package struct PreparedRules: Sendable {
    /// Identity is the point: threads go from rule to rule without copying what one has.
    final class PreparedRule: Sendable {
        /// The index in `RuleSet.rules`.
        let number: Int
        let id: String
        let kind: any RuleKind
        let isListed: Bool
        /// The index of its scope; nil for all files.
        let scope: Int?
        let message: MessageTemplate
        /// Where the rule's name tests begin among all.
        let firstTest: Int
        /// By the rule's own number of a word, its number in `words` or `foldedWords`.
        let words: [Int]
        let ignoresCase: Bool
        let needsWords: Bool
        let asksManyNames: Bool
        /// Where the rule's regular expressions begin among all.
        let firstRegex: Int
        /// The test of the file's path; nil when every path passes.
        let path: NameTest?

        init(
            _ number: Int, _ definition: RuleDefinition, firstTest: Int, words: [Int], ignoresCase: Bool,
            firstRegex: Int
        ) {
            self.number = number
            id = definition.id
            kind = definition.kind
            isListed = definition.isListed
            scope = definition.scope
            let documentation = type(of: definition.kind).documentation
            message = MessageTemplate(
                definition.message.isEmpty ? documentation.defaultMessage : definition.message)
            self.firstTest = firstTest
            self.words = words
            self.ignoresCase = ignoresCase
            needsWords = definition.kind.needsWords
            asksManyNames = definition.kind.asksManyNames
            self.firstRegex = firstRegex
            path = definition.path.isTrivial ? nil : definition.path
        }
    }

    let rules: [PreparedRule]
    /// Rules that look at files outside of their scope as well.
    let outsiders: [Int]
    let scopes: [ScopeMatcher]
    /// By scope, whether any rule looks only there; nobody asks for the others.
    let isScopeUsed: [Bool]
    /// By scope: all of the first, and one of the second, must be mentioned; as indices of `mentions`.
    let mentionsAll: [[Int]]
    let mentionsAny: [[Int]]
    let mentions: [MentionSearch]
    let nameTests: [NameTest]
    /// Name tests that no name of a file passes in whose text none of these words stands.
    let needs: [NameNeed]
    let words: LiteralSearch
    let foldedWords: LiteralSearch
    let regexes: [(pattern: String, ignoresCase: Bool)]
    let layout: SourceLayout

    /// - Parameter looksAhead: whether words of name tests are looked for in texts; not in tests, which compare both ways.
    init(_ set: RuleSet, looksAhead: Bool = true) {
        var tests: [NameTest] = []
        var plain = WordIndex()
        var folded = WordIndex()
        var regexes: [(pattern: String, ignoresCase: Bool)] = []
        rules = set.rules.enumerated().map { index, definition in
            let firstTest = tests.count
            tests += definition.kind.nameTests
            let list = definition.kind.words
            let numbers = list.words.map { word in
                list.ignoresCase ? folded.number(of: word.utf8.map(CaseFold.ascii)) : plain.number(of: Array(word.utf8))
            }
            let firstRegex = regexes.count
            regexes += list.regexes.map { ($0, list.ignoresCase) }
            return PreparedRule(
                index, definition, firstTest: firstTest, words: numbers, ignoresCase: list.ignoresCase,
                firstRegex: firstRegex)
        }
        outsiders = set.rules.indices.filter { set.rules[$0].kind.looksOutside }
        var mentions: [String] = []
        func numbers(_ words: [String]) -> [Int] {
            words.map { word in
                if let known = mentions.firstIndex(of: word) { return known }
                mentions.append(word)
                return mentions.count - 1
            }
        }
        scopes = set.scopes.map(ScopeMatcher.init)
        isScopeUsed = set.scopes.indices.map { number in set.rules.contains { $0.scope == number } }
        mentionsAll = set.scopes.map { numbers($0.mentions) }
        mentionsAny = set.scopes.map { numbers($0.mentionsAny) }
        self.mentions = mentions.map(MentionSearch.init)
        nameTests = tests
        needs = looksAhead ? Self.needs(of: tests, &plain, &folded) : []
        words = LiteralSearch(plain.words)
        foldedWords = LiteralSearch(folded.words, ignoresCase: true)
        self.regexes = regexes
        layout = set.layout
    }

    /// So many words at most are looked for only to know what a file's names cannot be.
    private static let mostNeeded = 1000

    private static func needs(of tests: [NameTest], _ plain: inout WordIndex, _ folded: inout WordIndex) -> [NameNeed] {
        var count = 0
        return tests.enumerated().compactMap { number, test in
            let needed = test.needed
            count += needed.count
            guard !needed.isEmpty, count <= mostNeeded else { return nil }
            let words = needed.map { word in
                test.ignoresCase
                    ? folded.number(of: Array(CaseFold.text(word).utf8)) : plain.number(of: Array(word.utf8))
            }
            return NameNeed(test: number, words: words, ignoresCase: test.ignoresCase)
        }
    }
}

/// Words one of which a file's text has, if any of its names passes a test.
struct NameNeed: Sendable {
    /// The number of the test among all.
    let test: Int
    /// Numbers in `PreparedRules.words` or `foldedWords`.
    let words: [Int]
    let ignoresCase: Bool
}

/// Numbers for distinct words.
private struct WordIndex {
    private(set) var words: [[UInt8]] = []
    private var numbers: [[UInt8]: Int] = [:]

    mutating func number(of word: [UInt8]) -> Int {
        if let number = numbers[word] { return number }
        words.append(word)
        numbers[word] = words.count - 1
        return words.count - 1
    }
}
