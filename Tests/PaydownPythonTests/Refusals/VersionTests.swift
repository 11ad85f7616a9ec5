import PaydownPython
import Testing

/// Which Python first accepts a construct.
struct VersionTests {
    @Test(arguments: [
        ("for x in *a, *b: pass", PythonVersion.v3_9), ("@x[0].y\ndef f(): pass", .v3_9),
        ("with (open(a) as b, c as d,): pass", .v3_9), ("x = a[b := 1]", .v3_10), ("x = {b := 1}", .v3_9),
        ("match x:\n    case 1: pass", .v3_10), ("x = a[*b]", .v3_11), ("def f(*a: *b): pass", .v3_11),
        ("try: pass\nexcept* E: pass", .v3_11), ("x = f'{a['b']}'", .v3_12), ("x = f'{a # c\n}'", .v3_12),
        ("x = f'{'\\n'.join(a)}'", .v3_12), ("type X = int", .v3_12), ("def f[T](): pass", .v3_12),
        ("type X[T = int] = T", .v3_13),
    ])
    func `newer syntax is refused before its version`(_ source: String, _ first: PythonVersion) {
        for version in PythonVersion.allCases {
            let problem = ScannedPython(source + "\n", version: version).facts.problem
            #expect((problem == nil) == (version >= first), "\(version): \(String(describing: problem))")
        }
    }

    @Test func `soft keywords stay names where no statement of theirs begins`() {
        let source = """
            match = case = type = _ = 1
            match(x)
            match[x] = 1
            match.y, z = 1, 2
            match: int = 3
            print(match, case, type)
            type(x)
            type = 5
            match - 1
            match * a, b
            match (a), b
            """
        for version in PythonVersion.allCases {
            #expect(ScannedPython(source, version: version).facts.problem == nil)
        }
    }

    @Test(arguments: [
        "case -1 | 2.5 | 1 + 2j | 'a' 'b' | None: pass", "case a.b.C(x, y=1, z=[*_, 2],): pass",
        "case {'k': v, 1: _, a.b: c, **rest}: pass", "case (x), [y], (), [], (z,), *rest: pass",
        "case [a, (b | c) as d] if d > 1: pass", "case {}: pass", "case str() as s: pass",
    ])
    func `patterns are read`(_ pattern: String) {
        #expect(ScannedPython("match x, *y:\n    \(pattern)\n").facts.problem == nil)
    }

    @Test(arguments: [
        "case 1 + 2: pass", "case a as _: pass", "case {**_}: pass", "case C(x=1, y): pass", "case *x: pass",
        "case {a: 1}: pass", "case (*x): pass", "case f'{a'}: pass", "case -x: pass", "case a as b.c: pass", "pass",
    ])
    func `malformed patterns are refused`(_ pattern: String) {
        #expect(ScannedPython("match x:\n    \(pattern)\n").facts.problem != nil)
    }
}
