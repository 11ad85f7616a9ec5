extension ScoreKind {
    static let documentation = KindDocumentation(
        name: "score",
        summary: "A file that mentions a subject and has too few of the marks that go with it.",
        definition: """
            For each file and subject that its text contains, the score is the share of the marks that the text contains \
            as well; a score below `at-least` is a finding about the file. The population is all files and subjects. Files \
            that cannot be parsed count as well.
            """,
        parameters: [
            .init("subjects", .strings, isRequired: true, "What is looked for."),
            .init("marks", .strings, isRequired: true, "What should be there too; `{subject}` stands for the subject."),
            .init("at-least", .number, "The share that is enough, 0 to 1; 1 when nothing is written."),
        ],
        messageWords: ["symbol", "found", "marks"],
        defaultMessage: "{symbol} has {found} of {marks} marks",
        examples: [
            .init(
                "events with all that belongs to them",
                rule:
                    "subjects = [\"started\", \"ended\"]\nmarks = [\"send('{subject}'\", \"user_id\"]\nat-least = 0.6",
                files: [
                    ("a.py", "send('started', user_id)"), ("b.py", "↓↓send('ended')\nlog('started')"),
                    ("c.py", "user_id = 1"),
                ],
                measures: ["": 2])
        ])
}
