/// The tables beside rules.
extension ProjectSchema {
    static var project: SchemaValue {
        .table([
            ("name", .described("The project's name.", SchemaValue.type("string"))),
            (
                "python",
                .described(
                    "The Python that reads it, such as \"3.11\"; the newest when silent.", SchemaValue.type("string"))
            ),
            ("roots", .described("Folders that modules are named from.", SchemaValue.reference("strings"))),
            (
                "tests",
                .described("Folders of tests; those named test or tests when silent.", SchemaValue.reference("strings"))
            ),
            (
                "exclude",
                .described(
                    "Patterns of files that are not scanned, as in a .gitignore.", SchemaValue.reference("strings"))
            ),
        ])
    }

    static var scope: SchemaValue {
        .table([
            ("paths", .described("Folders, files or globs.", SchemaValue.reference("strings"))),
            (
                "mentions",
                .described("Words that all occur in the file, whatever their case.", SchemaValue.reference("strings"))
            ),
            ("mentions-any", .described("Words of which one occurs.", SchemaValue.reference("strings"))),
            ("exclude", .described("Patterns as in a .gitignore.", SchemaValue.reference("strings"))),
        ])
    }

    static var phase: SchemaValue {
        let target = SchemaValue.object(SchemaValue.reference("target"))
        let detailed = SchemaValue.table(
            [("target", target), ("baseline", .object(SchemaValue.type("number")))], required: ["target"])
        return .table(
            [
                ("id", .object(SchemaValue.type("string"))), ("name", .object(SchemaValue.type("string"))),
                ("starts", .object(SchemaValue.reference("day"))), ("due", .object(SchemaValue.reference("day"))),
                ("protects", .described("What the phase keeps safe.", SchemaValue.type("string"))),
                (
                    "targets",
                    .described(
                        "Targets by the ids of measures.",
                        SchemaValue.type("object") + [
                            (
                                "additionalProperties",
                                .object([("anyOf", .list([target, detailed, .object(SchemaValue.type("object"))]))])
                            )
                        ])
                ),
            ], required: ["name"])
    }

    static var gate: SchemaValue {
        let answers: [(String, SchemaValue)] = [("enum", .words(Gate.Answer.allCases.map(\.rawValue)))]
        return .table(
            [
                ("new", .described("What a new finding does.", answers)),
                ("stale-suppression", .described("What a suppression that holds nothing back does.", answers)),
                ("expired-suppression", .described("What a suppression whose day has come does.", answers)),
                ("empty-rule", .described("What a rule that matches nothing does.", answers)),
                (
                    "coverage-at-least",
                    .described(
                        "Per cent of files that must be parsed.",
                        SchemaValue.type("number") + [("minimum", .number(0)), ("maximum", .number(100))])
                ),
            ], summary: "What continuous integration enforces.")
    }

    static var suppression: SchemaValue {
        .table(
            [
                ("rule", .described("The id of the rule.", SchemaValue.type("string"))),
                ("subject", .described("A symbol, a path, or module:scope.symbol.", SchemaValue.type("string"))),
                ("reason", .described("Why it was accepted.", SchemaValue.type("string"))),
                ("owner", .described("Who answers for it.", SchemaValue.type("string"))),
                ("expires", .described("From this day on the gate fails.", SchemaValue.reference("day"))),
            ], required: ["rule", "subject", "reason"])
    }

    static var goldenPath: SchemaValue {
        let limit = SchemaValue.table(
            [
                ("metric", .described("A property that tests report.", SchemaValue.type("string"))),
                ("title", .object(SchemaValue.type("string"))), ("unit", .object(SchemaValue.type("string"))),
                (
                    "statistic",
                    .described(
                        "How values become one.",
                        [("enum", .words(GoldenPath.Limit.Statistic.allCases.map(\.rawValue)))])
                ),
                ("below", .object(SchemaValue.type("number"))), ("at-least", .object(SchemaValue.type("number"))),
            ], required: ["metric"])
        return .table(
            [
                ("reports", .described("Files of results, as globs.", SchemaValue.reference("strings"))),
                (
                    "command",
                    .described("The program that runs the tests, and its arguments.", SchemaValue.reference("strings"))
                ),
                ("must-pass", .described("Files of tests that must pass, as globs.", SchemaValue.reference("strings"))),
                ("events", .described("Events that must be delivered.", SchemaValue.reference("strings"))),
                ("limit", .described("Limits for what tests measure.", SchemaValue.listOf(limit))),
            ], summary: "The tests and limits that must hold throughout.")
    }
}
