import PaydownRules
import Testing

struct NameTestTests {
    private static let name = "app.core.WebSocketManager"

    private static func test(_ build: (inout NameTest) -> Void) -> NameTest {
        var test = NameTest()
        build(&test)
        return test
    }

    @Test(arguments: [
        (test { $0.isOneOf = ["x", name] }, true), (test { $0.isOneOf = ["app.core"] }, false),
        (test { $0.containsAny = ["x", "Socket"] }, true), (test { $0.containsAny = ["socket"] }, false),
        (test { $0.containsAll = ["app", "Manager"] }, true), (test { $0.containsAll = ["app", "manager"] }, false),
        (test { $0.containsNone = ["socket"] }, true), (test { $0.containsNone = ["x", "Socket"] }, false),
        (test { $0.startsWith = ["b", "app."] }, true), (test { $0.startsWith = ["pp"] }, false),
        (test { $0.endsWith = ["Manager"] }, true), (test { $0.endsWith = ["manager", "app"] }, false),
        (test { $0.globs = ["app.*.Web*"] }, true), (test { $0.globs = ["app.*"] }, false),
        (test { $0.globs = ["app.**"] }, true), (test { $0.globs = ["**.WebSocket[A-M]*"] }, true),
        (test { $0.globs = ["app.cor?.WebSocket[!A-M]anager"] }, false),
        (test { $0.regex = "S.*t" }, true), (test { $0.regex = "^core" }, false),
        (
            test {
                $0.containsAll = ["SOCKET"]
                $0.startsWith = ["APP"]
                $0.ignoresCase = true
            }, true
        ),
        (
            test {
                $0.regex = "websocket"
                $0.ignoresCase = true
            }, true
        ),
        (
            test {
                $0.containsAny = ["Socket"]
                $0.containsNone = ["Manager"]
            }, false
        ),
    ]) func `all conditions that are given must hold`(_ test: NameTest, _ passes: Bool) {
        #expect(NameMatcher(test).passes(Self.name) == passes)
    }

    @Test(arguments: [
        ("**/migrations/**", "app/migrations/a.py", true), ("**/migrations/**", "migrations/a.py", true),
        ("**/migrations/**", "app/migrations.py", false), ("build/", "build/a.py", true),
        ("build/", "app/build/a.py", true), ("build/", "app/build", false), ("/build", "app/build/a.py", false),
        ("/build", "build/a.py", true), ("*.py", "app/deep/a.py", true), ("a/*.py", "a/b/c.py", false),
        ("a/b.py", "x/a/b.py", false), ("test_?.py", "test_1.py", true), ("test_[!0-9].py", "test_1.py", false),
        ("\\!a", "!a", true), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true),
    ]) func `a pattern means what it means to Git`(_ pattern: String, _ path: String, _ isOut: Bool) {
        #expect(PathPatterns([pattern]).match(path) == isOut)
    }

    @Test func `a later pattern takes back an earlier one, but not within a folder that is out`() {
        let patterns = PathPatterns(["*.py", "!keep.py", "gone/", "!gone/keep.py"])

        #expect(patterns.match("a.py"))
        #expect(!patterns.match("app/keep.py"))
        #expect(patterns.match("gone/keep.py"))
    }
}
