import PaydownCore
import PaydownPython

/// Reads the tables of a project's file that are about rules: `project`, `scope`, `rule`, `suppression`, `gate`,
/// `golden-path`.
package struct RuleSetReader {
    package private(set) var rules = RuleSet()
    package private(set) var gate = Gate()
    package private(set) var goldenPath: GoldenPath?
    /// The version of Python that the project names, as written; nil for the newest.
    package private(set) var python: String?
    /// Patterns of files that are not scanned, as in a `.gitignore` at the project's root.
    package private(set) var excludes: [String] = []
    /// In the order of the text. A rule set with problems is not to be used.
    package private(set) var problems: [SettingProblem] = []

    /// - Parameter tables: the tables by name; others are left alone.
    package init(_ tables: [String: Setting]) {
        var reader = SettingReader(tables, name: "")
        reader.nested("project") { project(&$0) }
        rules.scopes = scopes(&reader)
        let kinds = reader.tables("rule") { self.rule(&$0) }
        rules.rules = kinds.compactMap(\.self)
        reader.checkIDs(of: rules.rules)
        rules.suppressions = suppressions(&reader)
        if let gate = reader.nested("gate", { Gate(from: &$0) }) { self.gate = gate }
        goldenPath = reader.nested("golden-path") { GoldenPath(from: &$0) }
        problems = reader.problems.sorted { $0.place < $1.place }
    }

    private mutating func project(_ settings: inout SettingReader) {
        // The name is read with the looks of a project.
        _ = settings.setting("name")
        python = settings.string("python")
        if let python, PythonVersion(python) == nil {
            settings.failAboutKey("python", value: python, expected: "a version such as '3.11'")
        }
        excludes = settings.strings("exclude") ?? []
        rules.layout = SourceLayout(
            roots: settings.strings("roots") ?? [], tests: settings.strings("tests") ?? [])
    }

    private func scopes(_ reader: inout SettingReader) -> [Scope] {
        guard let setting = reader.setting("scope") else { return [] }
        guard let tables = setting.table else {
            reader.fail(
                .wrongType(key: "scope", expected: "tables such as [scope.api]", found: setting.kind), setting.place)
            return []
        }
        return tables.sorted { ($0.value.keyPlace, $0.key) < ($1.value.keyPlace, $1.key) }.compactMap { name, setting in
            reader.nested(setting, "scope." + name) { Scope(name: name, from: &$0) }
        }
    }

    private func suppressions(_ reader: inout SettingReader) -> [Suppression] {
        guard let list = reader.setting("suppression")?.list else {
            return reader.tables("suppression") { Suppression(from: &$0, place: .start) }
        }
        return list.compactMap { setting in
            reader.nested(setting, "suppression") { Suppression(from: &$0, place: setting.keyPlace) }
        }
    }

    private func rule(_ settings: inout SettingReader) -> RuleDefinition? {
        let id = settings.requiredString("id")
        let scope = scope(&settings)
        let common = CommonSettings(&settings, id: id)
        let path = settings.nameTest("path") ?? NameTest()
        let kindName = settings.requiredString("kind")
        guard let type = RuleKinds.named(kindName) else {
            if !kindName.isEmpty {
                settings.failAboutKey(
                    "kind", value: kindName, expected: "one of the kinds of rules", known: RuleKinds.names)
            }
            settings.ignoreOtherKeys()
            return nil
        }
        let documentation = type.documentation
        let kind = type.init(from: &settings)
        for word in MessageTemplate(common.message).words where !documentation.messageWords.contains(word) {
            settings.failAboutKey(
                "message", value: "{\(word)}",
                expected: documentation.messageWords.map { "{\($0)}" }.joined(separator: ", "),
                known: documentation.messageWords.map { "{\($0)}" })
        }
        return RuleDefinition(
            id: id, kind: kind, kindName: kindName, check: common.check, title: common.title,
            severity: common.severity, help: common.help, scope: scope, path: path, message: common.message,
            isHeadline: common.isHeadline, isListed: common.isListed, target: common.target,
            canonicalText: settings.canonicalText,
            checkedText: settings.canonicalText(without: CommonSettings.forPeople + documentation.wordsForPeople),
            place: settings.place)
    }

    private func scope(_ settings: inout SettingReader) -> Int? {
        guard let name = settings.string("scope") else { return nil }
        if let number = rules.scopes.firstIndex(where: { $0.name == name }) { return number }
        settings.failAboutKey(
            "scope", value: name, expected: "the name of a [scope.…] table", known: rules.scopes.map(\.name))
        return nil
    }
}

/// What rules of all kinds have.
private struct CommonSettings {
    var check: String
    var title: String
    var severity: Severity
    var help: String
    var message: String
    var isHeadline: Bool
    var isListed: Bool
    var target: Target?

    /// Keys that change no finding's place and no number.
    static let forPeople = ["title", "severity", "help", "use", "message", "headline", "target", "check"]

    init(_ settings: inout SettingReader, id: String) {
        check = settings.string("check") ?? "rules"
        title = settings.string("title") ?? Self.title(of: id)
        severity = settings.choice("severity", Severity.self) ?? .warning
        let use = settings.string("use").map { "Use \($0) instead." }
        help = settings.string("help") ?? use ?? ""
        message = settings.string("message") ?? ""
        isHeadline = settings.boolean("headline") ?? false
        isListed = settings.boolean("listed") ?? true
        target = settings.target("target")
    }

    /// `no-singleton` becomes `No singleton`.
    private static func title(of id: String) -> String {
        let words = id.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension SettingReader {
    /// A number, or a comparison such as `<= 1`.
    mutating func target(_ key: String) -> Target? {
        guard let setting = setting(key) else { return nil }
        switch setting.value {
        case .integer(let number): return Target(.equal, Double(number))
        case .number(let number) where number.isFinite: return Target(.equal, number)
        case .string(let text):
            if let target = Target(text) { return target }
            fail(
                .badValue(key: key, value: text, expected: "a target such as '<= 1' or '>= 95 %'", known: []),
                setting.place)
        default:
            fail(
                .wrongType(key: key, expected: "a target such as \"<= 1\"", found: setting.kind), setting.place)
        }
        return nil
    }

    /// Two rules with one id would share their findings.
    fileprivate mutating func checkIDs(of rules: [RuleDefinition]) {
        var seen: Set<String> = []
        for rule in rules where !seen.insert(rule.id).inserted {
            fail(
                .badValue(key: "id", value: rule.id, expected: "an id that no other rule has", known: []), rule.place)
        }
    }
}
