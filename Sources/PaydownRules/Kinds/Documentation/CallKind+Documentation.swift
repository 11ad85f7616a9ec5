extension CallKind {
    static let documentation = KindDocumentation(
        name: "call",
        summary: "A call of a bare or dotted name that should not be called there.",
        definition: "One finding for each call whose name passes, decorators, bases and f-strings included.",
        parameters: [
            .init("call", .nameTest, isRequired: true, "The names that should not be called, dotted as written."),
            .init("form", .choice(Form.words), "Which names count: `bare`, `dotted`, or both when nothing is written."),
            .init("except-in", .nameTest, "Functions that may call it; one of those around the call is enough."),
        ],
        defaultMessage: "calls {symbol}",
        examples: [
            .init(
                "instances made by hand",
                rule: "call.ends-with = \"Manager\"\nexcept-in.glob = \"create_*\"",
                files: [
                    (
                        "a.py",
                        """
                        one = ↓Manager()
                        two = app.managers.Manager
                        three = ↓app.managers.Manager(1)
                        def create_manager():
                            return Manager()
                        """
                    )
                ]),
            .init(
                "bare names only",
                rule: "call.is = \"print\"\nform = \"bare\"",
                files: [("a.py", "↓print(1)\nlog.print(2)\nprint")]),
        ])
}
