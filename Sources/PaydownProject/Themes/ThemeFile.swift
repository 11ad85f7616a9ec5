import PaydownScreen

/// Reads a theme file: TOML in, a document and everything that is wrong with it out.
package struct ThemeFile: Sendable {
    package let document: ThemeDocument
    /// In the order of the text. A document with errors is not to be used, only to be looked at.
    package let errors: [ConfigurationError]

    /// - Parameters:
    ///   - stem: the file's name without `.toml`, the theme's name when the text gives none.
    ///   - file: its name for messages.
    package init(_ text: String, stem: String, file: String) {
        var reader = Reader(file: file)
        do {
            document = reader.document(try TOMLDocument.read(text, file: file), stem: stem)
        } catch {
            document = ThemeDocument(name: stem, file: file)
            reader.errors = [error]
        }
        errors = reader.errors.sorted { ($0.position?.line ?? 0) < ($1.position?.line ?? 0) }
    }

    static let keys = ["name", "inherits", "mode", "pair", "palette", "roles"]
    static let styleKeys = ["fg", "bg", "bold", "dim", "italic", "underline", "reverse"]
}

extension ThemeFile {
    /// Which set of roles is read; each allows other colours.
    private enum RoleSet: String {
        case color = "roles"
        case sixteen = "roles.16"
        case mono = "roles.mono"
    }

    private struct Reader {
        let file: String
        var errors: [ConfigurationError] = []
        var palette: [String: Positioned<ColorWord>] = [:]

        mutating func document(_ root: [String: TOMLNode], stem: String) -> ThemeDocument {
            for (key, node) in root.inTextOrder where !ThemeFile.keys.contains(key) {
                fail(node.keyPosition, .unknown(key, "", among: ThemeFile.keys))
            }
            var document = ThemeDocument(name: stem, file: file)
            if let name = name(root["name"], "name") { document.name = name.value }
            document.inherits = name(root["inherits"], "inherits")
            document.pair = name(root["pair"], "pair")
            document.mode = mode(root["mode"])
            document.palette = palette(root["palette"])
            guard let roles = table(root["roles"], "roles") else { return document }
            document.roles = styles(roles.filter { $0.key != "16" && $0.key != "mono" }, .color)
            document.roles16 = styles(table(roles["16"], "roles.16") ?? [:], .sixteen)
            document.rolesMono = styles(table(roles["mono"], "roles.mono") ?? [:], .mono)
            return document
        }

        private mutating func name(_ node: TOMLNode?, _ key: String) -> Positioned<String>? {
            guard let node else { return nil }
            guard let name = node.string else {
                fail(node.position, .wrongType(key: key, expected: "a string", found: node.kind))
                return nil
            }
            guard !name.isEmpty else {
                fail(node.position, .badValue(key: key, value: "", expected: "a theme's name", nearest: nil))
                return nil
            }
            return Positioned(name, at: node.position)
        }

        private mutating func mode(_ node: TOMLNode?) -> Theme.Mode? {
            guard let name = name(node, "mode") else { return nil }
            if let mode = Theme.Mode(rawValue: name.value) { return mode }
            fail(
                name.position,
                .badValue(
                    key: "mode", value: name.value, expected: "'dark', 'light' or 'any'",
                    nearest: NearestName.of(name.value, among: Theme.Mode.allCases.map(\.rawValue))))
            return nil
        }

        private mutating func palette(_ node: TOMLNode?) -> [String: Positioned<ColorWord>] {
            var palette: [String: Positioned<ColorWord>] = [:]
            for (key, value) in (table(node, "palette") ?? [:]).inTextOrder {
                // A name that means the terminal's own colour elsewhere would mean two things.
                guard case .palette(key) = ColorWord(key) else {
                    fail(
                        value.keyPosition,
                        .badValue(
                            key: "palette", value: key, expected: "a name that is no colour's already", nearest: nil))
                    continue
                }
                palette[key] = color(value, key)
            }
            return palette
        }

        private mutating func styles(_ entries: [String: TOMLNode], _ set: RoleSet) -> [Role: RoleStyle] {
            var styles: [Role: RoleStyle] = [:]
            read(entries, under: "", set, into: &styles)
            return styles
        }

        /// Roles by quoted names (`"text.muted" = …`) and by dotted ones (`series.plan = …`), which TOML makes tables.
        private mutating func read(
            _ entries: [String: TOMLNode], under prefix: String, _ set: RoleSet, into styles: inout [Role: RoleStyle]
        ) {
            for (key, node) in entries.inTextOrder {
                let name = prefix + key
                let style = node.table?.filter { ThemeFile.styleKeys.contains($0.key) }
                let nested = node.table?.filter { !ThemeFile.styleKeys.contains($0.key) } ?? [:]
                let isFamily = Role.isFamily(name)
                if isFamily { read(nested, under: name + ".", set, into: &styles) }
                if isFamily, node.table != nil, style?.isEmpty ?? true, !nested.isEmpty { continue }
                guard let role = Role(name: name) else {
                    fail(node.keyPosition, .unknown(name, set.rawValue, among: Role.allCases.map(\.name)))
                    continue
                }
                if !isFamily {
                    for (key, value) in nested.inTextOrder {
                        fail(value.keyPosition, .unknown(key, set.rawValue + "." + name, among: ThemeFile.styleKeys))
                    }
                }
                if let read = self.style(node, style, role, set) { styles[role] = read }
            }
        }

        private mutating func style(
            _ node: TOMLNode, _ table: [String: TOMLNode]?, _ role: Role, _ set: RoleSet
        ) -> RoleStyle? {
            guard let table else {
                guard let color = allowed(color(node, role.name), node, role.name, set) else { return nil }
                return role.isGround ? RoleStyle(background: color) : RoleStyle(foreground: color)
            }
            var style = RoleStyle()
            for (key, value) in table.inTextOrder {
                switch key {
                case "fg":
                    style.foreground = allowed(color(value, key), value, key, set)
                    if role.isPage {
                        fail(
                            value.keyPosition,
                            .badValue(
                                key: role.name, value: "fg", expected: "the text's colour as 'text'", nearest: nil))
                    }
                case "bg": style.background = allowed(color(value, key), value, key, set)
                default:
                    guard let isOn = value.boolean else {
                        fail(value.position, .wrongType(key: key, expected: "true or false", found: value.kind))
                        continue
                    }
                    if set == .mono, key == "dim" {
                        fail(
                            value.keyPosition,
                            .badValue(
                                key: role.name, value: "dim",
                                expected: "bold, underline or reverse: dim is grey, a colour",
                                nearest: nil))
                    }
                    if isOn, let attribute = Attributes(name: key) { style.attributes.insert(attribute) }
                }
            }
            return style
        }

        /// Holds a colour against what its set may have: every colour, the terminal's sixteen, none.
        private mutating func allowed(
            _ color: Positioned<ColorWord>?, _ node: TOMLNode, _ key: String, _ set: RoleSet
        ) -> Positioned<ColorWord>? {
            guard let color else { return nil }
            switch (set, color.value) {
            case (.color, _), (.sixteen, .color(.terminalDefault)), (.sixteen, .color(.indexed(0...15))):
                return color
            case (.sixteen, let word):
                let nearest: String? =
                    if case .palette(let name) = word { NearestName.of(name, among: ColorWord.ansiNames) } else { nil }
                fail(
                    node.position,
                    .badValue(
                        key: key, value: node.colorText, expected: "one of the sixteen ANSI names or 'default'",
                        nearest: nearest))
            case (.mono, _):
                fail(
                    node.position,
                    .badValue(
                        key: key, value: node.colorText, expected: "attributes only, such as { bold = true }",
                        nearest: nil))
            }
            return nil
        }

        private mutating func color(_ node: TOMLNode, _ key: String) -> Positioned<ColorWord>? {
            if case .integer(let number) = node.value, let index = UInt8(exactly: number) {
                return Positioned(.color(.indexed(index)), at: node.position)
            }
            switch node.value {
            case .string(let text):
                if let word = ColorWord(text) { return Positioned(word, at: node.position) }
                fail(
                    node.position,
                    .badValue(
                        key: key, value: text,
                        expected: "'#rrggbb', 'default', an ANSI name, 0 to 255 or a name from [palette]",
                        nearest: nil))
            case .integer(let number):
                fail(
                    node.position,
                    .badValue(key: key, value: String(number), expected: "a number from 0 to 255", nearest: nil))
            default: fail(node.position, .wrongType(key: key, expected: "a colour", found: node.kind))
            }
            return nil
        }

        private mutating func table(_ node: TOMLNode?, _ key: String) -> [String: TOMLNode]? {
            guard let node else { return nil }
            if let table = node.table { return table }
            fail(node.position, .wrongType(key: key, expected: "a table", found: node.kind))
            return nil
        }

        private mutating func fail(_ position: TextPosition, _ problem: ConfigurationError.Problem) {
            errors.append(ConfigurationError(file: file, at: position, problem))
        }
    }
}

extension ConfigurationError.Problem {
    /// An unknown key, with the known one that was most likely meant.
    static func unknown(_ key: String, _ table: String, among known: [String]) -> Self {
        .unknownKey(key, table: table, nearest: NearestName.of(key, among: known), known: known)
    }
}

extension TOMLNode {
    /// A colour as it was written, for messages.
    fileprivate var colorText: String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        default: kind
        }
    }
}

extension Role {
    /// Whether the role is a page's ground rather than a selection's.
    fileprivate var isPage: Bool {
        self == .background || self == .backgroundRaised || self == .backgroundStripe
    }
}

extension Attributes {
    fileprivate init?(name: String) {
        switch name {
        case "bold": self = .bold
        case "dim": self = .dim
        case "italic": self = .italic
        case "underline": self = .underline
        case "reverse": self = .reverse
        default: return nil
        }
    }
}
