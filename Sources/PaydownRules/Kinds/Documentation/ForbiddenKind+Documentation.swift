extension ForbiddenKind {
    static let documentation = KindDocumentation(
        name: "forbidden",
        summary: "An import into a package that must not be needed.",
        definition: """
            A finding is the import by which a module of `from` comes to need a module of `into`, directly or by way of \
            others; the shortest chain is shown. What is not in the tree, such as a library, is known by its name.
            """,
        parameters: [
            .init("from", .strings, isRequired: true, "Packages or modules that must not need it."),
            .init("into", .strings, isRequired: true, "Packages or modules that must not be needed."),
            .indirect, .importIgnore, .importExcept,
        ],
        messageWords: ["symbol", "from", "into", "chain"],
        defaultMessage: "{from} must not need {into}: {chain}",
        examples: [
            .init(
                "a library, directly and by way of another module",
                rule: "from = \"app.core\"\ninto = [\"django\", \"app.web\"]",
                files: [
                    ("app/core/a.py", "↓from django.http import Request\nimport djangoish"),
                    ("app/core/b.py", "↓↓from app import glue"), ("app/glue.py", "import app.web.views"),
                    ("app/web/views.py", "import django"),
                ],
                measures: ["": 3, "broken": 2]),
            .init(
                "not the imports that were agreed on",
                rule: "from = \"app.core\"\ninto = \"app.web\"\nexcept = [\"app.core.legacy.* -> app.web.**\"]",
                files: [
                    ("app/core/a.py", "↓import app.web.views"), ("app/core/legacy/b.py", "import app.web.views"),
                    ("app/web/views.py", ""),
                ],
                measures: ["": 1]),
        ])
}
