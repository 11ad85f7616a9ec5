import PaydownProject
import PaydownScreen
import PaydownTestSupport
import Testing

@Suite struct ThemeReportTests {
    @Test func `the list marks the theme in use and tells what was left out`() throws {
        let folder = try TemporaryDirectory()
        try folder.write("mine.toml", "inherits = \"paydown-light\"\n")
        let broken = try folder.write("broken.toml", "moed = \"dark\"\n")

        let result = ThemeReport.list(
            ThemeLibrary(userFolder: folder.path, projectFolder: nil), current: "mine")

        let lines = result.text.split(separator: "\n").map(String.init)
        #expect(lines.first == "   base              any    built in")
        #expect(lines.contains("*  mine              light  \(folder.path)/mine.toml"))
        #expect(lines.suffix(2) == ["left out:", "\(broken):1:1: unknown key 'moed'; did you mean 'mode'?"])
        #expect(!result.isGood)
        #expect(ThemeReport.list(.builtIn, current: nil).isGood)
    }

    @Test func `a check has every role, at four depths and with four contrasts`() {
        let result = ThemeReport.check("paydown-dark", .builtIn)

        #expect(result.isGood)
        let rows = result.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        for role in Role.allCases { #expect(rows.contains { $0.first == role.name }, "\(role.name)") }
        // Computed by hand from WCAG: 12.75 and 12.18 on the page; cut, not rounded.
        #expect(rows.contains(["text", "#d7dae0", "253", "default", "-", "12.7", "12.1", "9.0", "9.4"]))
        #expect(rows.contains(["selection", "#2b3340", "236", "reverse", "reverse"]))
    }

    @Test func `a check of a file with poor contrast says where, and fails`() throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write(
            "pale.toml",
            """
            inherits = "paydown-dark"
            [palette]
            leaf = "#2f4f37"
            [roles.16]
            warn = "yellow"
            """)

        let result = ThemeReport.check(path, .builtIn)

        #expect(!result.isGood)
        #expect(result.text.contains("good on selection: contrast 1.3 in RGB, below 4.5\n"))
        #expect(result.text.contains("warn: yellow text in 16 colours, on a background that may be the same\n"))
        #expect(!result.text.contains("bad on"))
    }

    @Test(arguments: [
        ("[roles]\ngod = 1\n", "mine.toml:2:1: unknown key 'god' in [roles]; did you mean 'good'?\n"),
        (
            "inherits = \"nrod\"\n",
            "mine.toml:1:12: inherits from 'nrod', and no theme has that name; did you mean 'nord'? "
        ),
        ("[roles]\ngood = \"laef\"\n", "mine.toml:2:8: unknown colour 'laef'; "),
        ("inherits = \"mine\"\n", "mine.toml:1:12: themes inherit in a circle: mine -> mine ("),
    ])
    func `a check of a broken file tells its mistakes`(text: String, message: String) throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write("mine.toml", text)

        let result = ThemeReport.check(path, .builtIn)

        #expect(!result.isGood)
        #expect(result.text.hasPrefix(folder.path + "/" + message), "\(result.text)")
    }

    @Test func `a check of nothing that is there fails with a reason`() {
        let result = ThemeReport.check("no/such.toml", .builtIn)

        #expect(!result.isGood)
        #expect(result.text.hasPrefix("no/such.toml: cannot be read: no such file or directory; "))
    }

    @Test func `a theme is shown in its own colours when there are colours`() throws {
        let colored = try ThemeReport.show("nord", .builtIn, depth: .trueColor, isColored: true)
        let plain = try ThemeReport.show("nord", .builtIn, depth: .trueColor, isColored: false)

        #expect(colored.contains("\u{1B}[0;38;2;235;203;139;48;2;46;52;64m warn"))
        #expect(!plain.utf8.contains(0x1B))
        #expect(plain.hasPrefix("nord, dark, RGB, from paydown-dark, base\n"))
        for role in Role.allCases { #expect(plain.contains(" \(role.name) ")) }
    }
}
