extension ConfigAccessKind {
    static let documentation = KindDocumentation(
        name: "config-access",
        summary: "Reading configuration outside of its one home.",
        definition: """
            A finding is a read of the environment (`os.environ[…]`, `os.getenv(…)` and their like), or a name of a setting \
            in the text, in a file that is no home; without a home, only keys that several files read. The key is what \
            findings are grouped by; a key that is no plain string is the reader's name. The first measure is the keys \
            that more than one file reads, of all keys.
            """,
        parameters: [
            .init("home", .strings, "Files, folders or globs where configuration may be read."),
            .init("key", .nameTest, "The keys that count; all when nothing is written."),
            .init(
                "readers", .nameTest,
                "What reads when it is called or subscripted; the environment when nothing is written."),
            .init("names", .strings, "Names of settings, looked for in the text as whole words."),
        ],
        messageWords: ["symbol", "reader"],
        defaultMessage: "reads {symbol} outside of the configuration",
        examples: [
            .init(
                "one home",
                rule: "home = \"app/config.py\"\nnames = [\"DEBUG\"]",
                files: [
                    ("app/config.py", "import os\nhost = os.environ[\"HOST\"]\nDEBUG = 1"),
                    (
                        "app/a.py",
                        """
                        host = ↓os.environ["HOST"]
                        port = ↓os.getenv("PORT", "80")
                        debug = ↓DEBUG and not NODEBUG and not DEBUG_ALL
                        """
                    ),
                ],
                measures: ["keys": 2, "": 3]),
            .init(
                "without a home",
                rule: "",
                files: [
                    ("a.py", "x = ↓getenv(\"HOST\")\ny = getenv(\"PORT\")"),
                    ("b.py", "x = ↓os.environ.get(\"HOST\")"),
                ]),
        ])
}
