extension ImportKind {
    static let documentation = KindDocumentation(
        name: "import",
        summary: "An import of a module, or of names from it, that should not be.",
        definition: """
            One finding for each module that an import statement names: `import a, b` is two, `from m import a, b` is \
            one, `from . import x` names none. The module is compared as it is written, without dots before it. The \
            population is all imports of the scope's files. Tags say how it is imported: with an alias, a star, in a \
            try fallback, in a function, under TYPE_CHECKING, given on by a package, or named in a string. Also measured: \
            files with a finding, and how many of the modules that `module` names are named nowhere any more.
            """,
        parameters: [
            .init("module", .nameTest, "The modules that should not be imported; needed unless `name` is there."),
            .init("name", .nameTest, "At least one name that a `from` import takes."),
            .init(
                "references", .choices(Reference.words),
                "What counts: import statements, and strings that are the module or something in it, such as the "
                    + "target of a patch. Only imports when nothing is written."),
            .init("ignore", .choices(Ignored.words), "Imports that do not count; none when nothing is written."),
        ],
        defaultMessage: "imports {symbol}",
        examples: [
            .init(
                "a deprecated module",
                rule: "module.starts-with = \"app.old\"",
                files: [
                    (
                        "app/a.py",
                        """
                        ↓import app.old
                        ↓from app.old.parts import wheel
                        ↓import app.older, app.new
                        from . import old
                        """
                    )
                ],
                measures: ["": 3, "files": 1, "ready": 0]),
            .init(
                "a module that may only be imported where it is used",
                rule: "module = \"torch\"\nignore = [\"in-function\", \"type-checking\"]",
                files: [
                    (
                        "a.py",
                        """
                        ↓import torch
                        if TYPE_CHECKING:
                            import torch
                        def train():
                            import torch
                        """
                    )
                ],
                measures: ["": 1]),
            .init(
                "a module named in strings",
                rule: "module.is = \"app.old\"\nreferences = [\"string\"]",
                files: [
                    (
                        "tests/test_a.py",
                        """
                        import app.old
                        @patch(↓"app.old.wheel")
                        def test(): load(↓'app.old', "app.older", "app")
                        """
                    )
                ]),
        ])
}
