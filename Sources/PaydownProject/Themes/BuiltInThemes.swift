import PaydownScreen

/// The themes compiled in: their texts in `BuiltInThemes+Texts.swift`, and `base` as a value in
/// `BuiltInThemes+Base.swift`.
///
/// `base` is what nearly everybody starts with, and the first frame waits for it: as a value it takes a tenth of the
/// millisecond that reading its text takes.
package enum BuiltInThemes {
    package static var names: [String] { texts.map(\.name) }

    package static func text(named name: String) -> String? {
        texts.first { $0.name == name }?.text
    }

    /// A fresh parse, but for `base`; nil for other names.
    package static func document(named name: String) -> ThemeDocument? {
        if name == ThemeResolver.base { return base }
        return text(named: name).map { ThemeFile($0, stem: name, file: file(of: name)).document }
    }

    /// What messages call the file of a built-in theme.
    package static func file(of name: String) -> String {
        "built-in " + name + ".toml"
    }
}
