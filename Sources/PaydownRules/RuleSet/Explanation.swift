import PaydownCore

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
        lines += wrapped(
            "\"" + documentation.defaultMessage + "\" unless written; it may use " + words, width: width, indent: "  ")
        lines += examples(documentation, width: width)
        return lines.joined(separator: "\n") + "\n"
    }

    /// A rule: what to do, what it looks for and where, how it counts, how it stands, and examples of its kind.
    ///
    /// - Parameters:
    ///   - written: its own parameters as the project's file has them.
    ///   - standing: its measures with their targets, a line each.
    package static func rule(
        _ id: String, of set: RuleSet, written: [String] = [], standing: [String] = [], width: Int = 80
    ) -> String? {
        guard let rule = set.rules.first(where: { $0.id == id }) else { return nil }
        let documentation = type(of: rule.kind).documentation
        var lines = [
            "\(rule.id): \(rule.title) (\(rule.severity.rawValue), kind \(rule.kindName), check \(rule.check))", "",
        ]
        if !rule.help.isEmpty { lines += wrapped(rule.help, width: width, indent: "  ") + [""] }
        if !written.isEmpty { lines += ["Looks for"] + written.map { "  " + $0 } + [""] }
        lines += ["Looks at"]
        if let number = rule.scope {
            lines += scope(set.scopes[number], width: width)
        } else {
            lines.append("  all files")
        }
        lines += ["", "Counts"]
        lines += wrapped(documentation.summary + " " + documentation.definition, width: width, indent: "  ")
        lines += ["", "Stands"]
        if let target = rule.target { lines.append("  target " + target.text) }
        lines += standing.isEmpty ? ["  not scanned yet; 'paydown scan' counts"] : standing.map { "  " + $0 }
        let accepted = set.suppressions.filter { $0.rule == id }
        if !accepted.isEmpty { lines += ["", "Suppressed"] + accepted.flatMap { suppression($0, width: width) } }
        lines += examples(documentation, width: width)
        lines += [""]
        lines += wrapped(
            "'paydown explain --kind \(rule.kindName)' tells what else the kind can do.", width: width, indent: "")
        return lines.joined(separator: "\n") + "\n"
    }

    /// All kinds, a line each.
    package static func kinds(width: Int = 80) -> String {
        listing(RuleKinds.all.map { ($0.documentation.name, $0.documentation.summary) }, width: width)
    }

    /// Names and what is to be said about them, in two columns.
    package static func listing(_ entries: [(name: String, text: String)], width: Int) -> String {
        // A long name has a line of its own rather than narrowing all others.
        let column = min((entries.map(\.name.count).max() ?? 0) + 2, max(12, width * 2 / 5))
        let indent = String(repeating: " ", count: column)
        let lines = entries.flatMap { entry in
            entry.name.count >= column
                ? [entry.name] + wrapped(entry.text, width: width, indent: indent)
                : wrapped(entry.text, width: width, indent: indent, first: entry.name)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Parts

    private static func suppression(_ suppression: Suppression, width: Int) -> [String] {
        var text = suppression.subject + ": " + suppression.reason
        if !suppression.owner.isEmpty { text += ", owner " + suppression.owner }
        if let expires = suppression.expires { text += ", until " + expires.iso }
        return wrapped(text, width: width, indent: "  ")
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

    private static func examples(_ documentation: KindDocumentation, width: Int) -> [String] {
        if documentation.examples.isEmpty { return [] }
        var lines = documentation.examples.flatMap { ["", "Example: " + $0.title] + shown($0) }
        lines += [""]
        lines += wrapped(
            "A finding begins at the character behind its ↓; a ↓ at the beginning of a file is about the file.",
            width: width, indent: "")
        return lines
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
