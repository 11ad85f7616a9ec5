import PaydownCore
import PaydownPython
import Testing

/// Names have numbers of the file's own until its end; here many files share one table.
struct NameNumberTests {
    @Test(arguments: [1, 47, 48, 49, 600, 5000])
    func `each of many names comes out as it was written`(_ count: Int) {
        let names = (0..<count).map { "name_\($0)" }
        let text = names.map { "def \($0)(x): module.\($0)(x, key='\($0).y')\n" }.joined()

        let scanned = ScannedPython(text)

        #expect(scanned.facts.functions.map { scanned.text($0.name) } == names)
        #expect(scanned.calls == names.map { "module." + $0 })
        #expect(scanned.facts.dottedStrings.map { scanned.text($0.text) } == names.map { $0 + ".y" })
    }

    @Test func `a name has one id in all files of a table`() {
        let scanner = PythonScanner()
        var source = SourceText()
        var facts = FileFacts()
        var names = StringTable()
        var ids: Set<StringID> = []
        for round in 0..<20 {
            let others = (0..<round * 40).map { "other_\(round)_\($0)()\n" }.joined()
            source.load(Array((others + "shared . name()\nshared.name()\n").utf8))
            scanner.scan(&source, into: &facts, names: &names)
            for fact in facts.calls.suffix(2) { ids.insert(fact.name) }
        }

        #expect(ids.map { names[$0] } == ["shared.name"])
    }

    @Test func `names that are written differently and mean the same are one`() {
        // The ligature is `fi` in the form that identifiers have.
        let scanned = ScannedPython("\u{FB01}le()\nfile()\n( file )()\n")

        #expect(scanned.calls == ["file", "file", "file"])
        #expect(Set(scanned.facts.calls.map(\.name)).count == 1)
    }

    @Test func `a refused file adds no names`() {
        let scanner = PythonScanner()
        var source = SourceText()
        var facts = FileFacts()
        var names = StringTable()
        source.load(Array("import a.b\nc(d e)\n".utf8))

        scanner.scan(&source, into: &facts, names: &names)

        #expect(facts.problem != nil)
        #expect(names.count == 1)
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
