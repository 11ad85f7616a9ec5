import PaydownScreen
import PaydownTestSupport
import Testing

@testable import PaydownDashboard

struct PythonHighlighterTests {
    /// Each line with its spans written out: `def=keyword`.
    private func read(_ lines: [String]) -> [[String]] {
        zip(lines, PythonHighlighter.spans(of: lines, in: 0..<lines.count)).map { line, spans in
            spans.map { span in
                let bytes = Array(line.utf8)[span.range]
                return String(decoding: bytes, as: UTF8.self) + "=" + span.role.name.dropFirst(5)
            }
        }
    }

    @Test func `keywords are whole words`() {
        #expect(read(["async def define(self, in_=None):"]) == [["async=keyword", "def=keyword", "None=keyword"]])
    }

    @Test func `a sharp in a string begins no comment`() {
        #expect(read(["x = \"#1\"  # 'one'"]) == [["\"#1\"=string", "# 'one'=comment"]])
    }

    @Test func `an escaped quote does not end a string`() {
        #expect(read([#"'it\'s' or r"\" "#]) == [[#"'it\'s'=string"#, "or=keyword", #"r"\" =string"#]])
    }

    @Test func `a prefix belongs to its string`() {
        #expect(read(["log(f'{x}', Rb\"y\", not_a'z')"]) == [["f'{x}'=string", "Rb\"y\"=string", "'z'=string"]])
    }

    @Test func `a string with three quotes goes on over lines`() {
        let lines = ["\"\"\"One", "if two 'three'", "four\"\"\"; return", "pass"]

        #expect(
            read(lines) == [
                ["\"\"\"One=string"], ["if two 'three'=string"], ["four\"\"\"=string", "return=keyword"],
                ["pass=keyword"],
            ])
    }

    @Test func `two quotes are an empty string`() {
        #expect(
            read(["f('', \"\") if x else ''"]) == [
                ["''=string", "\"\"=string", "if=keyword", "else=keyword", "''=string"]
            ])
    }

    @Test func `an open string ends with its line`() {
        #expect(read(["x = 'open", "return x"]) == [["'open=string"], ["return=keyword"]])
    }

    @Test func `names and strings in other scripts are kept whole`() {
        #expect(
            read(["größe_in = 'ä' if é else None"]) == [["'ä'=string", "if=keyword", "else=keyword", "None=keyword"]])
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `spans stand in order inside any line, and a part of a file reads as the whole does`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let alphabet = Array("'\"#\\ rbf=(in if\u{e9}\t日")
        let lines = (0..<12).map { _ in
            String(
                (0..<Int.random(in: 0...30, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? " " })
        }
        let whole = PythonHighlighter.spans(of: lines, in: 0..<lines.count)

        for (line, spans) in zip(lines, whole) {
            var end = 0
            for span in spans {
                #expect(span.range.lowerBound >= end)
                #expect(!span.range.isEmpty)
                end = span.range.upperBound
            }
            #expect(end <= line.utf8.count)
        }
        for start in 0..<lines.count {
            #expect(PythonHighlighter.spans(of: lines, in: start..<lines.count) == Array(whole[start...]))
        }
    }

    @Test func `a range outside the file is what there is of it`() {
        #expect(PythonHighlighter.spans(of: ["pass"], in: 0..<9).count == 1)
        #expect(PythonHighlighter.spans(of: [], in: 0..<3).isEmpty)
    }
}
