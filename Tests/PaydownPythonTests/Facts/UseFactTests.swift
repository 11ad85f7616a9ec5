import PaydownPython
import Testing

struct UseFactTests {
    @Test func `calls of bare and dotted names are found where CPython puts them`() {
        let scanned = ScannedPython(
            """
            ①f(②g.h(1), x)
            (③a.
                b)(2)
            x().y()
            "text".join(z)
            value = ④await_(lambda: ⑤inner())
            """
        )
        #expect(scanned.calls == ["f", "g.h", "a.b", "x", "await_", "inner"])
        #expect(scanned.position(scanned.facts.calls[0].site) == scanned.places[0])
        #expect(scanned.position(scanned.facts.calls[1].site) == scanned.places[1])
        // The call begins at the parenthesis.
        #expect(scanned.position(scanned.facts.calls[2].site) == Position(line: 2, column: 1))
        #expect(scanned.position(scanned.facts.calls[4].site) == scanned.places[3])
        #expect(scanned.position(scanned.facts.calls[5].site) == scanned.places[4])
    }

    @Test func `a call knows its scope, its key and its statement`() {
        let bytes = Array("class A:\n    def m(self):\n        x = os.getenv(\"HOME\", 1)  # c\n".utf8)
        let scanned = ScannedPython(bytes: bytes)
        let call = scanned.facts.calls[0]
        #expect(scanned.scope(call.site) == "A.m")
        #expect(scanned.text(call.key) == "HOME")
        let span = scanned.facts.statements[Int(call.site.statement)]
        let statement = String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
        #expect(statement == "x = os.getenv(\"HOME\", 1)")
    }

    @Test func `subscriptions by a key are found`() {
        let scanned = ScannedPython("a = ①os.environ['HOME']\nb = x[0]\nc = d['two words']\n")
        #expect(scanned.facts.subscripts.map { scanned.text($0.name) } == ["os.environ"])
        #expect(scanned.facts.subscripts.map { scanned.text($0.key) } == ["HOME"])
        #expect(scanned.position(scanned.facts.subscripts[0].site) == scanned.places[0])
    }

    @Test func `strings that look like dotted names are found, pieces joined`() {
        let scanned = ScannedPython(
            """
            ①"a.b.C"
            x("one", ②r'p.q', f"a.b", b"a.b", "a..b", "a.b ", "1.2", ".a", "a.")
            y = (③"app."
                 "core.thing")
            """
        )
        #expect(scanned.facts.dottedStrings.map { scanned.text($0.text) } == ["a.b.C", "p.q", "app.core.thing"])
        #expect(scanned.facts.dottedStrings.map { scanned.position($0.site) } == scanned.places)
    }

    @Test func `module-level assignments and globals are found`() {
        let scanned = ScannedPython(
            """
            registry = {}
            def f():
                ①global registry, other
                nonlocal third
                registry = None
            """
        )
        #expect(scanned.facts.globals.map { scanned.text($0.name) } == ["registry", "other", "third"])
        #expect(scanned.facts.globals.map(\.isNonlocal) == [false, false, true])
        #expect(scanned.position(scanned.facts.globals[0].site) == scanned.places[0])
        #expect(scanned.facts.assignments.map { scanned.text($0.target) } == ["registry"])
    }

    @Test func `attributes are assigned by their dotted names`() {
        let scanned = ScannedPython("cls._instance = cls()\na[0].b = 1\nself.x, y.z[1], w = t\n")
        #expect(scanned.facts.assignments.map { scanned.text($0.target) } == ["cls._instance", "self.x", "w"])
        #expect(scanned.text(scanned.facts.assignments[0].callee) == "cls")
    }

    @Test func `in a function only dotted names are assignments, and none of self`() {
        let scanned = ScannedPython(
            """
            def f():
                local = 1
                self.x = 2
                A._instance, selfish.y = 3, 4
                class C:
                    attribute = 5
            """
        )
        #expect(scanned.facts.assignments.map { scanned.text($0.target) } == ["A._instance", "selfish.y", "attribute"])
    }

    @Test func `calls in f-strings are found, before and since Python 3.12`() {
        let source = "x = f\"{①a.b(1)!r:>{②width()}} {{no()}} {③c(d['k'])=}\"\n"
        for version in PythonVersion.allCases {
            let scanned = ScannedPython(source, version: version)
            #expect(scanned.calls == ["a.b", "width", "c"])
            #expect(scanned.facts.calls.map { scanned.position($0.site) } == scanned.places)
        }
    }

    @Test func `a refused file has no facts`() {
        let scanned = ScannedPython("import a\nf(1)\nx = = 2\n")
        #expect(scanned.facts.problem?.position == Position(line: 3, column: 5))
        #expect(scanned.facts.imports.isEmpty && scanned.facts.calls.isEmpty)
    }
}
