extension RequiredMethodsKind {
    private static let contract: [KindDocumentation.Parameter] = [
        .init("class", .nameTest, isRequired: true, "The classes that must have them."),
        .init("methods", .strings, isRequired: true, "What they must have."),
        .init("parameters", .stringsTable, "The parameters that a method must have, `self` included, by its name."),
    ]

    static let documentation = KindDocumentation(
        name: "required-methods",
        summary: "A class that lacks methods of its contract.",
        definition: """
            A method is a `def` directly in the class body. `async def` counts unless `plain-only`; a method of a base \
            counts when the base is found in the tree, unless `own-only`; where a base is not found, nothing is known, and \
            nothing is a finding. The first contract whose `class` passes is a class's contract. The population is the \
            methods (or classes) that contracts ask for.
            """,
        parameters: contract.map {
            .init($0.name, $0.form, "\($0.summary) Instead of `[[rule.contract]]`, for one contract.")
        } + [
            .init("contract", .tables(contract), "Contracts, the first that fits counts."),
            .init(
                "report", .choice(Report.words),
                "A finding for each method or each class; `method` when nothing is written."),
            .init("plain-only", .boolean, "Whether `async def` does not count; false when nothing is written."),
            .init("own-only", .boolean, "Whether inherited methods do not count; false when nothing is written."),
            .init(
                "symbol", .string,
                "What findings are about, with the words of a message; `{class}.{method}` or `{class}`."),
        ],
        messageWords: ["symbol", "class", "method", "missing", "reason", "note"],
        defaultMessage: "{class} lacks {missing}{note}",
        examples: [
            .init(
                "methods of a manager",
                rule: "class.ends-with = \"Manager\"\nmethods = [\"open\", \"close\"]",
                files: [
                    (
                        "a.py",
                        """
                        from base import Base
                        from elsewhere import Unknown
                        class OwnManager:
                            def open(self): ...
                            async def close(self): ...
                        ↓class HalfManager(Base):
                            pass
                        class UnknownManager(Unknown):
                            pass
                        ↓↓class NoManager:
                            if True:
                                def open(self): ...
                        """
                    ),
                    ("base.py", "class Base:\n    def open(self): ..."),
                ],
                measures: ["": 3, "compliant": 1, "unknown": 1]),
            .init(
                "one finding a class, and parameters",
                rule: """
                    class.is = "Plug"
                    methods = ["push", "pull"]
                    parameters.push = ["self", "force"]
                    report = "class"
                    own-only = true
                    """,
                files: [
                    ("a.py", "↓class Plug:\n    def push(self): ..."),
                    ("b.py", "class Plug:\n    def push(self, force=1): ...\n    def pull(self): ..."),
                ],
                measures: ["": 1]),
        ])
}
