import PaydownProject
import PaydownTestSupport
import Testing

struct CodeOwnersTests {
    /// Pattern, path, whether the pattern is about the path: GitHub's documentation and what follows from it.
    static let cases: [(String, String, Bool)] = [
        ("*", "a.py", true), ("*", "deep/in/a.py", true),
        ("*.py", "a.py", true), ("*.py", "deep/a.py", true), ("*.py", "a.pyw", false),
        ("/build/logs/", "build/logs/a.txt", true), ("/build/logs/", "build/logs/b/c", true),
        ("/build/logs/", "x/build/logs/a", false), ("/build/logs/", "build/logs", false),
        ("docs/*", "docs/start.md", true), ("docs/*", "docs/build/x.md", false), ("docs/*", "x/docs/start.md", false),
        ("apps/", "apps/a.py", true), ("apps/", "x/apps/y/a.py", true), ("apps/", "apps", false),
        ("/docs/", "docs/a/b.md", true), ("/docs/", "x/docs/a.md", false),
        ("/apps/github", "apps/github", true), ("/apps/github", "apps/github/x/y.py", true),
        ("/apps/github", "apps/githubs", false), ("/apps/github", "x/apps/github", false),
        ("**/logs", "build/logs/a", true), ("**/logs", "logs/a", true), ("**/logs", "a/b/logs", true),
        ("/app/**/test.py", "app/test.py", true), ("/app/**/test.py", "app/x/y/test.py", true),
        ("/app/**/test.py", "app/x/other.py", false),
        ("/app/**", "app/a", true), ("/app/**", "app/x/y", true), ("/app/**", "app", false),
        ("/app/**", "apps/a", false),
        ("app", "app/a.py", true), ("app", "x/app/y/a.py", true), ("app", "x/app", true),
        ("app", "application/a", false),
        ("app/core", "app/core/a.py", true), ("app/core", "x/app/core/a.py", false),
        ("/*.py", "a.py", true), ("/*.py", "x/a.py", false),
        ("/*", "a.py", true), ("/*", "x/a.py", false),
        ("app/*/models", "app/x/models/a.py", true), ("app/*/models", "app/models/a.py", false),
        ("test_?.py", "x/test_é.py", true), ("test_?.py", "test_ab.py", false),
        ("a*b*c", "aXbYbZc", true), ("a*b*c", "acb", false), ("**", "x/a", true),
        ("Docs/", "docs/a", false),
    ]

    @Test(arguments: cases)
    func `a pattern is about the paths that GitHub says it is`(pattern: String, path: String, isAbout: Bool) {
        let owners = CodeOwners("\(pattern) @it\n", file: "CODEOWNERS")

        #expect(owners.problems.isEmpty)
        #expect(owners.owners(of: path) == (isAbout ? ["@it"] : []))
    }

    @Test func `the last line that is about a path counts, also when it names nobody`() {
        let owners = CodeOwners("* @all\n*.py @python @org/team\n/app/ a@b.example\n/app/free/\n", file: "CODEOWNERS")

        #expect(owners.owners(of: "readme") == ["@all"])
        #expect(owners.owners(of: "x/a.py") == ["@python", "@org/team"])
        #expect(owners.owners(of: "app/a.py") == ["a@b.example"])
        #expect(owners.owners(of: "app/free/a.py") == [])
        #expect(owners.text(of: "x/a.py") == "@python @org/team")
    }

    @Test func `comments, blank lines, CR LF, tabs and spaces in names are read`() {
        let text = "# all\r\n\r\n*.py\t@a # the rest\r\nwith\\ space/ @b\r\n\\#hash.py @c\r\n"
        let owners = CodeOwners(text, file: "CODEOWNERS")

        #expect(owners.problems.isEmpty)
        #expect(owners.owners(of: "x.py") == ["@a"])
        #expect(owners.owners(of: "with space/x.py") == ["@b"])
        #expect(owners.owners(of: "#hash.py") == ["@c"])
    }

    @Test func `broken lines are told by their number, and the others hold`() {
        let text = "* @all\n!*.py @none\nsrc/[ab].py @range\n*.md nobody\n/ @root\n*.txt @@maintainer\n"
        let owners = CodeOwners(text, file: ".github/CODEOWNERS")

        #expect(
            owners.problems.map(\.description) == [
                ".github/CODEOWNERS:2: '!' cannot take owners away; write a later line that names others, or none",
                ".github/CODEOWNERS:3: 'src/[ab].py' has a range of characters, which CODEOWNERS does not know; use * or ?",
                ".github/CODEOWNERS:4: 'nobody' is no owner; owners are @name, @organisation/team or an e-mail address",
                ".github/CODEOWNERS:5: '/' is no pattern; write a path, such as /docs/ or *.py",
            ])
        #expect(owners.owners(of: "a.md") == ["@all"])
        #expect(owners.owners(of: "a.txt") == ["@@maintainer"])
    }

    @Test func `sections answer each for itself, and lines in them inherit their owners`() {
        let text = """
            * @all
            [Python] @py
            *.py
            /app/special.py @one
            ^[Docs][2] @docs
            *.md
            [python]
            late.py @late
            """
        let owners = CodeOwners(text, file: "CODEOWNERS")

        #expect(owners.problems.isEmpty)
        #expect(owners.owners(of: "a.py") == ["@all", "@py"])
        #expect(owners.owners(of: "app/special.py") == ["@all", "@one"])
        #expect(owners.owners(of: "a.md") == ["@all", "@docs"])
        #expect(owners.owners(of: "late.py") == ["@all", "@late"])
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `patterns agree with regular expressions made of them`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<150 {
            let pattern = Self.randomPattern(&random)
            let path = (0..<Int.random(in: 1...4, using: &random))
                .map { _ in ["a", "b", "ab", "a.py", "ba"].randomElement(using: &random) ?? "a" }
                .joined(separator: "/")
            let twin = try Regex(OwnersTwin.expression(pattern))

            let isAbout = !CodeOwners(pattern + " @x", file: "").owners(of: path).isEmpty

            #expect(isAbout == (path.wholeMatch(of: twin) != nil), "\(pattern) and \(path)")
        }
    }

    private static func randomPattern(_ random: inout SeededRandom) -> String {
        let names = ["a", "b", "ab", "*", "**", "a*", "*.py", "?", "*b"]
        let body = (0..<Int.random(in: 1...3, using: &random))
            .map { _ in names.randomElement(using: &random) ?? "a" }
            .joined(separator: "/")
        return (Bool.random(using: &random) ? "/" : "") + body + (Int.random(in: 0..<4, using: &random) == 0 ? "/" : "")
    }

    @Test func `the file is found in GitHub's places, in their order`() throws {
        for (count, place) in [".gitlab/CODEOWNERS", "docs/CODEOWNERS", "CODEOWNERS", ".github/CODEOWNERS"].enumerated()
        {
            let folder = try TemporaryDirectory()
            for earlier in [".gitlab/CODEOWNERS", "docs/CODEOWNERS", "CODEOWNERS", ".github/CODEOWNERS"].prefix(
                count + 1)
            {
                try folder.write(earlier, "* @\(earlier.utf8.count)\n")
            }

            let owners = try #require(try CodeOwners.read(project: folder.path))

            #expect(owners.file == place)
            #expect(owners.owners(of: "a.py") == ["@\(place.utf8.count)"])
        }
    }

    @Test func `a project below the repository's root is owned by the repository's file`() throws {
        let folder = try TemporaryDirectory()
        try folder.write(".git/HEAD", "")
        try folder.write("CODEOWNERS", "/services/api/ @api\n*.py @all\n/services/api/x.py @x\n")
        try folder.write("services/api/a.py", "")

        let owners = try #require(try CodeOwners.read(project: folder.path + "/services/api/"))

        #expect(owners.owners(of: "x.py") == ["@x"])
        #expect(owners.owners(of: "a.py") == ["@all"])
    }

    @Test func `without a file there are no owners, and one above the repository does not count`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("CODEOWNERS", "* @above\n")
        try folder.write("inner/.git/HEAD", "")

        #expect(try CodeOwners.read(project: folder.path + "/inner") == nil)
    }
}

/// The naive twin: a pattern as a regular expression, by the words of the documentation.
private enum OwnersTwin {
    static func expression(_ pattern: String) -> String {
        var names = pattern.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isRooted = names.first == "" && names.count > 1
        if isRooted { names.removeFirst() }
        let isFolder = names.last == "" && names.count > 1
        if isFolder { names.removeLast() }
        var result = !isRooted && names.count == 1 ? "(?:.*/)?" : ""
        for (index, name) in names.enumerated() {
            let isLast = index == names.count - 1
            if name == "**" {
                result += isLast ? ".+" : "(?:[^/]+/)*"
                continue
            }
            for character in name {
                switch character {
                case "*": result += "[^/]*"
                case "?": result += "[^/]"
                case ".": result += "\\."
                default: result.append(character)
                }
            }
            if !isLast {
                result += "/"
            } else if isFolder {
                result += "/.+"
            } else if name != "*" || !isRooted && names.count == 1 {
                result += "(?:/.*)?"
            }
        }
        return result
    }
}
