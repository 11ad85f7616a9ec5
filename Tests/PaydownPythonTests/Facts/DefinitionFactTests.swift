import PaydownPython
import Testing

struct DefinitionFactTests {
    @Test func `a class has its name, bases, scope and span of lines`() {
        let scanned = ScannedPython(
            """
            def outer():
                @final
                ①class A(②b.B, Generic[T], *more, metaclass=③Meta, **options):
                    x = 1

                    def method(self): pass

                # behind it
                y = 2
            """
        )
        let fact = scanned.facts.classes[0]
        #expect(scanned.text(fact.name) == "A")
        #expect(scanned.position(fact.site) == scanned.places[0])
        #expect(scanned.read.line(fact.last) == 6)
        #expect(scanned.scope(fact.site) == "outer")
        let bases = scanned.facts.bases[fact.bases]
        #expect(bases.map(\.kind) == [.base, .base, .unpacked, .keyword, .unpackedKeywords])
        #expect(bases.map { scanned.text($0.name) } == ["b.B", "", "more", "Meta", "options"])
        #expect(bases.map { scanned.text($0.subscripted) } == ["", "Generic", "", "", ""])
        #expect(bases.map { scanned.text($0.keyword) } == ["", "", "", "metaclass", ""])
        #expect(bases.first.map { scanned.read.position($0.offset) } == scanned.places[1])
        #expect(scanned.facts.decorators[fact.decorators].map { scanned.text($0.name) } == ["final"])
    }

    @Test func `methods are functions whose scope is the class, plain and async told apart`() {
        let scanned = ScannedPython(
            """
            class A:
                def plain(self): ...
                ①async def waits(self): ...
                if DEBUG:
                    def extra(self): ...
            def free(): ...
            """
        )
        let functions = scanned.facts.functions
        #expect(functions.map { scanned.text($0.name) } == ["plain", "waits", "extra", "free"])
        #expect(functions.map(\.isAsync) == [false, true, false, false])
        #expect(functions.map { scanned.facts.isClass($0.site.scope) } == [true, true, true, false])
        #expect(functions.map { $0.site.context.contains(.nested) } == [false, false, true, false])
        #expect(scanned.position(functions[1].site) == scanned.places[0])
    }

    @Test func `parameters have kinds, defaults and annotations`() {
        let scanned = ScannedPython("def f(a, b: int = 1, /, c=2, *d, e, f: str = '', **g) -> list[int]: ...\n")
        let fact = scanned.facts.functions[0]
        let parameters = scanned.facts.parameters[fact.parameters]
        #expect(parameters.map { scanned.text($0.name) } == ["a", "b", "c", "d", "e", "f", "g"])
        #expect(
            parameters.map(\.kind) == [
                .positionalOnly, .positionalOnly, .positional, .variadic, .keywordOnly, .keywordOnly, .keywords,
            ]
        )
        #expect(parameters.map(\.hasDefault) == [false, true, true, false, false, true, false])
        #expect(parameters.map { !$0.annotation.isEmpty } == [false, true, false, false, false, true, false])
        #expect(!fact.returns.isEmpty)
    }

    @Test func `the parameters of a lambda are nobody's`() {
        let scanned = ScannedPython("def f(a=lambda x, *y: (x, y)): ...\n")
        #expect(scanned.facts.parameters.map { scanned.text($0.name) } == ["a"])
    }

    @Test func `names assigned in a class body are found with what they are assigned`() {
        let scanned = ScannedPython(
            """
            class A:
                cache = {}
                first = second = []
                _instance: "A" = None
                declared: int
                x, (y, *z) = 1, (2, 3)
                made = build.thing(1)
                total += 1
            """
        )
        let found = scanned.facts.assignments
        #expect(
            found.map { scanned.text($0.target) } == [
                "cache", "first", "second", "_instance", "declared", "x", "y", "z", "made", "total",
            ]
        )
        #expect(
            found.map(\.kind) == [
                .plain, .plain, .plain, .annotated, .declared, .unpacked, .unpacked, .unpacked, .plain, .augmented,
            ]
        )
        #expect(
            found.map(\.value) == [
                .dictionary, .list, .list, .none, .absent, .tuple, .tuple, .tuple, .call, .number,
            ]
        )
        #expect(scanned.text(found[8].callee) == "build.thing")
        #expect(found.allSatisfy { scanned.scope($0.site) == "A" })
    }

    @Test func `decorators have names, called or not`() {
        let scanned = ScannedPython("@a.b\n@c(1)\n@d[0]\ndef f(): ...\n")
        #expect(scanned.facts.decorators.map { scanned.text($0.name) } == ["a.b", "c", ""])
    }

    @Test func `type parameters belong to Python 3.12`() {
        let source = "class A[T: int, *Ts, **P](B): ...\ndef f[T](x: T) -> T: ...\ntype X[T] = list[T]\n"
        #expect(ScannedPython(source, version: .v3_12).facts.problem == nil)
        #expect(ScannedPython(source, version: .v3_11).reason == .newerSyntax)
        #expect(ScannedPython("def f[T = int](): ...\n", version: .v3_12).facts.problem != nil)
        #expect(ScannedPython("def f[T = int](): ...\n", version: .v3_13).facts.problem == nil)
    }
}
