import PaydownProject
import PaydownScreen
import Testing

@Suite struct ThemeFileTests {
    @Test func `a theme file's every part is read`() throws {
        let text = """
            name = "mine"
            inherits = "paydown-dark"
            mode = "light"
            pair = "yours"
            [palette]
            leaf = "#7fc98f"
            [roles]
            good = "leaf"
            bad = 160
            background = "#fbfaf8"
            selection = { bg = "#dde6f2", bold = true }
            "text.muted" = { fg = "244", dim = true, italic = false }
            series.plan = "bright-black"
            text.match = { fg = "leaf", underline = true, reverse = true }
            [roles.16]
            good = "green"
            text.faint.dim = true
            [roles.mono]
            bad = { bold = true }
            """

        let file = ThemeFile(text, stem: "stem", file: "mine.toml")
        let document = file.document

        #expect(file.errors == [])
        #expect(document.name == "mine")
        #expect(document.inherits == Positioned("paydown-dark", at: TextPosition(line: 2, column: 12)))
        #expect(document.mode == .light)
        #expect(document.pair?.value == "yours")
        #expect(document.palette["leaf"]?.value == ColorWord("#7fc98f"))
        #expect(document.roles[.good]?.foreground?.value == .palette("leaf"))
        #expect(document.roles[.bad]?.foreground?.value == .color(.indexed(160)))
        #expect(document.roles[.background]?.background?.value == ColorWord("#fbfaf8"))
        #expect(document.roles[.background]?.foreground == nil)
        #expect(document.roles[.selection]?.attributes == .bold)
        #expect(document.roles[.textMuted]?.attributes == .dim)
        #expect(document.roles[.seriesPlan]?.foreground?.value == .color(.indexed(8)))
        #expect(document.roles[.textMatch]?.attributes == [.underline, .reverse])
        #expect(document.roles.count == 7)
        #expect(document.roles16[.textFaint]?.attributes == .dim)
        #expect(document.roles16[.good]?.foreground?.value == .color(.indexed(2)))
        #expect(document.rolesMono == [.bad: RoleStyle(attributes: .bold)])
    }

    @Test func `a theme without a name is called as its file`() {
        #expect(ThemeFile("", stem: "stem", file: "stem.toml").document.name == "stem")
    }

    @Test func `a role and its family may be written together`() {
        let text = "[roles]\ntext = { fg = \"red\", muted = \"green\" }\n"

        let file = ThemeFile(text, stem: "x", file: "x.toml")

        #expect(file.errors == [])
        #expect(file.document.roles[.text]?.foreground?.value == .color(.indexed(1)))
        #expect(file.document.roles[.textMuted]?.foreground?.value == .color(.indexed(2)))
    }

    @Test(arguments: [
        ("nmae = \"x\"", "x.toml:1:1: unknown key 'nmae'; did you mean 'name'?"),
        ("name = 7", "x.toml:1:8: 'name' is a whole number, not a string; write a string"),
        ("name = \"\"", "x.toml:1:8: 'name' cannot be ''; write a theme's name"),
        ("mode = \"drak\"", "x.toml:1:8: 'mode' cannot be 'drak'; did you mean 'dark'?"),
        ("mode = \"x\"", "x.toml:1:8: 'mode' cannot be 'x'; write 'dark', 'light' or 'any'"),
        ("palette = 1", "x.toml:1:11: 'palette' is a whole number, not a table; write a table"),
        ("[roles]\ngod = \"red\"", "x.toml:2:1: unknown key 'god' in [roles]; did you mean 'good'?"),
        (
            "[roles]\n  \"text.mutde\" = \"red\"",
            "x.toml:2:3: unknown key 'text.mutde' in [roles]; did you mean 'text.muted'?"
        ),
        (
            "[roles]\ntext.mutde = \"red\"",
            "x.toml:2:6: unknown key 'text.mutde' in [roles]; did you mean 'text.muted'?"
        ),
        (
            "[roles]\ngood = { fg = \"red\", bodl = true }",
            "x.toml:2:22: unknown key 'bodl' in [roles.good]; did you mean 'bold'?"
        ),
        (
            "[roles]\ngood = { bold = 1 }",
            "x.toml:2:17: 'bold' is a whole number, not true or false; write true or false"
        ),
        (
            "[roles]\ngood = \"#12345\"",
            "x.toml:2:8: 'good' cannot be '#12345'; "
                + "write '#rrggbb', 'default', an ANSI name, 0 to 255 or a name from [palette]"
        ),
        ("[roles]\ngood = 256", "x.toml:2:8: 'good' cannot be '256'; write a number from 0 to 255"),
        ("[roles]\ngood = true", "x.toml:2:8: 'good' is true or false, not a colour; write a colour"),
        (
            "[roles]\nbackground = { fg = \"red\" }",
            "x.toml:2:16: 'background' cannot be 'fg'; write the text's colour as 'text'"
        ),
        (
            "[roles.16]\ngood = \"#00ff00\"",
            "x.toml:2:8: 'good' cannot be '#00ff00'; write one of the sixteen ANSI names or 'default'"
        ),
        ("[roles.16]\ngood = \"gren\"", "x.toml:2:8: 'good' cannot be 'gren'; did you mean 'green'?"),
        (
            "[roles.mono]\ngood = \"green\"",
            "x.toml:2:8: 'good' cannot be 'green'; write attributes only, such as { bold = true }"
        ),
        (
            "[roles.mono]\ngood = { dim = true }",
            "x.toml:2:10: 'good' cannot be 'dim'; write bold, underline or reverse: dim is grey, a colour"
        ),
        (
            "[palette]\nred = \"#ff0000\"",
            "x.toml:2:1: 'palette' cannot be 'red'; write a name that is no colour's already"
        ),
        ("[palette\n", "x.toml:1:9: not valid TOML"),
    ])
    func `a mistake is told with its place and the way out`(text: String, message: String) {
        let errors = ThemeFile(text, stem: "x", file: "x.toml").errors

        #expect(errors.count == 1)
        #expect(errors.first?.description.hasPrefix(message) == true, "\(errors.map(\.description))")
    }

    @Test func `all mistakes are told, in the order of the text`() {
        let text = "mode = 1\n[roles]\ngod = 1\nbad = 999\n[roles.mono]\ninfo = \"red\"\n"

        let errors = ThemeFile(text, stem: "x", file: "x.toml").errors

        #expect(errors.map(\.position?.line) == [1, 3, 4, 6])
    }
}
