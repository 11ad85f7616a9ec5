import PaydownScreen

/// The themes compiled in; their texts are in `BuiltInThemes+Texts.swift`.
package enum BuiltInThemes {
    package static var names: [String] { texts.map(\.name) }

    package static func text(named name: String) -> String? {
        texts.first { $0.name == name }?.text
    }

    /// A fresh parse; nil for other names.
    package static func document(named name: String) -> ThemeDocument? {
        text(named: name).map { ThemeFile($0, stem: name, file: "built-in " + name + ".toml").document }
    }

    /// The Swift source that holds a folder of theme files, as `BuiltInThemes+Texts.swift` must be.
    ///
    /// - Parameter files: names without `.toml` and texts, in any order.
    package static func source(of files: [(name: String, text: String)]) -> String {
        var source = """
            // Generated from Themes/*.toml: PAYDOWN_RECORD=1 swift test --filter CompiledInThemes
            // swift-format-ignore-file

            extension BuiltInThemes {
                static let texts: [(name: String, text: String)] = [

            """
        for file in files.sorted(by: { $0.name < $1.name }) {
            // The line end before the closing quotes is theirs, so the text keeps its own.
            source += "        (\"\(file.name)\", ###\"\"\"\n\(file.text)\n\"\"\"###),\n"
        }
        return source + "    ]\n}\n"
    }
}
