import PaydownCore

/// The JSON Schema of a project's `paydown.toml`, for editors: made from what the kinds of rules document.
package enum ProjectSchema {
    /// JSON Schema, 2020-12; what `SampleData/schema/paydown.schema.json` holds.
    package static var text: String {
        SchemaValue.object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("paydown.toml")),
            ("description", .string("What a project decided about its architecture, and how paydown checks it.")),
            ("type", .string("object")),
            ("properties", .object(tables)),
            ("additionalProperties", .boolean(false)),
            ("$defs", .object(definitions)),
        ]).text() + "\n"
    }

    private static var tables: [(String, SchemaValue)] {
        [
            ("project", project),
            (
                "scope",
                .described(
                    "Named sets of files that rules look at.",
                    SchemaValue.type("object") + [("additionalProperties", scope)])
            ),
            (
                "rule",
                .described("What is wrong in this project.", SchemaValue.listOf(.object([("oneOf", .list(rules))])))
            ),
            ("phase", .described("Targets with a date.", SchemaValue.listOf(phase))),
            ("gate", gate),
            ("suppression", .described("Findings that were accepted.", SchemaValue.listOf(suppression))),
            ("golden-path", goldenPath),
            ("theme", .described("A theme's name, 'auto', or one name each for dark and light terminals.", [])),
            ("keys", .described("Keys by action, instead of the ones that it has.", SchemaValue.type("object"))),
            ("mouse", .described("Whether the mouse is used.", SchemaValue.type("boolean"))),
            (
                "glyphs",
                .described("Which signs are drawn with.", [("enum", .words(["auto", "unicode", "ascii"]))])
            ),
            ("motion", .described("Whether anything moves by itself.", SchemaValue.type("boolean"))),
            ("accessible", .described("Whether screens are plain text.", SchemaValue.type("boolean"))),
            (
                "synchronized",
                .described(
                    "Whether frames are marked as one each; the terminal is asked if absent.",
                    SchemaValue.type("boolean"))
            ),
        ]
    }

    // MARK: Rules

    /// One for each kind, so that an editor knows the keys of the kind that is written.
    private static var rules: [SchemaValue] {
        RuleKinds.all.map { kind in
            let documentation = kind.documentation
            let own = documentation.parameters.map { ($0.name, value(of: $0)) }
            let required = ["id", "kind"] + documentation.parameters.filter(\.isRequired).map(\.name)
            return .table(
                [("kind", .object([("const", .string(documentation.name))]))] + common + own, required: required,
                summary: documentation.summary)
        }
    }

    private static var common: [(String, SchemaValue)] {
        [
            ("id", .described("The rule's name in findings, targets and suppressions.", SchemaValue.type("string"))),
            ("check", .described("The pane that shows it.", SchemaValue.type("string"))),
            ("title", .described("What the rule is called in lists.", SchemaValue.type("string"))),
            (
                "scope",
                .described("The name of a [scope.…] table; all files when it is not there.", SchemaValue.type("string"))
            ),
            (
                "severity",
                .described("How much a finding matters.", [("enum", .words(Severity.allCases.map(\.rawValue)))])
            ),
            ("help", .described("What to do instead, in a sentence or two.", SchemaValue.type("string"))),
            (
                "use",
                .described("What to use instead; makes a sentence where there is no help.", SchemaValue.type("string"))
            ),
            ("message", .described("What a finding says, with words such as {symbol}.", SchemaValue.type("string"))),
            ("path", .described("Which paths of the scope count.", SchemaValue.reference("nameTest"))),
            ("headline", .described("Whether its measure leads the check.", SchemaValue.type("boolean"))),
            (
                "listed",
                .described("Whether findings are kept, and not only their number.", SchemaValue.type("boolean"))
            ),
            (
                "target",
                .described(
                    "What its first measure should reach: 0, \"<= 1\", \">= 95 %\".", SchemaValue.reference("target"))
            ),
        ]
    }

    private static func value(of parameter: KindDocumentation.Parameter) -> SchemaValue {
        .described(parameter.summary, type(of: parameter.form))
    }

    private static func type(of form: KindDocumentation.Parameter.Form) -> [(String, SchemaValue)] {
        switch form {
        case .nameTest: SchemaValue.reference("nameTest")
        case .textConditions: SchemaValue.reference("textConditions")
        case .string: SchemaValue.type("string")
        case .strings: SchemaValue.reference("strings")
        case .boolean: SchemaValue.type("boolean")
        case .number: SchemaValue.type("number")
        case .integers: SchemaValue.listOf(.object(SchemaValue.type("integer")))
        case .stringTable:
            SchemaValue.type("object") + [("additionalProperties", .object(SchemaValue.type("string")))]
        case .stringsTable:
            SchemaValue.type("object") + [("additionalProperties", .object(SchemaValue.reference("strings")))]
        case .choice(let words): [("enum", .words(words))]
        case .choices(let words): SchemaValue.listOf(.object([("enum", .words(words))]))
        case .tables(let parameters):
            SchemaValue.listOf(
                .table(
                    parameters.map { ($0.name, value(of: $0)) },
                    required: parameters.filter(\.isRequired).map(\.name)))
        }
    }

    // MARK: Definitions

    private static var definitions: [(String, SchemaValue)] {
        let strings = SchemaValue.object(SchemaValue.reference("strings"))
        let boolean = SchemaValue.object(SchemaValue.type("boolean"))
        let string = SchemaValue.object(SchemaValue.type("string"))
        let conditions = NameTest.keys.map { key in
            (key, key == "ignore-case" ? boolean : key == "regex" ? string : strings)
        }
        let text =
            ["contains-any", "contains-none"].map { ($0, strings) } + [("regex", string), ("ignore-case", boolean)]
        return [
            (
                "strings",
                .object([
                    (
                        "oneOf",
                        .list([string, .object(SchemaValue.listOf(string) + [("minItems", .number(1))])])
                    )
                ])
            ),
            ("nameTest", .object([("oneOf", .list([strings, .table(conditions)]))])),
            ("textConditions", .object([("oneOf", .list([strings, .table(text)]))])),
            (
                "target",
                .object([
                    ("type", .words(["number", "string"])), ("pattern", .string("^ *(<=|<|>=|>|=)? *-?[0-9.]+ *%? *$")),
                ])
            ),
            ("day", .object([("type", .string("string")), ("format", .string("date"))])),
        ]
    }
}
