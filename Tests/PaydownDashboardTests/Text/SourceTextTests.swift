import PaydownDashboard
import PaydownTestSupport
import Testing

/// A file's lines and colours, against a reading of the whole file line by line.
struct SourceTextTests {
    @Test(arguments: [
        ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]), ("\n", [""]),
        ("a\r", ["a"]), ("a\r\n", ["a"]), ("\r\n\r\n\n\r", ["", "", "", ""]),
        ("a\u{0C}b\u{85}c\u{2028}d", ["a\u{0C}b\u{85}c\u{2028}d"]),
    ])
    func `lines end as Python's do`(text: String, lines: [String]) {
        #expect(Array(SourceText(Array(text.utf8))) == lines)
    }

    @Test func `what is not UTF-8 is shown with replacement signs`() {
        #expect(Array(SourceText([0x61, 0xFF, 0x0A, 0xC3])) == ["a\u{FFFD}", "\u{FFFD}"])
    }

    @Test func `lines that were put in come back`() {
        let lines = ["", "a", "", "é'"]

        #expect(Array(SourceText(lines: lines)) == lines)
    }

    /// The plain way: each line from the first on, as the highlighter reads it.
    private static func states(_ lines: [String]) -> [PythonHighlighter.State] {
        var state = PythonHighlighter.State.code
        return lines.map { line in
            defer { _ = PythonHighlighter.spans(of: line, &state) }
            return state
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `every line begins as it does when all before it is read`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        // Few long strings in one half, so that some go on over hundreds of lines.
        let pieces = ["\"\"\"", "'''", "\"", "'", "\\", "#", " ", "f", "rb", "if", "x", "é", "\u{FFFD}", "\t"]
        let common = seed % 2 == 0 ? pieces : Array(pieces[2...]) + ["\"\"\" x"]
        let lines = (0..<400).map { _ in
            (0..<Int.random(in: 0...6, using: &random)).map { _ in common.randomElement(using: &random) ?? "" }.joined()
        }
        let text = zip(lines, lines.dropFirst() + ["x"]).map { line, next in
            // CR and the LF of an empty line would be one end.
            let ends = next.isEmpty ? ["\n", "\r\n"] : ["\n", "\r\n", "\r"]
            return line + (ends.randomElement(using: &random) ?? "\n")
        }.joined()
        let source = SourceText(Array(text.utf8))

        #expect(Array(source) == lines)
        #expect(lines.indices.map { source.state(before: $0) } == Self.states(lines))
    }

    @Test func `a string that began ten thousand lines ago is still one`() {
        let lines = ["x = '''"] + Array(repeating: "if it's \"code\" # or not", count: 10_000) + ["'''", "pass"]
        let source = SourceText(lines: lines)

        #expect(source.state(before: 10_001) == .longString(quote: UInt8(ascii: "'")))
        #expect(source.state(before: 10_002) == .code)
    }

    @Test func `a line that is not there begins as code`() {
        #expect(SourceText(lines: ["'''"]).state(before: 7) == .code)
        #expect(SourceText([]).state(before: 0) == .code)
    }

    @Test func `texts are the same when no byte differs, wherever it stands`() {
        for length in 0..<100 {
            let bytes = [UInt8](repeating: 0x61, count: length)
            #expect(SourceText(bytes) == SourceText(Array(bytes)))
            #expect(SourceText(bytes) != SourceText(bytes + [0x61]))
            for place in 0..<length {
                var other = bytes
                other[place] = 0x62
                #expect(SourceText(bytes) != SourceText(other))
            }
        }
    }
}
