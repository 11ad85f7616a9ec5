import PaydownPython
import Testing
import paydown_fuzz

struct PositionTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `every line end of Python ends a line`(_ end: String) {
        let lines = ["# one", "x = '''a", "b'''", "if x:", "    f(1)", "", "g()"]
        let scanned = ScannedPython(bytes: Array(lines.joined(separator: end).utf8))
        #expect(scanned.calls == ["f", "g"])
        #expect(scanned.facts.calls.map { scanned.position($0.site).line } == [5, 7])
        #expect(scanned.facts.calls.map { scanned.position($0.site).column } == [5, 1])
    }

    @Test func `columns count scalars, not bytes`() {
        let scanned = ScannedPython("é = '🙂'; ①f(); x = 'ü'; ②g()\n")
        #expect(scanned.facts.calls.map { scanned.position($0.site) } == scanned.places)
    }

    @Test func `a byte order mark is not counted`() {
        let scanned = ScannedPython(bytes: [0xEF, 0xBB, 0xBF] + Array("f()".utf8))
        #expect(scanned.position(scanned.facts.calls[0].site) == Position(line: 1, column: 1))
    }

    @Test func `continued lines, form feeds and tabs are read as CPython reads them`() {
        let scanned = ScannedPython("if x:\n\t①f(a, \\\n  b)\n\u{C}②g() ; \\\n③h()\nif y:\n\tif z:\n\t  1\n\t2\n")
        #expect(scanned.facts.calls.map { scanned.position($0.site) } == scanned.places)
    }

    @Test func `identifiers are put into the normal form NFKC`() {
        let scanned = ScannedPython("ﬁ = ｗｉｄｅ(𝔘𝔫𝔦)\ne\u{301}()\nclass Å: pass\n")
        #expect(scanned.calls == ["wide", "é"])
        #expect(scanned.facts.assignments.map { scanned.text($0.target) } == ["fi"])
        #expect(scanned.text(scanned.facts.classes[0].name) == "Å")
    }

    @Test func `a cursor over a text agrees with counting from its start`() {
        var random = SeededBytes(seed: 7)
        for hasReturns in [false, true] {
            let alphabet: [String] = hasReturns ? ["a", "\n", "\r\n", "\r", "é"] : ["a", "bcdefgh", "\n", "é", "🙂"]
            var text = ""
            for _ in 0..<400 { text += alphabet[random.below(alphabet.count)] }
            var source = "x('" + String(repeating: "y", count: random.below(20)) + "')\n"
            source += text.split(whereSeparator: \.isNewline).map { "f('\($0)')" }.joined(
                separator: hasReturns ? "\r" : "\n")
            let scanned = ScannedPython(bytes: Array(source.utf8))
            #expect(scanned.facts.problem == nil)
            let lines = scanned.facts.calls.map { scanned.position($0.site).line }
            #expect(lines == Array(1...UInt32(scanned.facts.calls.count)))
        }
    }
}
