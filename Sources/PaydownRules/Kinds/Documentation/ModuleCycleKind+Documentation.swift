extension ModuleCycleKind {
    static let documentation = KindDocumentation(
        name: "module-cycle",
        summary: "A cycle of imports between modules.",
        definition: """
            A finding is a set of modules that all need each other, named by a shortest cycle in it. Imports that would \
            end all its cycles belong to it, as few as possible for up to twelve modules, and few for more. Imports in \
            functions count unless they are ignored.
            """,
        parameters: [
            .init("module", .nameTest, "The modules that count; all when nothing is written."),
            .importIgnore, .importExcept,
        ],
        messageWords: ["symbol", "modules", "edges"],
        defaultMessage: "{symbol}: {modules} modules need each other; {edges} imports less would end it",
        examples: [
            .init(
                "three in a ring",
                rule: "",
                files: [
                    ("app/__init__.py", ""), ("app/a.py", "from . import b"), ("app/b.py", "from app.c import x"),
                    ("app/c.py", "import app.a\nimport app.d"), ("app/d.py", "if TYPE_CHECKING:\n    import app.a"),
                ],
                measures: ["": 1, "edges": 1, "modules": 3])
        ])
}
