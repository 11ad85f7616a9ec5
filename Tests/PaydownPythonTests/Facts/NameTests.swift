import PaydownPython
import Testing

/// Names in facts are places in the text; what they say must be what was written, or what CPython makes of it.
struct NameTests {
    @Test(arguments: [1, 47, 48, 49, 600, 5000])
    func `each of many names comes out as it was written`(_ count: Int) {
        let names = (0..<count).map { "name_\($0)" }
        let text = names.map { "def \($0)(x): module.\($0)(x, key='\($0).y')\n" }.joined()

        let scanned = ScannedPython(text)

        #expect(scanned.facts.functions.map { scanned.text($0.name) } == names)
        #expect(scanned.calls == names.map { "module." + $0 })
        #expect(scanned.facts.dottedStrings.map { scanned.text($0.text) } == names.map { $0 + ".y" })
    }

    @Test func `a text with more names than bytes for two is read whole`() {
        // Each letter is a decorator, a call and a key.
        let scanned = ScannedPython(String(repeating: "@a()\n", count: 3000) + "def f(): pass\n")
        #expect(scanned.calls.count == 3000)
        #expect(scanned.calls.allSatisfy { $0 == "a" })
        #expect(scanned.facts.decorators.allSatisfy { scanned.text($0.name) == "a" })
    }

    @Test func `names of every length come out whole`() {
        let words = (1...120).flatMap { length in
            ["a", "b"].map { String(repeating: "x", count: length - 1) + $0 }
        }
        #expect(ScannedPython(words.map { $0 + "()\n" }.joined()).calls == words)
    }

    @Test func `names that are written differently and mean the same say the same`() {
        // The ligature is `fi` in the form that identifiers have.
        let scanned = ScannedPython("\u{FB01}le()\nfile()\n( file )()\nshared . name()\nshared.name()\n")

        #expect(scanned.calls == ["file", "file", "file", "shared.name", "shared.name"])
    }

    @Test func `what is read twice leaves the names of the second time`() {
        // Read as a `match` first, as parenthesised `with` items first.
        let scanned = ScannedPython(
            "match (\u{FB01}rst.call(), b.c())\nwith (\u{FB01}ve(), six()): seven(eight.nine())\nten()\n")
        #expect(scanned.calls == ["match", "first.call", "b.c", "five", "six", "seven", "eight.nine", "ten"])
    }

    @Test func `a refused file has no names`() {
        let scanned = ScannedPython("import a.b\nc(d e)\n")
        #expect(scanned.facts.problem != nil)
        #expect(scanned.facts.names.count == 0)
    }

    @Test func `a file's names are gone with the next file`() {
        let scanner = PythonScanner()
        var source = SourceText()
        source.load(Array("\u{FB01}rst.one()\nsecond()\n".utf8))
        let first = ReadFacts(&source, by: scanner)
        source.load(Array("third()\n".utf8))
        let second = ReadFacts(&source, by: scanner)
        #expect(first.facts.calls.map { first.text($0.name) } == ["first.one", "second"])
        #expect(second.facts.calls.map { second.text($0.name) } == ["third"])
        #expect(second.facts.names.count == 1)
    }

    @Test func `attributes end where the name does`() {
        let text = """
            a.b.c(1).d.e()
            a.if_.is_(2)
            a.continued.nonlocals(3)
            a . b .c()
            x.y\u{E9}.z()
            a.b "text"
            """
        #expect(
            ScannedPython(text.split(separator: "\n").dropLast().joined(separator: "\n")).calls == [
                "a.b.c", "a.if_.is_", "a.continued.nonlocals", "a.b.c", "x.y\u{E9}.z",
            ])
        for wrong in ["a.if()", "a.continue", "a.nonlocal", "a.b'x'", "a.1", "a..b", text] {
            #expect(ScannedPython(wrong + "\n").facts.problem != nil, "\(wrong)")
        }
    }
}
