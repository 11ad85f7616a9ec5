import PaydownCore
import PaydownPython
import Testing

struct NameTests {
    private func calls(_ text: String, _ scanner: borrowing PythonScanner, _ names: inout StringTable) -> [String] {
        var source = SourceText()
        var facts = FileFacts()
        source.load(Array(text.utf8))
        scanner.scan(&source, into: &facts, names: &names)
        return facts.calls.map { names[$0.name] }
    }

    @Test func `a scanner serves several tables of names, in any order`() {
        let scanner = PythonScanner()
        var first = StringTable()
        var second = StringTable()
        #expect(calls("a()\nb.c()\n", scanner, &first) == ["a", "b.c"])
        #expect(calls("b.c()\na()\n", scanner, &second) == ["b.c", "a"])
        #expect(calls("a()\nd()\n", scanner, &first) == ["a", "d"])
        var copy = first
        #expect(calls("e()\na()\n", scanner, &copy) == ["e", "a"])
        #expect(calls("f()\ne()\n", scanner, &first) == ["f", "e"])
        first = StringTable()
        #expect(calls("d()\nf()\na()\n", scanner, &first) == ["d", "f", "a"])
    }

    @Test func `names of every length are told apart`() {
        let scanner = PythonScanner()
        var names = StringTable()
        let words = (1...120).flatMap { length in
            ["a", "b"].map { String(repeating: "x", count: length - 1) + $0 }
        }
        let text = words.map { $0 + "()\n" }.joined()
        #expect(calls(text, scanner, &names) == words)
        #expect(calls(text, scanner, &names) == words)
        #expect(names.count == words.count + 1)
    }
}
