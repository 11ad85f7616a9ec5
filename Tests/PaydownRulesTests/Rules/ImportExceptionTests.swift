import PaydownCore
import PaydownProject
import PaydownRules
import Testing

/// Contracts about imports: what they leave out of account, and libraries that are reached by way of others.
struct ImportExceptionTests {
    private func count(_ rule: String, _ files: [String: String]) throws -> Int {
        try CheckedTree("[[rule]]\nid = \"r\"\n" + rule, files).outcome.rules[0].count
    }

    private static let chain = [
        "app/core/a.py": "import app.glue", "app/glue.py": "import app.more", "app/more.py": "import sqlite3.dbapi2",
    ]

    @Test func `a library that is reached by way of others counts, unless only direct imports do`() throws {
        let rule = "kind = \"forbidden\"\nfrom = \"app.core\"\ninto = \"sqlite3\"\n"

        #expect(try count(rule, Self.chain) == 1)
        #expect(try count(rule + "indirect = false", Self.chain) == 0)
        let tree = try CheckedTree("[[rule]]\nid = \"r\"\n" + rule, Self.chain)
        #expect(tree.findings[0].symbol == "app.core.a -> sqlite3.dbapi2")
        #expect(tree.findings[0].message.contains("app.core.a -> app.glue -> app.more -> sqlite3.dbapi2"))
    }

    @Test(arguments: [
        ("app.glue -> app.more", 0), ("app.* -> app.*", 0), ("app.more -> sqlite3.**", 0), ("app.more -> sqlite3", 1),
        ("app.glue -> app.*.deep", 1), ("app.core.a->app.glue", 0), ("app.more -> app.glue", 1),
    ])
    func `an exception takes an import out of every chain`(_ exception: String, _ expected: Int) throws {
        let rule = "kind = \"forbidden\"\nfrom = \"app.core\"\ninto = \"sqlite3\"\nexcept = [\"\(exception)\"]"

        #expect(try count(rule, Self.chain) == expected)
    }

    @Test func `layers and independence have exceptions as well`() throws {
        let files = ["app/low.py": "import app.high", "app/high.py": "import app.low"]

        #expect(try count("kind = \"layers\"\nlayers = [\"app.high\", \"app.low\"]", files) == 1)
        #expect(
            try count(
                "kind = \"layers\"\nlayers = [\"app.high\", \"app.low\"]\nexcept = \"app.low -> app.high\"", files) == 0
        )
        #expect(
            try count(
                "kind = \"independence\"\nmodules = [\"app.high\", \"app.low\"]\nexcept = \"app.low -> app.high\"",
                files)
                == 1)
    }

    @Test(arguments: ["app.a", "app.a -> ", "-> app.b", "app.a -> app.b -> app.c", "app a -> b"])
    func `an exception that is no import is refused at its place`(_ text: String) throws {
        do {
            _ = try ProjectRules(
                text: "[[rule]]\nid = \"r\"\nkind = \"forbidden\"\nfrom = \"a\"\ninto = \"b\"\nexcept = [\"\(text)\"]",
                file: "p.toml")
            Issue.record("'\(text)' was taken")
        } catch {
            #expect(error.description.hasPrefix("p.toml:6:10: 'except' cannot be '\(text)'"))
        }
    }
}
