extension ImportPathsKind {
    static let documentation = KindDocumentation(
        name: "import-paths",
        summary: "An import of one thing by another path than the canonical one.",
        definition: """
            The first measure is the number of distinct modules by which the thing is imported, the canonical one \
            included. A finding is an import by any other. With components (words, the first of which a module contains \
            is its component) paths are also counted for each; with `report = "components"` a finding is a component \
            that is imported by two paths or more, and the population is the components that are imported at all.
            """,
        parameters: [
            .init("module", .nameTest, "The modules that are paths to it; needed unless `name` is there."),
            .init("name", .nameTest, "At least one name that a `from` import takes."),
            .init("canonical", .strings, "The path, or paths, that is right."),
            .init("components", .strings, "Words that divide modules into components."),
            .init("report", .choice(Report.words), "What is a finding; `sites` when nothing is written."),
            .init("paths-title", .string, "The title of the measure of paths."),
        ],
        messageWords: ["symbol", "component", "paths"],
        defaultMessage: "reaches it by {symbol}",
        examples: [
            .init(
                "three ways to one manager",
                rule: "module.contains-all = [\"socket\", \"manager\"]\ncanonical = \"app.socket.manager\"",
                files: [
                    (
                        "a.py",
                        """
                        from app.socket.manager import Manager
                        ↓from app.socket_manager import Manager
                        ↓import lib.manager.socket as manager
                        """
                    ),
                    ("b.py", "↓from app.socket_manager import Manager"),
                ],
                measures: ["paths": 3, "": 3]),
            .init(
                "split components",
                rule: "module.contains-any = \"app\"\ncomponents = [\"auth\", \"cache\"]\nreport = \"components\"",
                files: [
                    (
                        "a.py",
                        """
                        import app.auth
                        import app.login.auth
                        import app.cache, app.other
                        """
                    )
                ],
                measures: ["": 1, "paths.auth": 2, "paths.cache": 1]),
        ])
}
