import PaydownRules
import PaydownTestSupport
import Testing

/// Searching for words is done by tables and eight bytes at a time; here a plain search does it again.
struct TextSearchTests {
    @Test(arguments: 0..<40) func `words are found where a plain search finds them`(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            Self.text(length: Int.random(in: 1...9, using: &random), letters: "ab(.", &random)
        }
        let distinct = Array(Set(words)).sorted()
        let source = Self.text(length: Int.random(in: 0...400, using: &random), letters: "aab(.\n", &random)
        let rule = """
            [[rule]]
            id = "r"
            kind = "text"
            text.contains-any = [\(distinct.map { "\"\($0)\"" }.joined(separator: ", "))]
            """

        let tree = try CheckedTree(rule, ["a.py": source])

        var expected: [String] = []
        for (number, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for word in distinct {
                guard let range = line.firstRange(of: word) else { continue }
                let column = line.distance(from: line.startIndex, to: range.lowerBound) + 1
                expected.append("\(number + 1):\(column) \(word)")
            }
        }
        expectSame(tree.findings.map { "\($0.line):\($0.column) \($0.symbol)" }.sorted(), expected.sorted())
    }

    @Test(arguments: 0..<40) func `a file mentions a word when its text in lower case has it`(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let word = Self.text(length: Int.random(in: 1...5, using: &random), letters: "kiab", &random)
        let source = Self.text(
            length: Int.random(in: 0...300, using: &random),
            letters: seed % 2 == 0 ? "kKiIaAbB" : "kKiIaAbB\u{212A}\u{130}é",
            &random)
        let rules = """
            [scope.s]
            mentions = ["\(word)"]
            [[rule]]
            id = "r"
            kind = "text"
            scope = "s"
            per = "file"
            text.contains-any = ["x ="]
            """

        let tree = try CheckedTree(rules, ["a.py": "x = '" + source + "'"])

        #expect(!tree.findings.isEmpty == ("x = '" + source + "'").lowercased().utf8Contains(word))
    }

    @Test func `letters are compared whatever their case when a rule says so`() throws {
        let rule = "[[rule]]\nid = \"r\"\nkind = \"text\"\ntext.contains-any = [\"LocalHost\"]\ntext.ignore-case = true"

        let tree = try CheckedTree(rule, ["a.py": "a = 'LOCALHOST'\nb = 'localhost'\nc = 'local host'\n"])

        #expect(tree.places("r") == ["a.py:1 LocalHost", "a.py:2 LocalHost"])
    }

    private static func text(length: Int, letters: String, _ random: inout SeededRandom) -> String {
        String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
    }
}

extension String {
    fileprivate func utf8Contains(_ word: String) -> Bool {
        let all = Array(utf8)
        let part = Array(word.utf8)
        guard part.count <= all.count else { return false }
        return (0...(all.count - part.count)).contains { all[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
