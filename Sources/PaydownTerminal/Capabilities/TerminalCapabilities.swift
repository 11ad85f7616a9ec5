import CNcurses
import PaydownScreen

/// What the terminal shows, found out without asking it: from the environment, its entry and the C library.
package struct TerminalCapabilities: Equatable, Sendable {
    /// TERM.
    package let name: String
    /// Whether text is written as UTF-8.
    package let isUTF8: Bool
    package internal(set) var depth: ColorDepth
    /// The signs that are safe here, for `glyphs = "auto"`.
    package let glyphs: GlyphSet

    init(name: String, environment: [String: String], isUTF8: Bool, colors: Int) {
        self.name = name
        self.isUTF8 = isUTF8
        depth = Self.depth(terminal: name, environment: environment, colors: colors)
        glyphs = Self.glyphs(terminal: name, isUTF8: isUTF8, ruleWidth: Int(wcwidth(0x2500)))
    }

    /// GNU screen hands on the COLORTERM of the terminal around it, but not the colours; tmux converts them.
    static func depth(terminal: String, environment: [String: String], colors: Int) -> ColorDepth {
        let depth = ColorDepth(terminalColors: colors) { environment[$0] }
        let isGNUScreen = terminal.hasPrefix("screen") && (environment["TMUX"] ?? "").isEmpty
        return depth == .trueColor && isGNUScreen ? .indexed : depth
    }

    /// - Parameter ruleWidth: cells of `─` in the C library: 2 or more where ambiguous signs are wide, which
    ///   shears every row that has one.
    static func glyphs(terminal: String, isUTF8: Bool, ruleWidth: Int) -> GlyphSet {
        // The Linux console has 256 or 512 glyphs, DEC terminals fewer.
        let isPoor = terminal == "dumb" || terminal == "linux" || terminal.hasPrefix("vt")
        return !isUTF8 || isPoor || ruleWidth != 1 ? .ascii : .unicode
    }
}
