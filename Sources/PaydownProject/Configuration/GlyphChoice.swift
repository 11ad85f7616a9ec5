import PaydownScreen

/// Which signs somebody wants frames drawn with.
package enum GlyphChoice: String, CaseIterable, Sendable {
    /// Unicode where the terminal shows it in the width we expect.
    case auto
    case unicode
    case ascii

    /// The signs for a terminal.
    ///
    /// - Parameters:
    ///   - environment: the value of a variable, nil when it is not set.
    ///   - ruleWidth: the columns that the locale gives `─`; it is two where ambiguous glyphs are wide, and then
    ///     every row would shear.
    package func glyphs(environment: (String) -> String?, ruleWidth: Int) -> GlyphSet {
        switch self {
        case .unicode: .unicode
        case .ascii: .ascii
        case .auto:
            GlyphChoice.isUTF8(environment) && GlyphChoice.showsUnicode(environment("TERM") ?? "") && ruleWidth == 1
                ? .unicode : .ascii
        }
    }

    /// POSIX: LC_ALL counts before LC_CTYPE before LANG, an empty value as none.
    private static func isUTF8(_ environment: (String) -> String?) -> Bool {
        for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let locale = environment(variable), !locale.isEmpty else { continue }
            let folded = locale.lowercased()
            return folded.contains("utf-8") || folded.contains("utf8")
        }
        return false
    }

    /// The Linux console and the old hardware have a few hundred glyphs, and not ours.
    private static func showsUnicode(_ term: String) -> Bool {
        !(term.isEmpty || term == "dumb" || term == "linux" || term.hasPrefix("linux-") || term.hasPrefix("vt"))
    }
}
