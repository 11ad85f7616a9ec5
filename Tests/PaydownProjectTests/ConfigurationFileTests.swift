import PaydownCore
import PaydownProject
import PaydownScreen
import Testing

@Suite struct ConfigurationFileTests {
    @Test func `the user's own file sets looks, keys and programs`() throws {
        let text = """
            theme = { dark = "nord", light = "paydown-light" }
            mouse = false
            glyphs = "ascii"
            motion = false
            accessible = true
            editor = ["code", "--wait"]
            clipboard = ["wl-copy"]
            [keys]
            quit = "q"
            list.next = ["j", "down", "^n"]
            "list.previous" = []
            """

        let settings = try settings(text, .user)

        #expect(settings.theme?.value == .byMode(dark: "nord", light: "paydown-light"))
        #expect(settings.mouse == false)
        #expect(settings.glyphs == .ascii)
        #expect(settings.motion == false)
        #expect(settings.accessible == true)
        #expect(settings.editor == ["code", "--wait"])
        #expect(settings.clipboard == ["wl-copy"])
        #expect(settings.keys.map(\.action) == ["quit", "list.next", "list.previous"])
        #expect(
            settings.keys.map(\.keys) == [[.character("q")], [.character("j"), .down, .control("n")], []])
        #expect(settings.keys.map(\.origin.text) == ["x.toml:9:1", "x.toml:10:6", "x.toml:11:1"])
    }

    @Test func `a project's file has a plan, and its other tables are kept as they are`() throws {
        let text = """
            theme = "nord"
            [project]
            name = "netra-apex"
            python = "3.11"
            [scope.websocket]
            paths = ["app"]
            [[rule]]
            id = "deprecated-import"
            module.contains-any = ["a.b"]
            [[phase]]
            name = "Critical infrastructure"
            due = 2025-09-28
            protects = "chat"
            targets = { "manager-import.paths" = "<= 1", tests = ">= 95 %", zero = 0 }
            [[phase]]
            id = "two"
            name = "Two"
            starts = "2025-09-29"
            due = 2025-10-12
            [phase.targets]
            duplicate-class.names = { target = "< 10", baseline = 122 }
            [gate]
            new = "fail"
            [[suppression]]
            rule = "x"
            [golden-path]
            command = ["pytest"]
            """

        let settings = try settings(text, .project)

        #expect(settings.theme?.value == .named("nord"))
        #expect(settings.projectName == "netra-apex")
        #expect(
            settings.plan
                == Plan(phases: [
                    Phase(
                        id: "critical-infrastructure", name: "Critical infrastructure", due: Day("2025-09-28"),
                        protects: "chat",
                        targets: [
                            PhaseTarget(measure: "manager-import.paths", target: Target(.atMost, 1)),
                            PhaseTarget(measure: "tests", target: Target(.atLeast, 95, isPercent: true)),
                            PhaseTarget(measure: "zero", target: Target(.equal, 0)),
                        ]),
                    Phase(
                        id: "two", name: "Two", starts: Day("2025-09-29"), due: Day("2025-10-12"),
                        targets: [
                            PhaseTarget(
                                measure: "duplicate-class.names", target: Target(.below, 10), baseline: 122)
                        ]),
                ]))
        #expect(Set(settings.tables.keys) == ["project", "scope", "rule", "gate", "suppression", "golden-path"])
        let rule = settings.tables["rule"]?.array?.first?.table
        #expect(rule?["id"]?.position == TextPosition(line: 8, column: 6))
        #expect(settings.tables["project"]?.table?["python"]?.string == "3.11")
    }

    @Test func `of a pyproject only tool paydown counts`() throws {
        let text = """
            [project]
            name = "not ours"
            [tool.ruff]
            mouse = 7
            [tool.paydown]
            mouse = false
            [tool.paydown.project]
            name = "ours"
            [[tool.paydown.phase]]
            name = "One"
            """

        let settings = try settings(text, .pyproject)

        #expect(settings.mouse == false)
        #expect(settings.projectName == "ours")
        #expect(settings.plan.phases.map(\.id) == ["one"])
    }

    @Test func `a pyproject without a word about paydown has no mistakes of ours`() {
        #expect(file("[tool.ruff]\nx = 1\n", .pyproject).errors == [])
        #expect(file("[broken\n", .pyproject).errors == [])
        #expect(file("[tool.paydown]\n[broken\n", .pyproject).errors.count == 1)
    }

    @Test func `a mistake in a pyproject is told at its place there`() {
        let errors = file("[project]\nname = \"x\"\n[tool.paydown]\nmose = true\n", .pyproject).errors

        #expect(errors.map(\.description) == ["x.toml:4:1: unknown key 'mose'; did you mean 'mouse'?"])
    }

    @Test(arguments: ["editor", "clipboard"])
    func `a project's file must not name a program to run`(key: String) {
        let errors = file("\(key) = [\"curl\", \"evil\"]\n", .project).errors

        #expect(
            errors.map(\.description) == [
                "x.toml:1:1: '\(key)' names a program to run, which a project's file must not; "
                    + "write it in ~/config.toml"
            ])
        #expect(file("\(key) = [\"curl\"]\n", .project).settings.editor == nil)
        #expect(file("\(key) = [\"curl\"]\n", .project).settings.clipboard == nil)
    }

    @Test func `what concerns a project is no matter for the user's file`() {
        #expect(
            file("[gate]\nnew = \"fail\"\n", .user).errors.map(\.description) == [
                "x.toml:1:2: 'gate' is a project's matter; write it in the project's paydown.toml"
            ])
    }

    @Test(arguments: [
        ("theme = 1", "1:9: 'theme' is a whole number, not a name or { dark = \"…\", light = \"…\" }"),
        ("theme = \"\"", "1:9: 'theme' cannot be ''; write 'auto' or a name"),
        ("theme = { dark = \"x\" }", "1:9: theme has no 'light'; add 'light'"),
        (
            "theme = { dark = \"x\", light = \"y\", drak = \"z\" }",
            "1:36: unknown key 'drak' in [theme]; did you mean 'dark'?"
        ),
        ("mouse = \"on\"", "1:9: 'mouse' is a string, not true or false; write true or false"),
        ("glyphs = \"asci\"", "1:10: 'glyphs' cannot be 'asci'; did you mean 'ascii'?"),
        ("glyphs = \"emoji\"", "1:10: 'glyphs' cannot be 'emoji'; write 'auto', 'unicode' or 'ascii'"),
        ("montion = true", "1:1: unknown key 'montion'; did you mean 'motion'?"),
        ("zzz = true", "1:1: unknown key 'zzz'; known are theme, keys, mouse, glyphs, motion, accessible"),
        ("keys = 1", "1:8: 'keys' is a whole number, not a table; write a table"),
        ("[keys]\nquit = true", "2:8: 'quit' is true or false, not a key's name or a list of them"),
        ("[keys]\nquit = \"entre\"", "2:8: 'quit' cannot be 'entre'; did you mean 'enter'?"),
        ("[keys]\nquit = [\"q\",\n  \"F13\"]", "3:3: 'quit' cannot be 'F13'; write a key such as 'j'"),
        ("[keys]\nquit = [1]", "2:9: 'quit' is a whole number, not a string; write a string"),
        ("[[phase]]\ndue = 2025-09-28", "1:3: this [[phase]] has no 'name'; add 'name'"),
        ("[[phase]]\nname = \"x\"\ndeu = 2025-09-28", "3:1: unknown key 'deu' in [phase]; did you mean 'due'?"),
        ("[[phase]]\nname = \"x\"\ndue = \"soon\"", "3:7: 'due' cannot be 'soon'; write a date such as 2025-09-28"),
        ("[[phase]]\nname = \"x\"\ndue = 7", "3:7: 'due' is a whole number, not a date such as 2025-09-28"),
        (
            "[[phase]]\nname = \"x\"\nstarts = 2025-09-28\ndue = 2025-09-27",
            "4:7: 'due' cannot be '2025-09-27'; write a day not before 2025-09-28"
        ),
        (
            "[[phase]]\nname = \"x\"\ntargets = { a = \"less\" }",
            "3:17: 'a' cannot be 'less'; write a target such as '<= 1', '>= 95 %' or '= 0'"
        ),
        ("[[phase]]\nname = \"x\"\n[phase.targets]\na = { baseline = 3 }", "4:5: 'a' has no 'target'; add 'target'"),
        ("[phase]\nname = \"x\"", "1:2: 'phase' is a table, not a list of tables: [[phase]]"),
        ("project = \"x\"", "1:11: 'project' is a string, not a table; write a table"),
        ("[project]\nname = 7", "2:8: 'name' is a whole number, not a string; write a string"),
        ("mouse = tru", "1:12: not valid TOML: "),
    ])
    func `a mistake is told with its place and the way out`(text: String, message: String) {
        let errors = file(text, .project).errors

        #expect(errors.count == 1)
        let found = errors.first?.description ?? "none"
        #expect(found.hasPrefix("x.toml:" + message), "\(found)")
    }

    @Test(arguments: [
        ("editor = \"vi\"", "1:10: 'editor' is a string, not a list of strings"),
        ("clipboard = []", "1:13: 'clipboard' cannot be '[]'; write a program's name first"),
        ("clipboard = [\"\", \"x\"]", "1:13: 'clipboard' cannot be '[]'; write a program's name first"),
        ("clipboard = [\"x\", 1]", "1:19: 'clipboard' is a whole number, not a string"),
    ])
    func `a program is a list of strings that begins with its name`(text: String, message: String) {
        let errors = file(text, .user).errors

        #expect(errors.count == 1)
        let found = errors.first?.description ?? "none"
        #expect(found.hasPrefix("x.toml:" + message), "\(found)")
    }

    @Test func `all mistakes are told, in the order of the text`() {
        let text = "zzz = 1\nmouse = 2\n[keys]\na = 3\n[[phase]]\nname = 4\n"

        #expect(file(text, .project).errors.map(\.position?.line) == [1, 2, 4, 6])
    }

    private func file(_ text: String, _ kind: ConfigurationFile.Kind) -> ConfigurationFile {
        ConfigurationFile(text, file: "x.toml", kind: kind, userFile: "~/config.toml")
    }

    private func settings(_ text: String, _ kind: ConfigurationFile.Kind) throws -> ConfigurationFile.Settings {
        let file = file(text, kind)
        try #require(file.errors == [])
        return file.settings
    }
}
