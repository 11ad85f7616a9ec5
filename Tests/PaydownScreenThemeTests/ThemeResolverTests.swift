import PaydownProject
import PaydownScreen
import Testing

@Suite struct ThemeResolverTests {
    @Test func `a role that a file lacks is its dotted parent's, then the parent file's, then base's`() throws {
        let files = [
            "child": """
            inherits = "parent"
            [roles]
            text = "#111111"
            """,
            "parent": """
            [roles]
            "text.muted" = "#222222"
            good = "#333333"
            """,
            "base": """
            [roles]
            bad = "red"
            text = "default"
            """,
        ]

        let looks = try resolver("child", files).looks(.trueColor)

        // The dotted parent in the same file comes before the exact name in the parent file.
        #expect(looks[.textMuted].foreground == color("#111111"))
        #expect(looks[.good].foreground == color("#333333"))
        #expect(looks[.bad].foreground == color("red"))
        #expect(looks[.warn] == RoleLook())
    }

    @Test func `a child's palette repaints its parent's roles`() throws {
        let files = [
            "child": """
            inherits = "parent"
            [palette]
            leaf = "#00ff00"
            """,
            "parent": """
            [palette]
            leaf = "#007700"
            moss = "leaf"
            [roles]
            good = "leaf"
            info = "moss"
            """,
        ]

        let child = try resolver("child", files).looks(.trueColor)
        let parent = try resolver("parent", files).looks(.trueColor)

        #expect(child[.good].foreground == color("#00ff00"))
        #expect(child[.info].foreground == color("#00ff00"))
        #expect(parent[.good].foreground == color("#007700"))
    }

    @Test func `a circle of parents is an error that names both files`() throws {
        let files = ["one": "inherits = \"two\"\n", "two": "\ninherits = \"one\"\n"]

        let error = #expect(throws: ThemeError.self) { try resolver("one", files) }

        #expect(
            error
                == .inheritanceCycle(
                    names: ["one", "two", "one"], files: ["one.toml", "two.toml"],
                    at: TextPosition(line: 1, column: 12)))
        #expect(error?.sentence.contains("one.toml, two.toml") == true)
    }

    @Test func `a theme that is its own parent is a circle`() throws {
        let error = #expect(throws: ThemeError.self) { try resolver("one", ["one": "inherits = \"one\"\n"]) }

        #expect(
            error
                == .inheritanceCycle(
                    names: ["one", "one"], files: ["one.toml"], at: TextPosition(line: 1, column: 12)))
    }

    @Test func `a circle further up the line is found as well`() throws {
        let files = ["leaf": "inherits = \"one\"", "one": "inherits = \"two\"", "two": "inherits = \"one\""]

        let error = #expect(throws: ThemeError.self) { try resolver("leaf", files) }

        guard case .inheritanceCycle(let names, _, _) = error else {
            Issue.record("\(String(describing: error)) is no cycle")
            return
        }
        #expect(names == ["leaf", "one", "two", "one"])
    }

    @Test func `an unknown parent is an error at its place, with the nearest name`() throws {
        let error = #expect(throws: ThemeError.self) {
            try resolver("one", ["one": "name = \"one\"\ninherits =  \"bsae\"\n", "base": ""])
        }

        #expect(
            error
                == .unknownParent(
                    name: "bsae", file: "one.toml", at: TextPosition(line: 2, column: 13), nearest: "base"))
    }

    @Test func `an unknown colour is an error at its place, with the nearest name`() throws {
        let text = """
            [palette]
            leaf = "#00ff00"
            [roles]
            good = { bold = true, fg = "laef" }
            """
        let resolver = try resolver("one", ["one": text])

        let error = #expect(throws: ThemeError.self) { try resolver.theme(.trueColor) }

        #expect(
            error
                == .unknownColor(
                    name: "laef", file: "one.toml", at: TextPosition(line: 4, column: 28), nearest: "leaf"))
        #expect(resolver.colorErrors() == [error])
    }

    @Test func `palette names that stand for each other are an error`() throws {
        let text = """
            [palette]
            leaf = "moss"
            moss = "leaf"
            [roles]
            good = "leaf"
            """
        let resolver = try resolver("one", ["one": text])

        let error = #expect(throws: ThemeError.self) { try resolver.theme(.trueColor) }

        #expect(error == .paletteCycle(name: "leaf", file: "one.toml", at: TextPosition(line: 3, column: 8)))
    }

    @Test func `the set for sixteen colours inherits on its own`() throws {
        let files = [
            "child": """
            inherits = "parent"
            [roles]
            good = "#0000ff"
            """,
            "parent": """
            [roles]
            good = "#00ff00"
            [roles.16]
            good = "cyan"
            """,
        ]
        let resolver = try resolver("child", files)

        #expect(try resolver.looks(.trueColor)[.good].foreground == color("#0000ff"))
        #expect(try resolver.looks(.sixteen)[.good].foreground == color("cyan"))
    }

    @Test func `without a set for sixteen colours hues stand in, on the terminal's own ground`() throws {
        let text = """
            [roles]
            background = "#101010"
            "background.raised" = "#202020"
            text = "#e0e0e0"
            good = "#7fc98f"
            "text.match" = { fg = "#ffffff", bg = "#805000" }
            selection = "#2b3340"
            "selection.inactive" = "#222222"
            """

        let looks = try resolver("one", ["one": text]).looks(.sixteen)

        #expect(looks[.background] == RoleLook())
        #expect(looks[.backgroundRaised] == RoleLook())
        #expect(looks[.text].foreground == .terminalDefault)
        #expect(looks[.good].foreground == color("green"))
        #expect(looks[.textMatch] == RoleLook(attributes: .reverse))
        #expect(looks[.selection] == RoleLook(attributes: .reverse))
        #expect(looks[.selectionInactive] == RoleLook(attributes: .bold))
    }

    @Test func `a set for sixteen colours that lacks a role falls back to base by hue`() throws {
        let files = [
            "one": "[roles.16]\ngood = \"cyan\"\n",
            "base": "[roles]\nbad = \"red\"\nselection = { reverse = true }\n",
        ]

        let looks = try resolver("one", files).looks(.sixteen)

        #expect(looks[.bad].foreground == color("red"))
        #expect(looks[.selection] == RoleLook(attributes: .reverse))
    }

    @Test func `the mode is the nearest file's that says one`() throws {
        let files = ["one": "inherits = \"two\"", "two": "mode = \"light\"", "base": "mode = \"any\""]

        #expect(try resolver("one", files).mode == .light)
        #expect(try resolver("base", files).mode == .any)
    }

    @Test func `every role's name is read as the same role`() {
        for role in Role.allCases { #expect(Role(name: role.name) == role) }
        #expect(Role(name: "text.") == nil)
        #expect(Role.allCases.count == 33)
    }
}

/// A resolver over theme files by name, as a library would have them.
func resolver(_ name: String, _ files: [String: String]) throws(ThemeError) -> ThemeResolver {
    try ThemeResolver(name, among: files.keys.sorted()) { name in
        files[name].map { ThemeFile($0, stem: name, file: name + ".toml").document }
    }
}

extension [RoleLook] {
    subscript(role: Role) -> RoleLook { self[Int(role.rawValue)] }
}
