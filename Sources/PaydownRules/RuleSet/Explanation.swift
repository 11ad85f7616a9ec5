/// What kinds and rules say about themselves, as text for a terminal or a page.
package enum Explanation {
    /// A kind: what it finds, how it counts, its parameters, its examples. Nil when there is no such kind.
    ///
    /// - Parameter width: columns to fill; words longer than a line stand alone.
    package static func kind(_ name: String, width: Int = 80) -> String? {
        guard let documentation = RuleKinds.named(name)?.documentation else { return nil }
        var lines = [documentation.name, ""]
        lines += wrapped(documentation.summary + " " + documentation.definition, width: width, indent: "  ")
        lines += ["", "Parameters"]
        lines += parameters(documentation.parameters, width: width, indent: "  ")
        lines += ["", "Message"]
        let words = documentation.messageWords.map { "{\($0)}" }.joined(separator: ", ")
        lines += ["  \"" + documentation.defaultMessage + "\" unless written; it may use " + words]
        for example in documentation.examples { lines += ["", "Example: " + example.title] + shown(example) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A rule: what it is about, where it looks, what to do, and its kind.
    package static func rule(_ id: String, of set: RuleSet, width: Int = 80) -> String? {
        guard let rule = set.rules.first(where: { $0.id == id }) else { return nil }
        let documentation = type(of: rule.kind).documentation
        var lines = [
            "\(rule.id): \(rule.title) (\(rule.severity.rawValue), kind \(rule.kindName), check \(rule.check))", "",
        ]
        if !rule.help.isEmpty { lines += wrapped(rule.help, width: width, indent: "  ") + [""] }
        lines += wrapped(documentation.summary + " " + documentation.definition, width: width, indent: "  ")
        lines += ["", "Looks at"]
        if let number = rule.scope {
            lines += scope(set.scopes[number], width: width)
        } else {
            lines.append("  all files")
        }
        lines += ["", "'paydown explain \(rule.kindName)' tells more about the kind."]
        return lines.joined(separator: "\n") + "\n"
    }

    /// All kinds, a line each.
    package static func kinds(width: Int = 80) -> String {
        let column = (RuleKinds.names.map(\.count).max() ?? 0) + 2
        let lines = RuleKinds.all.flatMap { kind in
            let documentation = kind.documentation
            return wrapped(
                documentation.summary, width: width, indent: String(repeating: " ", count: column),
                first: documentation.name)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func scope(_ scope: Scope, width: Int) -> [String] {
        var lines = ["  scope '\(scope.name)'"]
        let parts = [
            ("under", scope.paths), ("that mention", scope.mentions), ("and one of", scope.mentionsAny),
            ("but not", scope.exclude),
        ]
        for (words, list) in parts where !list.isEmpty {
            lines += wrapped(words + " " + list.joined(separator: ", "), width: width, indent: "    ")
        }
        return lines
    }

    private static func parameters(
        _ parameters: [KindDocumentation.Parameter], width: Int, indent: String
    ) -> [String] {
        parameters.flatMap { parameter in
            let need = parameter.isRequired ? ", needed" : ""
            var lines = [indent + parameter.name + " (" + parameter.form.words + need + ")"]
            lines += wrapped(parameter.summary, width: width, indent: indent + "    ")
            if case .tables(let inner) = parameter.form {
                lines += Self.parameters(inner, width: width, indent: indent + "    ")
            }
            return lines
        }
    }

    private static func shown(_ example: KindDocumentation.Example) -> [String] {
        var lines = example.rule.split(separator: "\n").map { "  " + $0 }
        for file in example.files {
            lines.append("  # " + file.path)
            lines += file.source.split(separator: "\n", omittingEmptySubsequences: false).map { "  | " + $0 }
        }
        return lines
    }

    private static func wrapped(_ text: String, width: Int, indent: String, first: String = "") -> [String] {
        var lines: [String] = []
        var line = first
        if !first.isEmpty { line += String(repeating: " ", count: max(1, indent.count - first.count)) }
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent
                isEmpty = true
            }
            if isEmpty, line.isEmpty { line = indent }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return isEmpty ? lines : lines + [line]
    }
}

extension KindDocumentation.Parameter.Form {
    /// What is to be written, in words.
    var words: String {
        switch self {
        case .nameTest: "a test of names"
        case .textConditions: "words and patterns"
        case .string: "a string"
        case .strings: "a string, or a list of strings"
        case .boolean: "true or false"
        case .number: "a number"
        case .integers: "a list of whole numbers"
        case .stringTable: "a table of strings"
        case .stringsTable: "a table of lists of strings"
        case .choice(let words): "one of " + words.joined(separator: ", ")
        case .choices(let words): "some of " + words.joined(separator: ", ")
        case .tables: "tables"
        }
    }
}
