import PaydownDashboard

/// How a person's editor is called with files and lines. Split into words, never given to a shell.
struct EditorCommand: Equatable {
    /// The program and its arguments.
    var arguments: [String]
    /// Whether it opens a window of its own: then paydown keeps the terminal and does not wait.
    var isDetached: Bool

    /// - Parameters:
    ///   - configured: from the user's own configuration, before everything else.
    ///   - places: at least one; paths as they are to be opened.
    init?(places: [Effect.Location], configured: [String]?, environment: [String: String]) {
        var words = configured ?? []
        for variable in ["VISUAL", "EDITOR"] where words.isEmpty {
            words = environment[variable].map(Self.words) ?? []
        }
        if words.isEmpty { words = ["vi"] }
        guard let program = words.first, !places.isEmpty else { return nil }
        let name = String(program.split(separator: "/").last ?? "")
        let style = Self.style(of: name)
        arguments = words + places.enumerated().flatMap { Self.arguments($1, style, isFirst: $0 == 0) }
        isDetached = Self.windows.contains(name) && !words.contains("-nw") && !words.contains("-t")
    }

    /// Splits as a shell would without expanding anything: blanks separate, quotes and backslashes protect.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isInWord = false
        var quote: Character?
        var isEscaped = false
        for character in text {
            if isEscaped {
                word.append(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
                isInWord = true
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
                isInWord = true
            } else if quote == nil, character == " " || character == "\t" {
                if isInWord { words.append(word) }
                word = ""
                isInWord = false
            } else {
                word.append(character)
                isInWord = true
            }
        }
        if isInWord { words.append(word) }
        return words
    }

    private enum Style {
        /// `+12 file`
        case plus
        /// `file:12`
        case colon
        /// `--goto file:12`
        case goto
        /// `--line 12 file`
        case line
    }

    private static let windows: Set<String> = [
        "code", "code-insiders", "codium", "cursor", "windsurf", "subl", "sublime_text", "zed", "zeditor", "idea",
        "pycharm", "charm", "gedit", "kate", "gvim", "mate", "xed", "mousepad",
    ]

    private static func style(of name: String) -> Style {
        switch name {
        case "vi", "vim", "nvim", "gvim", "view", "nano", "emacs", "emacsclient", "kak", "joe", "jed", "mg", "ne",
            "micro", "vis", "gedit", "xed", "mousepad", "less", "ex":
            .plus
        case "hx", "helix", "subl", "sublime_text", "zed", "zeditor", "mate", "amp", "lapce":
            .colon
        case "code", "code-insiders", "codium", "cursor", "windsurf":
            .goto
        case "idea", "pycharm", "charm", "kate":
            .line
        default:
            .plus
        }
    }

    private static func arguments(_ place: Effect.Location, _ style: Style, isFirst: Bool) -> [String] {
        // A path that begins with a sign must not be taken for an option.
        let path = place.path.hasPrefix("-") || place.path.hasPrefix("+") ? "./" + place.path : place.path
        guard place.line > 0 else { return [path] }
        switch style {
        // Vi takes one +line, before the first file; others take one before each.
        case .plus: return isFirst ? ["+\(place.line)", path] : [path]
        case .colon: return ["\(path):\(place.line)"]
        case .goto: return ["--goto", "\(path):\(place.line)"]
        case .line: return ["--line", "\(place.line)", path]
        }
    }
}
