extension ComponentCycleKind {
    static let documentation = KindDocumentation(
        name: "component-cycle",
        summary: "A cycle between components that files and modules belong to by their names.",
        definition: """
            A file belongs to the first component that its name contains in lower case, else to one of its own; an import \
            leads to the first component that its module contains. A finding is a cycle that one depth-first walk over \
            the components meets, in the order of their names. The second measure is the fewest edges whose removal would \
            leave no cycle.
            """,
        parameters: [
            .init("module", .nameTest, "The imports that count; all when nothing is written."),
            .init("components", .strings, isRequired: true, "Words that divide files and modules into components."),
            .init(
                "plain-imports", .boolean,
                "Whether `import a` counts beside `from a import b`; true when nothing is written."),
        ],
        defaultMessage: "{symbol} is a cycle",
        examples: [
            .init(
                "two that need each other",
                rule: "components = [\"auth\", \"cache\"]",
                files: [
                    ("app/auth_tools.py", "from app.cache import store"),
                    ("app/cache.py", "import app.auth_tools"),
                    ("app/main.py", "import app.auth, app.cache"),
                ],
                measures: ["": 1, "edges": 1])
        ])
}
