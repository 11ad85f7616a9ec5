extension LayersKind {
    static let documentation = KindDocumentation(
        name: "layers",
        summary: "An import against the direction of named layers.",
        definition: """
            A layer may need those below it, never one above it, neither directly nor by way of modules outside of the \
            layers. A finding is the import by which a module leaves its layer upwards; the shortest chain is shown.
            """,
        parameters: [
            .init(
                "layers", .strings, isRequired: true, "Packages, the highest first; `a | b` for several in one layer."),
            .init("containers", .strings, "Packages that have the layers in them, each for itself."),
            .indirect, .importIgnore, .importExcept,
        ],
        messageWords: ["symbol", "from", "into", "chain"],
        defaultMessage: "{from} is below {into}: {chain}",
        examples: [
            .init(
                "upwards, directly and by way of another",
                rule: "layers = [\"app.ui | app.cli\", \"app.core\"]",
                files: [
                    ("app/ui/view.py", "from app.core import model"), ("app/cli.py", "import app.ui.view"),
                    ("app/core/__init__.py", ""),
                    ("app/core/model.py", "↓from app.ui.view import paint\nimport os"),
                    ("app/core/store.py", "↓import app.tools"), ("app/tools.py", "from app import cli"),
                ],
                measures: ["": 2, "broken": 2])
        ])
}
