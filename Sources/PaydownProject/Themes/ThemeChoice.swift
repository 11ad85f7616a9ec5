import PaydownScreen

/// Which theme somebody wants: `theme = "auto"`, a name, or one for each mode.
package enum ThemeChoice: Equatable, Sendable {
    /// The terminal's own colours.
    case auto
    case named(String)
    case byMode(dark: String, light: String)

    /// As `--theme` and a configuration's string have it.
    package init(_ text: String) {
        self = text == "auto" ? .auto : .named(text)
    }

    /// The name of the theme to show.
    ///
    /// - Parameter mode: the terminal's, nil when it does not say; then it is taken for dark.
    package func name(for mode: Theme.Mode?) -> String {
        switch self {
        case .auto: ThemeResolver.base
        case .named(let name): name
        case .byMode(let dark, let light): mode == .light ? light : dark
        }
    }
}
