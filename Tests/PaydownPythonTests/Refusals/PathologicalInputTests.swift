import PaydownPython
import Testing
import paydown_fuzz

/// Inputs made to hurt. With time that grows with the square of the size, none of these would ever finish.
struct PathologicalInputTests {
    /// A part repeated until it is long, with something before and behind it.
    struct Input: CustomTestStringConvertible, Sendable {
        private let part: String
        private let before: String
        private let after: String

        init(_ part: String, _ before: String = "", _ after: String = "\n") {
            self.part = part
            self.before = before
            self.after = after
        }

        var testDescription: String { "\(before.debugDescription) \(part.debugDescription)… \(after.debugDescription)" }

        var bytes: [UInt8] {
            let part = Array(part.utf8)
            var bytes = Array(before.utf8)
            while bytes.count < 60_000 { bytes += part }
            return bytes + Array(after.utf8)
        }
    }

    @Test(arguments: [
        Input("a + ", "", "a\n"), Input("a.", "", "a\n"), Input("a = "), Input("a, b = "),
        Input("not "), Input("-", "", "1\n"), Input("f(x) ; "), Input("[a], ", "", "= b\n"),
        Input("a if b else ", "", "c\n"), Input("'a.b' ", "x = "), Input("\\\n", "x = ", "1\n"),
        Input("é", "x = "), Input("e\u{301}\u{323}"), Input("#", "f()  "), Input(" "), Input("\n\t"),
        Input("f'{a}' ", "x = "), Input("{a}", "x = f'''", "'''\n"), Input("{a}\n", "x = f'''", "'''\n"),
        Input("@a\n", "", "def f(): pass\n"), Input("a: int, ", "def f(", "): pass\n"), Input("\\\"", "x = \"", "\"\n"),
        Input("\\\"\"", "x = \"\"\"", "\"\"\"\n"), Input("with (a) as b: pass\n"), Input("match (a): b\n"),
        Input("if a: b\n"), Input("x[a:b, c](d).e = "), Input("lambda: ", "x = ", "1\n"),
        Input("coding ", "# "), Input("\r", "x = 1"),
    ])
    func `long input is read in linear time`(_ input: Input) {
        let bytes = input.bytes
        for version in [PythonVersion.v3_8, .v3_11, .v3_13] {
            let scanned = ScannedPython(bytes: bytes, version: version)
            #expect(scanned.facts.problem != nil || scanned.facts.logicalLines.all.allSatisfy { $0.end <= bytes.count })
        }
    }

    @Test(arguments: [
        (Input("("), SyntaxProblem.Reason.tooManyBrackets), (Input("[{("), .tooManyBrackets),
        (Input("\"\n"), .unterminatedString), (Input("a", "'''"), .unterminatedTripleString),
        (Input("f'''{"), .formatDepth), (Input(")"), .bracketUnmatched),
        (Input("lambda x=", "y = "), .tooManyLambdas), (Input("\u{0}", "x"), .nullByte),
        (Input("f'{"), .formatDepth), (Input("9", "x = "), .numberTooLong),
        (Input("async "), .invalidSyntax), (Input("print a\n"), .python2Print),
    ])
    func `hopeless input is refused at once`(_ input: Input, _ reason: SyntaxProblem.Reason) {
        #expect(ScannedPython(bytes: input.bytes).reason == reason)
    }

    @Test(arguments: [
        Input("f'{"), Input("f'''{"), Input("f'{a:{"), Input("'''"), Input("\"\n"), Input("#\n"),
        Input("f'{a}'\n"), Input("f\"{'"),
    ])
    func `regions and hashes of any text take linear time`(_ input: Input) {
        let bytes = input.bytes
        var source = SourceText()
        source.load(bytes)
        let whole = ByteSpan(start: 0, end: UInt32(bytes.count))
        #expect(TextRegions(source, version: .v3_13).spans.count <= bytes.count)
        #expect(source.statementHash(whole) == source.statementHash(whole))
        #expect(source.contextHashes(whole).before == (0, 0))
    }

    @Test func `a line of 50 MB is read`() {
        let size = 50_000_000
        let long = [UInt8](repeating: UInt8(ascii: "a"), count: size)
        for (before, after) in [("x = '", "'\n"), ("f(", ")\n")] {
            let scanned = ScannedPython(bytes: Array(before.utf8) + long + Array(after.utf8))
            #expect(scanned.facts.problem == nil)
            #expect(scanned.facts.logicalLines.count == 1)
        }
    }

    @Test func `a hundred thousand brackets are refused at the first too many`() {
        let brackets = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        let scanned = ScannedPython(bytes: Array("x = ".utf8) + brackets + Array("\n".utf8))

        #expect(scanned.reason == .tooManyBrackets)
        #expect(scanned.facts.problem?.position == Position(line: 1, column: 205))
    }

    @Test(arguments: ["'", "\"", "'\n", "\"\n", "f'", "\"\"\""])
    func `a million quotes are read, or refused at the first without an end`(_ quote: String) {
        let bytes = [UInt8]([[UInt8]](repeating: Array(quote.utf8), count: 1_000_000).joined())
        let scanned = ScannedPython(bytes: bytes)

        // An even number of quotes are empty strings side by side.
        #expect(scanned.facts.problem == nil || scanned.facts.problem?.position.line == 1)
    }

    @Test func `the deepest nesting that is allowed fits the stack`() {
        let blocks = (0..<99).map { String(repeating: " ", count: $0) + (($0 % 2 == 0) ? "def f():\n" : "if x:\n") }
        let indent = String(repeating: " ", count: 99)
        let expressions = [
            String(repeating: "(lambda x=", count: 200) + "1" + String(repeating: ":0)", count: 200),
            String(repeating: "f'{", count: 149) + "1" + String(repeating: "}'", count: 149),
            String(repeating: "{**[*a[f(not ", count: 50) + "1" + String(repeating: ")]]}", count: 50),
        ]
        for expression in expressions {
            let scanned = ScannedPython(blocks.joined() + indent + expression + "\n")
            #expect(scanned.facts.problem == nil)
        }
        let patterns =
            blocks.dropLast().joined() + indent.dropLast() + "match x:\n" + indent
            + "case " + String(repeating: "(", count: 200) + "1" + String(repeating: ")", count: 200) + ": pass\n"
        #expect(ScannedPython(patterns).facts.problem == nil)
    }

    @Test func `any bytes are read without a trap`() {
        var random = SeededBytes(seed: 3)
        let scanners = PythonVersion.allCases
        for round in 0..<300 {
            let bytes = (0..<random.below(200)).map { _ in
                round % 3 == 0
                    ? UInt8(random.below(256)) : Array("f'\"{}()[]\\\n\t :=!#aN0.\r,*".utf8)[random.below(24)]
            }
            let scanned = ScannedPython(bytes: bytes, version: scanners[round % scanners.count])
            #expect(scanned.facts.problem == nil || scanned.calls.isEmpty)
        }
    }
}
