import PaydownCore

/// The same for programs: JSON objects.
extension Explanation {
    /// A kind as an object; nil when there is no such kind.
    package static func kindJSON(_ name: String) -> String? {
        RuleKinds.named(name).map { SchemaValue.object([("kind", object($0.documentation))]).text() + "\n" }
    }

    /// A rule and its kind as an object; nil when there is no such rule.
    ///
    /// - Parameters:
    ///   - written: its own parameters as TOML lines.
    ///   - measures: as a snapshot has them.
    package static func ruleJSON(
        _ id: String, of set: RuleSet, written: [String], measures: [Measure]
    ) -> String? {
        guard let rule = set.rules.first(where: { $0.id == id }) else { return nil }
        let body = SchemaValue.object([
            ("rule", object(rule, of: set, written: written, measures: measures)),
            ("kind", object(type(of: rule.kind).documentation)),
        ])
        return body.text() + "\n"
    }

    /// All rules of a project and all kinds.
    package static func allJSON(of set: RuleSet, measures: (String) -> [Measure]) -> String {
        SchemaValue.object([
            ("rules", .list(set.rules.map { object($0, of: set, written: [], measures: measures($0.id)) })),
            (
                "kinds",
                .list(
                    RuleKinds.all.map {
                        .object([
                            ("name", .string($0.documentation.name)), ("summary", .string($0.documentation.summary)),
                        ])
                    })
            ),
        ]).text() + "\n"
    }

    private static func object(
        _ rule: RuleDefinition, of set: RuleSet, written: [String], measures: [Measure]
    ) -> SchemaValue {
        var members: [(String, SchemaValue)] = [
            ("id", .string(rule.id)), ("kind", .string(rule.kindName)), ("check", .string(rule.check)),
            ("title", .string(rule.title)), ("severity", .string(rule.severity.rawValue)), ("help", .string(rule.help)),
        ]
        if let scope = rule.scope { members.append(("scope", .string(set.scopes[scope].name))) }
        if let target = rule.target { members.append(("target", .string(target.text))) }
        if !written.isEmpty { members.append(("parameters", .words(written))) }
        members.append(
            (
                "measures",
                .list(
                    measures.map { measure in
                        var parts: [(String, SchemaValue)] = [
                            ("id", .string(measure.id)), ("title", .string(measure.title)),
                            ("value", .decimal(measure.value)), ("unit", .string(measure.unit)),
                        ]
                        if let population = measure.population { parts.append(("population", .decimal(population))) }
                        return .object(parts)
                    })
            ))
        return .object(members)
    }

    private static func object(_ documentation: KindDocumentation) -> SchemaValue {
        .object([
            ("name", .string(documentation.name)), ("summary", .string(documentation.summary)),
            ("definition", .string(documentation.definition)),
            ("parameters", .list(documentation.parameters.map(object))),
            ("message", .string(documentation.defaultMessage)), ("messageWords", .words(documentation.messageWords)),
            (
                "examples",
                .list(
                    documentation.examples.map { example in
                        .object([
                            ("title", .string(example.title)), ("rule", .string(example.rule)),
                            (
                                "files",
                                .list(
                                    example.files.map {
                                        .object([("path", .string($0.path)), ("source", .string($0.source))])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }

    private static func object(_ parameter: KindDocumentation.Parameter) -> SchemaValue {
        var members: [(String, SchemaValue)] = [
            ("name", .string(parameter.name)), ("form", .string(parameter.form.words)),
            ("required", .boolean(parameter.isRequired)), ("summary", .string(parameter.summary)),
        ]
        if case .tables(let inner) = parameter.form { members.append(("parameters", .list(inner.map(object)))) }
        return .object(members)
    }
}
