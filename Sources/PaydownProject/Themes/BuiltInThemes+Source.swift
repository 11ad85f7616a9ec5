import PaydownScreen

/// How the two files of built-in themes are written; a test compares, and writes them when it is told to.
extension BuiltInThemes {
    private static let heading = """
        // Generated from Themes/*.toml: PAYDOWN_RECORD=1 swift test --filter CompiledInThemes
        // swift-format-ignore-file


        """

    /// The Swift source that holds a folder of theme files, as `BuiltInThemes+Texts.swift` must be.
    ///
    /// - Parameter files: names without `.toml` and texts, in any order.
    package static func source(of files: [(name: String, text: String)]) -> String {
        var source = heading + "extension BuiltInThemes {\n    static let texts: [(name: String, text: String)] = [\n"
        for file in files.sorted(by: { $0.name < $1.name }) {
            // The line end before the closing quotes is theirs, so the text keeps its own.
            source += "        (\"\(file.name)\", ###\"\"\"\n\(file.text)\n\"\"\"###),\n"
        }
        return source + "    ]\n}\n"
    }

    /// The Swift source that holds `base`, as `BuiltInThemes+Base.swift` must be.
    ///
    /// - Parameter document: without parent, palette and set for sixteen colours, as `base` is.
    package static func source(ofBase document: ThemeDocument) -> String {
        var source = heading + "import PaydownScreen\n\nextension BuiltInThemes {\n"
        for (name, roles) in [("baseRoles", document.roles), ("baseRolesMono", document.rolesMono)] {
            source += "    private static let \(name): [Role: RoleStyle] = [\n"
            for role in Role.allCases {
                guard let style = roles[role] else { continue }
                source += "        .\(role): \(literal(of: style)),\n"
            }
            source += "    ]\n\n"
        }
        return source + """
                static let base = ThemeDocument(
                    name: "\(document.name)", file: "\(document.file)", mode: .\(document.mode ?? .any), roles: baseRoles,
                    rolesMono: baseRolesMono)
            }

            """
    }

    private static func literal(of style: RoleStyle) -> String {
        var parts: [String] = []
        if let foreground = style.foreground { parts.append("foreground: " + literal(of: foreground)) }
        if let background = style.background { parts.append("background: " + literal(of: background)) }
        let names = style.attributes.names.map { "." + $0 }
        if !names.isEmpty { parts.append("attributes: [" + names.joined(separator: ", ") + "]") }
        return "RoleStyle(" + parts.joined(separator: ", ") + ")"
    }

    private static func literal(of word: Positioned<ColorWord>) -> String {
        let color =
            switch word.value {
            case .color(.indexed(let index)): ".color(.indexed(\(index)))"
            case .color(.rgb(let red, let green, let blue)): ".color(.rgb(red: \(red), green: \(green), blue: \(blue)))"
            case .color(.terminalDefault): ".color(.terminalDefault)"
            case .palette(let name): ".palette(\"\(name)\")"
            }
        return "Positioned(\(color), at: TextPosition(line: \(word.position.line), column: \(word.position.column)))"
    }
}
