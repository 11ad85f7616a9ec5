import PaydownCore
import PaydownScreen

/// Reads one configuration file: its settings, and everything that is wrong with it.
package struct ConfigurationFile: Sendable {
    package enum Kind: Sendable {
        /// The user's own `config.toml`: the only one that may name programs to run for the user.
        case user
        /// `paydown.toml` at the project's root.
        case project
        /// `[tool.paydown]` of a `pyproject.toml`, whose other tables are nobody's business here.
        case pyproject
    }

    /// What one file says; nil where it says nothing.
    package struct Settings: Equatable, Sendable {
        package struct Theme: Equatable, Sendable {
            package var value: ThemeChoice
            package var origin: SettingOrigin
        }

        package var theme: Theme?
        package var keys: [KeyBinding] = []
        package var mouse: Bool?
        package var glyphs: GlyphChoice?
        package var motion: Bool?
        package var accessible: Bool?
        package var synchronized: Bool?
        package var editor: [String]?
        package var clipboard: [String]?
        package var projectName: String?
        package var plan = Plan()
        package var tables: [String: TOMLNode] = [:]

        package init() {}
    }

    package private(set) var settings = Settings()
    /// In the order of the text. Settings of a file with errors are not to be used.
    package var errors: [ConfigurationError] = []

    let file: String
    private let kind: Kind
    private let userFile: String

    /// - Parameters:
    ///   - file: its name for messages.
    ///   - userFile: the user's own file, for messages that send there.
    package init(_ text: String, file: String, kind: Kind, userFile: String) {
        self.file = file
        self.kind = kind
        self.userFile = userFile
        do {
            let root = try TOMLDocument.read(text, file: file)
            if let table = kind == .pyproject ? Self.ours(in: root) : root { read(table) }
        } catch {
            // A pyproject.toml without a word about paydown is somebody else's to mend.
            if kind != .pyproject || text.contains("tool.paydown") { errors = [error] }
        }
        errors.sort { ($0.position?.line ?? 0) < ($1.position?.line ?? 0) }
    }

    private static func ours(in root: [String: TOMLNode]) -> [String: TOMLNode]? {
        root["tool"]?.table?["paydown"]?.table
    }

    /// Keys that any of the files may have.
    private static let shared = ["theme", "keys", "mouse", "glyphs", "motion", "accessible", "synchronized"]
    private static let onlyUser = ["editor", "clipboard"]
    private static let onlyProject = ["project", "scope", "rule", "phase", "gate", "suppression", "golden-path"]

    private mutating func read(_ root: [String: TOMLNode]) {
        let known = Self.shared + (kind == .user ? Self.onlyUser : Self.onlyProject)
        for (key, node) in root.inTextOrder {
            switch key {
            case "theme": settings.theme = theme(node)
            case "keys": settings.keys = bindings(node)
            case "mouse": settings.mouse = boolean(node, key)
            case "glyphs": settings.glyphs = glyphs(node)
            case "motion": settings.motion = boolean(node, key)
            case "accessible": settings.accessible = boolean(node, key)
            case "synchronized": settings.synchronized = boolean(node, key)
            case "editor" where kind == .user: settings.editor = command(node, key)
            case "clipboard" where kind == .user: settings.clipboard = command(node, key)
            case "project" where kind != .user: settings.projectName = projectName(node)
            case "phase" where kind != .user: settings.plan = plan(node)
            case _ where Self.onlyUser.contains(key):
                fail(node.keyPosition, .onlyInUserFile(key: key, userFile: userFile))
            case _ where Self.onlyProject.contains(key) && kind == .user:
                fail(node.keyPosition, .onlyInProjectFile(key: key))
            case _ where Self.onlyProject.contains(key): break
            default: fail(node.keyPosition, .unknown(key, "", among: known))
            }
        }
        if kind != .user { settings.tables = root.filter { Self.onlyProject.contains($0.key) && $0.key != "phase" } }
    }

    private mutating func theme(_ node: TOMLNode) -> Settings.Theme? {
        let origin = SettingOrigin(file: file, position: node.position)
        if let name = node.string {
            guard !name.isEmpty else {
                fail(node.position, .badValue(key: "theme", value: "", expected: "'auto' or a name", nearest: nil))
                return nil
            }
            return Settings.Theme(value: ThemeChoice(name), origin: origin)
        }
        guard let table = node.table else {
            fail(
                node.position,
                .wrongType(key: "theme", expected: "a name or { dark = \"…\", light = \"…\" }", found: node.kind))
            return nil
        }
        for (key, value) in table.inTextOrder where key != "dark" && key != "light" {
            fail(value.keyPosition, .unknown(key, "theme", among: ["dark", "light"]))
        }
        for key in ["dark", "light"] where table[key] == nil {
            fail(node.position, .missingKey(key, table: "theme"))
        }
        guard let dark = table["dark"].flatMap({ string($0, "dark") }),
            let light = table["light"].flatMap({ string($0, "light") })
        else { return nil }
        return Settings.Theme(value: .byMode(dark: dark, light: light), origin: origin)
    }

    /// Actions with dotted ids may be written as dotted keys, which TOML makes tables.
    private mutating func bindings(_ node: TOMLNode, under prefix: String = "") -> [KeyBinding] {
        guard let table = node.table else {
            fail(node.position, .wrongType(key: "keys", expected: "a table", found: node.kind))
            return []
        }
        var bindings: [KeyBinding] = []
        for (key, value) in table.inTextOrder {
            if value.table != nil {
                bindings += self.bindings(value, under: prefix + key + ".")
                continue
            }
            guard let names = value.array ?? (value.string == nil ? nil : [value]) else {
                fail(
                    value.position,
                    .wrongType(key: prefix + key, expected: "a key's name or a list of them", found: value.kind))
                continue
            }
            let keys = names.compactMap { keyNamed($0, for: prefix + key) }
            bindings.append(
                KeyBinding(
                    action: prefix + key, keys: keys, origin: SettingOrigin(file: file, position: value.keyPosition)))
        }
        return bindings
    }

    private mutating func keyNamed(_ node: TOMLNode, for action: String) -> Key? {
        guard let name = string(node, action) else { return nil }
        if let key = Key(name) { return key }
        fail(
            node.position,
            .badValue(
                key: action, value: name, expected: "a key such as 'j', '^d', 'enter', 'S-tab', 'space' or 'F1'",
                nearest: name.count > 1 ? NearestName.of(name, among: Self.keyNames) : nil))
        return nil
    }

    private static let keyNames = [
        Key.enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
        .pageUp, .pageDown, .character(" "),
    ].map(\.name)

    private mutating func glyphs(_ node: TOMLNode) -> GlyphChoice? {
        guard let name = string(node, "glyphs") else { return nil }
        if let choice = GlyphChoice(rawValue: name) { return choice }
        fail(
            node.position,
            .badValue(
                key: "glyphs", value: name, expected: "'auto', 'unicode' or 'ascii'",
                nearest: NearestName.of(name, among: GlyphChoice.allCases.map(\.rawValue))))
        return nil
    }

    /// A program and its arguments, one string each: nothing here is ever given to a shell.
    private mutating func command(_ node: TOMLNode, _ key: String) -> [String]? {
        guard let parts = node.array else {
            fail(
                node.position,
                .wrongType(
                    key: key, expected: "a list of strings, such as [\"program\", \"argument\"]", found: node.kind))
            return nil
        }
        let words = parts.compactMap { string($0, key) }
        guard let program = words.first, !program.isEmpty else {
            if words.count == parts.count {
                fail(
                    node.position, .badValue(key: key, value: "[]", expected: "a program's name first", nearest: nil))
            }
            return nil
        }
        return words
    }

    private mutating func projectName(_ node: TOMLNode) -> String? {
        guard let table = node.table else {
            fail(node.position, .wrongType(key: "project", expected: "a table", found: node.kind))
            return nil
        }
        return table["name"].flatMap { string($0, "name") }
    }

    private mutating func boolean(_ node: TOMLNode, _ key: String) -> Bool? {
        if let boolean = node.boolean { return boolean }
        fail(node.position, .wrongType(key: key, expected: "true or false", found: node.kind))
        return nil
    }

    mutating func string(_ node: TOMLNode, _ key: String) -> String? {
        if let string = node.string { return string }
        fail(node.position, .wrongType(key: key, expected: "a string", found: node.kind))
        return nil
    }

    mutating func fail(_ position: TextPosition, _ problem: ConfigurationError.Problem) {
        errors.append(ConfigurationError(file: file, at: position, problem))
    }
}
