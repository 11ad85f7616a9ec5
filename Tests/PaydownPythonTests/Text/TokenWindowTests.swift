import Testing

@testable import PaydownPython

@Suite("Tokens between windows")
struct TokenWindowTests {
    /// The names called in a text.
    private func calls(_ source: String) -> [String] {
        var text = SourceText()
        text.load(Array(source.utf8), version: .v3_13)
        let read = ReadFacts(&text, by: PythonScanner(version: .v3_13))
        #expect(read.facts.problem == nil)
        return read.facts.calls.map { read.text($0.name) }
    }

    @Test(
        "names of any length, at any distance from each other, come out whole",
        arguments: [1, 8, 9, 55, 56, 57, 58, 63, 64, 65, 130, 1000])
    func distances(length: Int) {
        let name = String(repeating: "n", count: length)
        for space in [0, 1, 2, 55, 56, 57, 58, 63, 64, 65, 200] {
            let gap = String(repeating: " ", count: space)
            #expect(calls("\(name)\(gap)(\(gap)\(name).\(name)(\(gap)1\(gap))\(gap))\n") == [name, name + "." + name])
            #expect(calls("if 1:\n \(gap)\(name)()\n \(gap)\(name)()\n\(name)()\n") == [name, name, name])
        }
    }

    @Test("a letter beyond ASCII counts wherever it is in a name, and nowhere else")
    func beyondASCII() {
        for length in [1, 2, 7, 8, 9, 15, 16, 17, 24, 25, 56, 57, 58, 80] {
            let plain = String(repeating: "n", count: length)
            // The text has such letters, the name has none; behind it they are near.
            #expect(calls("\(plain)(ä)\n\(plain).\(plain)('ä')\n") == [plain, plain + "." + plain])
            for place in 0..<length {
                // CPython takes the first for the second.
                let written = String(repeating: "n", count: place) + "\u{FF4E}" + plain.dropLast(place + 1)
                #expect(calls("\(written)()\na.\(written).\(written)()\n") == [plain, "a.\(plain).\(plain)"])
            }
        }
    }

    @Test(
        "a token may begin inside of what looks like one word",
        arguments: ["1if f()else 0", "0x1for x in f()", "1or f()"])
    func glued(source: String) {
        #expect(calls("(\(source))\n") == ["f"])
    }

    @Test("strings that end at any place are followed by what follows them")
    func strings() {
        for length in 0...140 {
            let text = String(repeating: "s", count: length)
            #expect(calls("f('\(text)')\ng(f\"{h('\(text)')}\")\n") == ["f", "g", "h"])
        }
    }
}
