extension DuplicateClassKind {
    static let documentation = KindDocumentation(
        name: "duplicate-class",
        summary: "A class name that is defined in two places or more.",
        definition: """
            Definitions at any depth count, two in one file as well. The first measure is the number of names defined \
            more than once, of all names that pass; a finding is one definition of such a name. The places that belong to \
            it say how alike the definitions are: the same text (comments and white space left out), the same structure \
            (bases, members and parameters), or how many members they have in common.
            """,
        parameters: [
            .init("class", .nameTest, "The names that count; all when nothing is written."),
            .init(
                "ignore", .choices(Ignored.words),
                "Definitions that do not count, `nested` ones in a class or a function; none when nothing is written."),
            .init("canonical", .stringTable, "The module where a class belongs, by its name."),
            .init("names-title", .string, "The title of the measure of names."),
        ],
        messageWords: ["symbol", "places", "home"],
        defaultMessage: "{symbol} is defined in {places} places",
        examples: [
            .init(
                "two messages",
                rule: "ignore = [\"protocol\", \"type-checking\"]",
                files: [
                    (
                        "a.py",
                        """
                        ↓class Message:
                            pass
                        class Protocolled(Protocol): pass
                        if TYPE_CHECKING:
                            class Envelope: pass
                        """
                    ),
                    (
                        "b.py",
                        """
                        def make():
                            ↓class Message:
                                text = ""
                        class Protocolled: pass
                        class Envelope: pass
                        """
                    ),
                ],
                measures: ["names": 1, "": 2]),
            .init(
                "only at the top of a module",
                rule: "ignore = [\"nested\"]",
                files: [
                    (
                        "a.py",
                        """
                        ↓class Order:
                            class Meta: pass
                        """
                    ),
                    ("b.py", "↓class Order:\n    class Meta: pass"),
                ],
                measures: ["names": 1, "": 2]),
        ])
}
