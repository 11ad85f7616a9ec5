extension TextKind {
    static let documentation = KindDocumentation(
        name: "text",
        summary: "A word or a regular expression on a line, or once a file.",
        definition: """
            One finding for each line and word, however often the word stands there; with `per = "file"` one for each \
            file and word. Files that cannot be parsed count as well. Lines end with \\n, \\r\\n or \\r. A regular \
            expression makes a finding for each different text that it matches, and takes some hundred times as long as \
            words.
            """,
        parameters: [
            .text,
            .init("per", .choice(Unit.words), "What a finding is about; `line` when nothing is written."),
            .init("in", .choice(Place.words), "Where in the text; `anywhere` when nothing is written."),
            .init(
                "redact", .boolean,
                "Keeps what looks like a credential out of the snapshot: passwords in addresses, long tokens, and what a "
                    + "regular expression matched."),
        ],
        defaultMessage: "has {symbol}",
        examples: [
            .init(
                "addresses in the source",
                rule: "text.contains-any = [\"127.0.0.1\", \"localhost:8000\"]\ntext.contains-none = \"# ok\"",
                files: [
                    (
                        "a.py",
                        """
                        host = "↓127.0.0.1"; again = "127.0.0.1"
                        other = "127.0.0.1"  # ok
                        both = ["↓localhost:8000", "↓127.0.0.1"]
                        """
                    )
                ]),
            .init(
                "once a file",
                rule: "text.contains-any = [\"cors_origins\", \"host\"]\nper = \"file\"",
                files: [("a.py", "↓cors_origins = 1\ncors_origins = 2"), ("b.py", "origins = 1")]),
            .init(
                "only in comments, by a regular expression",
                rule: "text.regex = '\\bLATER \\d'\nin = \"comments\"",
                files: [("a.py", "x = 'LATER 1'  # ↓LATER 2\n# LATERS\n")]),
        ])
}
