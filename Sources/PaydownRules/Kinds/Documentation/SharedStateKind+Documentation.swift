extension SharedStateKind {
    static let documentation = KindDocumentation(
        name: "shared-state",
        summary: "A name in a class body, a module or a file whose value all users share.",
        definition: """
            Forms: `class-attribute` is a name assigned directly in a class body (also one of several targets; not \
            annotated, not in a tuple), `annotated-class-attribute` the same with a type, `mutable-class-attribute` one of \
            both whose value is a list, dictionary, set or the like, `module-mutable` such a value at module level, \
            `global-write` a `global` statement in a function. Words of `text` are looked for once a file, in files that \
            cannot be parsed as well.
            """,
        parameters: [
            .init("name", .nameTest, "The names that count; all when nothing is written."),
            .init(
                "forms", .choices(Form.words),
                "What counts; `mutable-class-attribute`, `module-mutable` and `global-write` when nothing is written."),
            .text,
        ],
        defaultMessage: "{symbol} is shared by all users",
        examples: [
            .init(
                "mutable values",
                rule: "",
                files: [
                    (
                        "a.py",
                        """
                        ↓cache = {}
                        LIMIT = 3
                        class Store:
                            ↓rows: list = []
                            ↓index = defaultdict(list)
                            size = 0
                            def __init__(self):
                                self.own = []
                            def reset(self):
                                ↓global cache
                                cache = None
                        """
                    )
                ]),
            .init(
                "names in class bodies, and words",
                rule:
                    "forms = [\"class-attribute\"]\nname.contains-any = \"socket\"\ntext.contains-any = [\"shared_socket\"]",
                files: [
                    (
                        "a.py",
                        """
                        ↓class Plug:
                            ↓first_socket = last = 1
                            socket: int = 2
                            shared_socket, other = 3, 4
                        """
                    )
                ]),
        ])
}
