import PaydownTestSupport
import Testing

@testable import PaydownScan

struct IgnoreOracleTests {
    @Test(arguments: UInt64(1)...12)
    func `the files listed are those that Git does not ignore`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let repository = try GitRepository()
        try repository.write(".git/info/exclude", Self.lines(2, &random))
        for folder in Self.folders where folder.isEmpty || Bool.random(using: &random) {
            try repository.write(folder + ".gitignore", Self.lines(Int.random(in: 1...6, using: &random), &random))
        }
        for folder in Self.folders {
            for name in Self.names { try repository.write(folder + name + ".py") }
        }

        let shared = IgnoreFile(Array((repository.directory.read(".git/info/exclude") ?? "").utf8), name: "exclude")
        let listing = try ProjectWalker.list(WorkTree(repository.path), shared: shared)

        let others = try repository.git("ls-files", "-z", "--others", "--exclude-standard", "--", "*.py")
        let expected = others.split(separator: "\0").map(String.init).sorted()
        #expect(listing.files == expected)
    }

    @Test(arguments: [
        ("*.py\n!keep.py", "keep.py", true), ("*.py\n!keep.py", "other.py", false),
        ("/top.py", "top.py", false), ("/top.py", "a/top.py", true), ("a/b.py", "x/a/b.py", true),
        ("build/", "build/x.py", false), ("build/", "a/build/x.py", false), ("x.py/", "x.py", true),
        ("**/gen/*.py", "a/b/gen/x.py", false), ("a/**/z.py", "a/z.py", false), ("a/**/z.py", "a/b/c/z.py", false),
        ("a/**", "a/b/c.py", false), ("a**z.py", "abcz.py", false), ("a/**z.py", "a/b/cz.py", true),
        ("trailing.py   ", "trailing.py", false), ("escaped.py\\ ", "escaped.py", true), ("\\#x.py", "#x.py", false),
        ("# x.py", "# x.py", true), ("\\!x.py", "!x.py", false), ("[a-c]?.py", "b1.py", false),
        ("[!a-c].py", "d.py", false), ("[[:digit:]].py", "7.py", false), ("[[:nope:]].py", "7.py", true),
        ("x[.py", "x[.py", true), ("build\n!build/keep.py", "build/keep.py", false), ("x.py\r", "x.py", false),
        ("\u{FEFF}x.py", "x.py", false), ("x.py\\", "x.py", true), ("", "x.py", true), ("/", "x.py", true),
    ])
    func `a pattern means what Git says it means`(pattern: String, file: String, isListed: Bool) throws {
        let repository = try GitRepository()
        try repository.write(".gitignore", pattern)
        try repository.write(file)

        let listing = try ProjectWalker.list(WorkTree(repository.path))

        #expect(listing.files == (isListed ? [file] : []))
        let others = try repository.git("ls-files", "-z", "--others", "--exclude-standard", "--", file)
        #expect(listing.files == others.split(separator: "\0").map(String.init))
    }

    private static let folders = ["", "a/", "a/b/", "a/b/c/", "b/", "b/a/", "ab/", "c/", "c/c/c/"]
    private static let names = ["a", "b", "ab", "abc", "c", "a-b", "x[y]", "b c"]
    private static let parts = [
        "a", "b", "c", "ab", "*", "**", "?", "a*", "*b", "[ab]", "[!a]", "a**", "**b", "*.py", "a.py", "b.py", "ab.py",
        "?.py", "[a-b]*.py", "x\\[y\\].py", "b c.py", "*[[:alpha:]].py", "***",
    ]

    private static func lines(_ count: Int, _ random: inout SeededRandom) -> String {
        var lines: [String] = []
        for _ in 0..<count {
            var line = Int.random(in: 0..<4, using: &random) == 0 ? "!" : ""
            if Int.random(in: 0..<4, using: &random) == 0 { line += "/" }
            let length = Int.random(in: 1...3, using: &random)
            line += (0..<length).map { _ in parts.randomElement(using: &random) ?? "a" }.joined(separator: "/")
            if Int.random(in: 0..<5, using: &random) == 0 { line += "/" }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}
