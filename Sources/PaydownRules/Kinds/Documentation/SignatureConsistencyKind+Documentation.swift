extension SignatureConsistencyKind {
    static let documentation = KindDocumentation(
        name: "signature-consistency",
        summary: "Functions of one kind whose parameters, async-ness or return differ.",
        definition: """
            Functions and methods with one name are compared with each other, or with `group-by = "all"` all that pass. \
            What most of them have is usual, of equals what comes first in the alphabet; each that differs is a finding. \
            `self` and `cls` are left out, and of a default it only counts that there is one.
            """,
        parameters: [
            .init("function", .nameTest, isRequired: true, "The functions that belong together."),
            .init("compare", .choices(Part.words), "What is compared; all when nothing is written."),
            .init("group-by", .choice(Group.words), "What makes a group; `name` when nothing is written."),
        ],
        messageWords: ["symbol", "signature", "usual"],
        defaultMessage: "{symbol} is {signature}, most are {usual}",
        examples: [
            .init(
                "factories",
                rule: "function.starts-with = \"create_\"",
                files: [
                    ("a.py", "def create_plug(size, *, color=1) -> Plug: ..."),
                    ("b.py", "class Makers:\n    def create_plug(self, size, *, color=2) -> Plug: ..."),
                    (
                        "c.py",
                        """
                        ↓async def create_plug(size, *, color=1) -> Plug: ...
                        def create_socket(): ...
                        """
                    ),
                ],
                measures: ["": 1])
        ])
}
