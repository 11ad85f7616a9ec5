import PaydownPython
import Testing

struct RefusalTests {
    @Test(arguments: [
        ("x = ①'abc\n", SyntaxProblem.Reason.unterminatedString), ("x = ①'''abc\n", .unterminatedTripleString),
        ("f①(1,\n", .bracketNeverClosed), ("f(1)①)\n", .bracketUnmatched), ("f(1①]\n", .bracketMismatch),
        ("x\n  ①y\n", .unexpectedIndent), ("if x:\n①y\n", .expectedIndent), ("if x:\n    y\n  ①z\n", .dedentMismatch),
        ("if x:\n\ty\n        ①z\n", .inconsistentTabs), ("x = ①0777\n", .oldOctal), ("x = 1__①_0\n", .invalidNumber),
        ("x = 1①abc\n", .invalidNumber), ("x = 0b1①2\n", .invalidNumber), ("x = ①b'é'\n", .bytesNotASCII),
        ("x = ①'a' b'c'\n", .mixedBytes), ("x = ①'\\x1'\n", .badEscape), ("x = ①'\\U00110000'\n", .badEscape),
        ("①f() = 1\n", .assignTarget), ("①a + b = 1\n", .assignTarget), ("①x, 1 = y\n", .assignTarget),
        ("del ①f()\n", .deleteTarget), ("f(①a.b=1)\n", .keywordName), ("f(a=1, b①)\n", .argumentOrder),
        ("f(x for x in y, 1①)\n", .generatorParentheses), ("def f(a=1, b①): pass\n", .parameterOrder),
        ("def f(*①): pass\n", .parameterOrder), ("x = ①$\n", .invalidCharacter), ("x = \\①1\n", .badContinuation),
        ("x = f'①{}'\n", .formatEmpty), ("x = f'a①}'\n", .formatBrace), ("x = f'{a!①z}'\n", .formatConversion),
        ("x = 1 ①2\n", .invalidSyntax), ("①else: pass\n", .invalidSyntax), ("try: pass\n①x\n", .invalidSyntax),
    ])
    func `a refusal has its reason and its place`(_ source: String, _ reason: SyntaxProblem.Reason) {
        let scanned = ScannedPython(source)
        #expect(scanned.reason == reason)
        if reason != .argumentOrder, reason != .generatorParentheses, reason != .invalidNumber,
            reason != .parameterOrder
        {
            #expect(scanned.facts.problem?.position == scanned.places.first)
        }
        #expect(scanned.facts.problem?.position.line == scanned.places.first?.line)
    }

    @Test(arguments: [
        ("print 'x'\n", SyntaxProblem.Reason.python2Print), ("exec code in d\n", .python2Exec),
        ("try: pass\nexcept E, e: pass\n", .python2Except), ("raise E, 'x'\n", .python2Raise),
        ("x = `y`\n", .python2Backticks), ("if a <> b: pass\n", .python2NotEqual),
        ("def f(a, (b, c)): pass\n", .python2Unpacking), ("x = 10L\n", .python2Number),
        ("x = ur'a'\n", .python2String), ("x = 0777\n", .oldOctal),
    ])
    func `what only Python 2 accepts is said to be so`(_ source: String, _ reason: SyntaxProblem.Reason) {
        #expect(ScannedPython(source).reason == reason)
        #expect(reason.isPython2 || reason == .oldOctal)
    }

    @Test func `reasons have texts of their own`() {
        let texts = SyntaxProblem.Reason.allCases.map(\.text)
        #expect(Set(texts).count == texts.count)
        #expect(texts.allSatisfy { !$0.isEmpty })
    }

    @Test func `brackets nest 200 deep and no deeper`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth) + "\n"
        }
        #expect(ScannedPython(nested(200)).facts.problem == nil)
        #expect(ScannedPython(nested(201)).reason == .tooManyBrackets)
    }

    @Test func `blocks nest 99 deep and no deeper`() {
        func nested(_ depth: Int) -> String {
            (0..<depth).map { String(repeating: " ", count: $0) + "if x:\n" }.joined()
                + String(repeating: " ", count: depth) + "y\n"
        }
        #expect(ScannedPython(nested(99)).facts.problem == nil)
        #expect(ScannedPython(nested(100)).reason == .tooManyIndents)
    }

    @Test func `integers have up to 4300 decimal digits`() {
        #expect(ScannedPython("x = " + String(repeating: "9", count: 4300) + "\n").facts.problem == nil)
        #expect(ScannedPython("x = " + String(repeating: "9", count: 4301) + "\n").reason == .numberTooLong)
        #expect(ScannedPython("x = " + String(repeating: "9", count: 4301) + ".0\n").facts.problem == nil)
    }
}
