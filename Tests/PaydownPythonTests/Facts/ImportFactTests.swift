import PaydownPython
import Testing

struct ImportFactTests {
    @Test func `each module of an import statement is an import of its own`() {
        let scanned = ScannedPython("①import ②os, ③a.b . c as d\n")
        let imports = scanned.facts.imports
        #expect(imports.map { scanned.text($0.module) } == ["os", "a.b.c"])
        #expect(imports.map { scanned.text($0.alias) } == ["", "d"])
        #expect(imports.map { scanned.position($0.site) } == [scanned.places[0], scanned.places[0]])
        #expect(imports.map { scanned.read.position($0.moduleOffset) } == [scanned.places[1], scanned.places[2]])
        #expect(imports.allSatisfy { !$0.isFrom })
    }

    @Test func `a from import is one import with its names, aliases and places`() {
        let scanned = ScannedPython("①from a.b import (②c as d,  # why\n  ③e,\n)\n")
        let fact = scanned.facts.imports[0]
        #expect(fact.isFrom && scanned.text(fact.module) == "a.b" && fact.level == 0)
        #expect(scanned.position(fact.site) == scanned.places[0])
        let names = scanned.facts.importedNames[fact.names]
        #expect(names.map { scanned.text($0.name) } == ["c", "e"])
        #expect(names.map { scanned.text($0.alias) } == ["d", ""])
        #expect(names.map { scanned.read.position($0.offset) } == [scanned.places[1], scanned.places[2]])
    }

    @Test(arguments: [
        ("from . import x", "", 1), ("from .a import x", "a", 1), ("from ...a.b import x", "a.b", 3),
        ("from .... import x", "", 4), ("from . . a import *", "a", 2),
    ])
    func `dots give the level of a relative import`(_ line: String, _ module: String, _ level: UInt32) {
        let scanned = ScannedPython(line + "\n")
        #expect(scanned.text(scanned.facts.imports[0].module) == module)
        #expect(scanned.facts.imports[0].level == level)
    }

    @Test func `an import knows whether a try, a handler, a function or TYPE_CHECKING is around it`() {
        let scanned = ScannedPython(
            """
            import a
            try:
                import b
            except ImportError:
                import c
            else:
                import d
            def f():
                import e
            if typing.TYPE_CHECKING:
                import g
            else:
                import h
            if TYPE_CHECKING: import i
            """
        )
        let contexts = scanned.facts.imports.map(\.site.context)
        #expect(
            contexts == [
                [], [.inTry, .nested], [.inHandler, .nested], .nested, .inFunction, [.typeChecking, .nested], .nested,
                [.typeChecking, .nested],
            ]
        )
    }

    @Test(arguments: [
        "import a.b as c.d", "from x import", "from x import (a, b", "from x import a,", "from x import ()",
        "from x import (*)", "import a as", "from import x", "import a, ", "from . x import y as 1",
    ])
    func `malformed imports are refused`(_ line: String) {
        #expect(ScannedPython(line + "\n").facts.problem != nil)
    }
}
