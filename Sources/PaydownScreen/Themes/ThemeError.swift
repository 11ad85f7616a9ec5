/// Why a theme cannot be made from its files; each names the file and the place in it.
package enum ThemeError: Error, Equatable, Sendable {
    case noSuchTheme(name: String, nearest: String?)
    case unknownParent(name: String, file: String, at: TextPosition, nearest: String?)
    /// - Parameter files: from the theme asked for to the one that closes the circle.
    case inheritanceCycle(names: [String], files: [String], at: TextPosition)
    case unknownColor(name: String, file: String, at: TextPosition, nearest: String?)
    /// Palette names that stand for one another in a circle.
    case paletteCycle(name: String, file: String, at: TextPosition)

    package var file: String? {
        switch self {
        case .noSuchTheme: nil
        case .unknownParent(_, let file, _, _), .unknownColor(_, let file, _, _), .paletteCycle(_, let file, _): file
        case .inheritanceCycle(_, let files, _): files.first
        }
    }

    package var position: TextPosition? {
        switch self {
        case .noSuchTheme: nil
        case .unknownParent(_, _, let position, _), .unknownColor(_, _, let position, _),
            .paletteCycle(_, _, let position), .inheritanceCycle(_, _, let position):
            position
        }
    }

    /// What is wrong, without the place.
    package var sentence: String {
        switch self {
        case .noSuchTheme(let name, _): "no theme is named '\(name)'"
        case .unknownParent(let name, _, _, _): "inherits from '\(name)', and no theme has that name"
        case .inheritanceCycle(let names, let files, _):
            "themes inherit in a circle: " + names.joined(separator: " -> ") + " ("
                + files.joined(separator: ", ") + ")"
        case .unknownColor(let name, _, _, _): "unknown colour '\(name)'"
        case .paletteCycle(let name, _, _): "the palette colour '\(name)' stands for itself"
        }
    }

    /// What to do about it.
    package var wayOut: String {
        switch self {
        case .noSuchTheme(_, let nearest), .unknownParent(_, _, _, let nearest):
            (nearest.map { "did you mean '\($0)'? " } ?? "") + "'paydown theme list' shows them all"
        case .inheritanceCycle: "take 'inherits' out of one of them"
        case .unknownColor(_, _, _, let nearest):
            (nearest.map { "did you mean '\($0)'? " } ?? "")
                + "write '#rrggbb', 'default', an ANSI name, 0 to 255 or a name from [palette]"
        case .paletteCycle: "give one of the names a colour of its own"
        }
    }
}
