import PaydownProject
import PaydownTestSupport
import Testing

/// Files of other tools, as rules and as what of them is none.
struct ForeignFilesTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func read(_ name: String, _ text: String) throws -> ForeignRules {
        let found = try ForeignFiles.read(folder.write(name, text))
        return try #require(found.first)
    }

    private func settings(_ rules: ForeignRules, _ id: String) -> [String] {
        rules.rules.first { $0.id == id }?.settings.lines ?? []
    }

    // MARK: import-linter

    @Test func `layers keep their order, what is independent in one is a rule of its own`() throws {
        let rules = try read(
            ".importlinter",
            """
            [importlinter]
            root_package = shop
            exclude_type_checking_imports = True

            [importlinter:contract:one]
            name = The layers
            type = layers
            containers =
                shop.a
                shop.b
            layers =
                high | higher
                # a remark
                (middle) : other
                low
            ignore_imports =
                shop.a.low -> shop.a.high.**
            """)

        #expect(rules.tool == "import-linter")
        #expect(
            rules.rules.map(\.id) == [
                "the-layers", "the-layers-shop-a-high", "the-layers-shop-b-high",
            ])
        let layers = settings(rules, "the-layers")
        #expect(layers.contains("layers = [\"high | higher\", \"middle | other\", \"low\"]"))
        #expect(layers.contains("containers = [\"shop.a\", \"shop.b\"]"))
        #expect(layers.contains("except = [\"shop.a.low -> shop.a.high.**\"]"))
        #expect(!layers.contains { $0.hasPrefix("ignore") })
        #expect(settings(rules, "the-layers-shop-b-high").contains("modules = [\"shop.b.high\", \"shop.b.higher\"]"))
        #expect(rules.lost.isEmpty)
    }

    @Test func `setup cfg with colons, tabs and other sections is read as configparser does`() throws {
        let rules = try read(
            "setup.cfg",
            """
            [metadata]
            name = shop
            [importlinter]
            root_packages:
            \tshop
            \ttools
            [importlinter:contract:2]
            name: No web
            type: forbidden
            source_modules: shop.core
            forbidden_modules:
            \tshop.web
            ; a remark
            \tdjango
            allow_indirect_imports: yes
            """)

        #expect(rules.rules.map(\.id) == ["no-web"])
        #expect(
            settings(rules, "no-web").suffix(5) == [
                "from = [\"shop.core\"]", "into = [\"shop.web\", \"django\"]", "indirect = false", "ignore = []",
                "target = 0",
            ])
    }

    @Test func `what of a contract is no rule is named, never dropped`() throws {
        let rules = try read(
            "pyproject.toml",
            """
            [tool.importlinter]
            root_package = "shop"
            unmatched_ignore_imports_alerting = "error"
            [[tool.importlinter.contracts]]
            name = "Protected"
            type = "protected"
            protected_modules = ["shop.a"]
            [[tool.importlinter.contracts]]
            name = "Wild"
            type = "independence"
            modules = ["shop.*"]
            [[tool.importlinter.contracts]]
            name = "Exhaustive"
            type = "layers"
            layers = ["a", "b"]
            containers = ["shop"]
            exhaustive = true
            ignore_imports = ["nonsense"]
            """)

        #expect(rules.rules.map(\.id) == ["exhaustive"])
        #expect(
            rules.lost == [
                "the contract 'Protected': there is no kind for type 'protected'",
                "the contract 'Wild': modules with wildcards ('shop.*'); write the names out",
                "'ignore_imports = nonsense' of the contract 'Exhaustive'",
                "'exhaustive = true' of the contract 'Exhaustive'",
                "the option 'unmatched_ignore_imports_alerting'",
            ])
    }

    // MARK: ruff

    @Test func `banned modules and names are rules with their reasons`() throws {
        let rules = try read(
            "ruff.toml",
            """
            [lint]
            select = ["E", "TID25"]
            [lint.flake8-tidy-imports.banned-api]
            "cgi".msg = "Use email instead."
            "typing.TypedDict".msg = "Use typing_extensions."
            [lint.flake8-tidy-imports]
            banned-module-level-imports = ["torch", "tensorflow.keras"]
            """)

        #expect(rules.rules.map(\.id) == ["banned-import", "banned-name-typing", "module-level-import"])
        #expect(
            settings(rules, "banned-import").contains(
                "module.glob = [\"cgi\", \"cgi.**\", \"typing.TypedDict\", \"typing.TypedDict.**\"]"))
        #expect(settings(rules, "banned-name-typing").contains("name = [\"TypedDict\"]"))
        #expect(settings(rules, "banned-name-typing").contains("help = \"typing.TypedDict: Use typing_extensions.\""))
        #expect(settings(rules, "module-level-import").contains("ignore = [\"in-function\", \"type-checking\"]"))
        #expect(rules.lost.count == 1)
    }

    @Test func `where ruff does not look is said`() throws {
        let rules = try read(
            "pyproject.toml",
            """
            [tool.ruff]
            extend-exclude = ["generated"]
            [tool.ruff.lint]
            select = ["E"]
            [tool.ruff.lint.per-file-ignores]
            "tests/**" = ["TID251", "S101"]
            "docs/**" = ["D"]
            [tool.ruff.lint.flake8-tidy-imports]
            ban-relative-imports = "all"
            [tool.ruff.lint.flake8-tidy-imports.banned-api]
            "cgi" = { msg = "no" }
            """)

        #expect(rules.lost.count == 4)
        #expect(rules.lost[0].hasPrefix("'ban-relative-imports = \"all\"'"))
        #expect(rules.lost[1].contains("neither TID251 nor TID253"))
        #expect(rules.lost[2].hasPrefix("'per-file-ignores' for tests/**"))
        #expect(rules.lost[3].hasPrefix("'extend-exclude' of ruff"))
    }

    // MARK: tach

    @Test func `modules may need what they say, and layers what is below`() throws {
        let rules = try read(
            "tach.toml",
            """
            source_roots = ["backend"]
            exclude = ["tests"]
            layers = ["ui", "core"]

            [[modules]]
            path = "app.views"
            depends_on = ["app.core", { path = "app.old", deprecated = true }]
            layer = "ui"

            [[modules]]
            paths = ["app.core", "app.store"]
            depends_on = []
            layer = "core"
            cannot_depend_on = ["django"]

            [[modules]]
            path = "app.old"

            [[modules]]
            path = "app.tools"
            utility = true

            [[interfaces]]
            expose = ["Session", "open_.*"]
            from = ["app.store"]
            """)

        #expect(
            rules.rules.map(\.id) == [
                "app-views-deprecated", "app-views-boundary", "app-core-never", "app-core-boundary", "app-store-never",
                "app-store-boundary", "layers", "app-store-interface",
            ])
        #expect(settings(rules, "app-views-boundary").contains("into = [\"app.store\"]"))
        #expect(settings(rules, "app-core-boundary").contains("into = [\"app.views\", \"app.store\", \"app.old\"]"))
        #expect(settings(rules, "app-views-deprecated").contains("severity = \"note\""))
        #expect(settings(rules, "layers").contains("layers = [\"app.views\", \"app.core | app.store\"]"))
        #expect(
            rules.rules.allSatisfy { $0.id.hasSuffix("interface") || $0.settings.lines.contains("indirect = false") })
        #expect(
            settings(rules, "app-store-interface").contains(
                "path.regex = '^(?!(?:app/store|backend/app/store)(?:/|\\.py$))'"))
        #expect(rules.roots == ["backend"])
        #expect(rules.lost.count == 1)
    }

    @Test func `what of tach is no rule is named`() throws {
        let rules = try read(
            "tach.toml",
            """
            forbid_circular_dependencies = true
            root_module = "forbid"
            [[modules]]
            path = "app"
            depends_on = []
            visibility = ["app.x"]
            [[modules]]
            path = "app.part"
            depends_on = []
            [[modules]]
            path = "app.*"
            [[modules]]
            path = "other"
            [[interfaces]]
            expose = ["services.run"]
            from = ["app"]
            """)

        #expect(rules.lost.count == 7)
        #expect(rules.lost.contains("that app does not depend on app.part: one holds the other"))
        #expect(rules.lost.contains("'root_module'"))
    }

    // MARK: Files

    @Test func `init finds the files there are, and leaves alone those without rules`() throws {
        try folder.write("setup.cfg", "[metadata]\nname = x\n")
        try folder.write("ruff.toml", "[lint.flake8-tidy-imports.banned-api]\ncgi.msg = \"no\"\n")
        try folder.write(
            "pyproject.toml",
            "[tool.importlinter]\nroot_package = \"a\"\n[[tool.importlinter.contracts]]\nname = \"n\"\n"
                + "type = \"independence\"\nmodules = [\"a.b\", \"a.c\"]\n")

        #expect(try ForeignFiles.found(in: folder.path).map(\.tool) == ["import-linter", "ruff"])
    }

    @Test func `a named file without rules is refused, and one that is broken says where`() throws {
        let empty = try folder.write("setup.cfg", "[metadata]\nname = x\n")
        #expect(throws: ConfigurationError.self) { try ForeignFiles.read(empty) }
        let broken = try folder.write("tach.toml", "modules = [\n")
        do {
            _ = try ForeignFiles.read(broken)
            Issue.record("a broken file was read")
        } catch {
            #expect(error.description.hasPrefix(broken + ":"))
        }
        #expect(throws: ConfigurationError.self) { try ForeignFiles.read(folder.path + "/none.toml") }
    }
}
