import Testing

/// Files that nobody wrote by hand: what takes the square of their size would not end.
struct LargeTextTests {
    @Test func `a line of a megabyte is looked at once`() throws {
        let rules = """
            [[rule]]
            id = "word"
            kind = "text"
            text.contains-any = ["print("]
            [[rule]]
            id = "call"
            kind = "call"
            call.is = ["print"]
            """
        let calls = String(repeating: "print(1); ", count: 100_000)

        let tree = try CheckedTree(rules, ["a.py": "x = 'é'; " + calls + "\n"])

        #expect(tree.places("word").count == 1)
        #expect(tree.places("call").count == 100_000)
        #expect(tree.findings.last?.column == 10 + 99_999 * 10)
    }

    @Test func `each of many imports in one try is told to be one of its ways`() throws {
        let rules = "[[rule]]\nid = \"import\"\nkind = \"import\"\nmodule.is = [\"old\"]"
        let imports = String(repeating: "    import old\n", count: 20_000)

        let caught = try CheckedTree(rules, ["a.py": "try:\n" + imports + "except ImportError:\n" + imports])
        let other = try CheckedTree(rules, ["a.py": "try:\n" + imports + "except ValueError:\n" + imports])

        #expect(caught.findings.count == 40_000)
        #expect(caught.findings.count { $0.tags == ["try-fallback"] } == 40_000)
        #expect(other.findings.count { $0.tags.isEmpty } == 40_000)
    }

    @Test func `a line belongs to the definition around it, among thousands`() throws {
        let rules = "[[rule]]\nid = \"word\"\nkind = \"text\"\ntext.contains-any = [\"here\"]"
        let functions = (0..<5_000).map { "@here\ndef f\($0)():\n    def g():\n        here\n    here\n" }.joined()
        let rest = String(repeating: "here\n", count: 20_000)

        let tree = try CheckedTree(rules, ["a.py": functions + rest])

        let scopes = tree.findings.map(\.scope)
        #expect(Array(scopes.prefix(6)) == ["f0", "f0.g", "f0", "f1", "f1.g", "f1"])
        #expect(scopes.count == 35_000)
        #expect(Array(scopes.suffix(20_000)) == [String](repeating: "", count: 20_000))
    }
}
