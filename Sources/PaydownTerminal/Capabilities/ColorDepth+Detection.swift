import PaydownScreen

extension ColorDepth {
    /// The depth of a terminal: what its entry has, less by NO_COLOR, more by COLORTERM.
    ///
    /// - Parameter colors: `colors` of the terminfo entry; negative when it has none.
    init(terminal: String, environment: [String: String], colors: Int) {
        // https://no-color.org: any value but the empty one.
        if let noColor = environment["NO_COLOR"], !noColor.isEmpty {
            self = .mono
            return
        }
        switch colors {
        case ..<8:
            self = .mono
        case ..<256:
            self = Self.claimsTrueColor(environment) && terminal.hasPrefix("xterm") ? .trueColor : .sixteen
        default:
            self = Self.claimsTrueColor(environment) && !Self.isScreen(terminal, environment) ? .trueColor : .indexed
        }
    }

    private static func claimsTrueColor(_ environment: [String: String]) -> Bool {
        let claim = environment["COLORTERM"]?.lowercased() ?? ""
        return claim == "truecolor" || claim == "24bit"
    }

    /// GNU screen hands on the COLORTERM of the terminal around it, but not the colours; tmux converts them.
    private static func isScreen(_ terminal: String, _ environment: [String: String]) -> Bool {
        terminal.hasPrefix("screen") && (environment["TMUX"] ?? "").isEmpty
    }
}
