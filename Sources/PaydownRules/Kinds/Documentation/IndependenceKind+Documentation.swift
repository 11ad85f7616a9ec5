extension IndependenceKind {
    static let documentation = KindDocumentation(
        name: "independence",
        summary: "An import between packages that should know nothing of each other.",
        definition: """
            A finding is the import by which a module of one package comes to need a module of another, directly or by way \
            of modules outside of all of them; the shortest chain is shown.
            """,
        parameters: [
            .init("modules", .strings, isRequired: true, "Packages or modules, two or more."),
            .indirect, .importIgnore, .importExcept,
        ],
        messageWords: ["symbol", "from", "into", "chain"],
        defaultMessage: "{from} and {into} are independent: {chain}",
        examples: [
            .init(
                "two features",
                rule: "modules = [\"app.pay\", \"app.ship\"]",
                files: [
                    ("app/pay/a.py", "↓import app.ship.b\nimport app.shared"), ("app/ship/b.py", "import app.shared"),
                    ("app/shared.py", ""),
                ],
                measures: ["": 1, "broken": 1])
        ])
}
