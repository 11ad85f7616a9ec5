import PaydownCore

/// JSON in the order in which it was put together, two spaces a step: made to be read in a diff.
indirect enum SchemaValue {
    case string(String)
    case number(Int)
    case decimal(Double)
    case boolean(Bool)
    case list([SchemaValue])
    case object([(String, SchemaValue)])

    static func words(_ words: [String]) -> SchemaValue {
        .list(words.map(SchemaValue.string))
    }

    func text(indent: String = "") -> String {
        switch self {
        case .string(let string): JSONString.quoted(string)
        case .number(let number): String(number)
        // A measure that is not a number has no value; JSON says null.
        case .decimal(let number): number.isFinite ? numberText(number) : "null"
        case .boolean(let boolean): String(boolean)
        case .list(let items): Self.block("[", items.map { $0.text(indent: indent + "  ") }, "]", indent)
        case .object(let members):
            Self.block(
                "{", members.map { JSONString.quoted($0.0) + ": " + $0.1.text(indent: indent + "  ") }, "}", indent)
        }
    }

    /// On one line when it is short and has no line in it.
    private static func block(_ open: String, _ items: [String], _ close: String, _ indent: String) -> String {
        let short = open + items.joined(separator: ", ") + close
        if short.count + indent.count <= 100, !short.contains("\n") { return short }
        let inner = items.map { indent + "  " + $0 }.joined(separator: ",\n")
        return open + "\n" + inner + "\n" + indent + close
    }
}

extension SchemaValue {
    static func described(_ summary: String, _ type: [(String, SchemaValue)]) -> SchemaValue {
        .object([("description", .string(summary))] + type)
    }

    /// A table with these keys and no others.
    static func table(
        _ members: [(String, SchemaValue)], required: [String] = [], summary: String? = nil
    ) -> SchemaValue {
        var parts: [(String, SchemaValue)] = summary.map { [("description", .string($0))] } ?? []
        parts.append(("type", .string("object")))
        parts.append(("properties", .object(members)))
        if !required.isEmpty { parts.append(("required", .words(required))) }
        parts.append(("additionalProperties", .boolean(false)))
        return .object(parts)
    }

    static func reference(_ name: String) -> [(String, SchemaValue)] {
        [("$ref", .string("#/$defs/" + name))]
    }

    static func listOf(_ item: SchemaValue) -> [(String, SchemaValue)] {
        [("type", .string("array")), ("items", item)]
    }

    static func type(_ name: String) -> [(String, SchemaValue)] {
        [("type", .string(name))]
    }
}
