import PaydownPython
import Testing

@Suite("The memory that facts lie in")
struct FactSpansTests {
    private static func text(_ source: String) -> SourceText {
        var text = SourceText()
        text.load(Array(source.utf8))
        return text
    }

    private static func shown(_ facts: FileFacts, _ text: borrowing SourceText) -> [String] {
        let spans = facts.statements.all + facts.logicalLines.all
        return text.withBytes { bytes in
            let base = bytes.assumingMemoryBound(to: UInt8.self).baseAddress!
            return spans.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
                + facts.calls.map { facts.names.text($0.name, of: base) }
        }
    }

    @Test("who keeps a file's facts has them as they were when the scanner has gone on")
    func kept() {
        let scanner = PythonScanner()
        var first = Self.text("f(1)\ng.h(2)\n")
        var second = Self.text("import a\nx.y(3)\nz(4)\n")
        var facts = FileFacts()
        scanner.scan(&first, into: &facts)
        let kept = facts
        let shown = Self.shown(kept, first)
        #expect(shown == ["f(1)", "g.h(2)", "f(1)", "g.h(2)", "f", "g.h"])

        scanner.scan(&second, into: &facts)
        #expect(Self.shown(facts, second).suffix(2) == ["x.y", "z"])
        #expect(Self.shown(kept, first) == shown)
    }

    @Test("a larger file after a small one, a refused one between them, and the small one again")
    func reused() {
        let large = (0..<9000).map { "name\($0)(value\($0))\n" }.joined()
        let scanner = PythonScanner()
        var source = SourceText()
        var facts = FileFacts()
        var counts: [[Int]] = []
        for text in ["f()\n", large, "f(\n", "f()\n"] {
            source.load(Array(text.utf8))
            scanner.scan(&source, into: &facts)
            counts.append([facts.statements.count, facts.logicalLines.count, facts.names.count])
        }
        #expect(counts == [[1, 1, 1], [9000, 9000, 9000], [0, 0, 0], [1, 1, 1]])
    }
}
