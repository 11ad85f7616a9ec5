/// The signs a frame is drawn with: Unicode where the terminal shows it, ASCII elsewhere.
package struct GlyphSet: Hashable, Sendable {
    package var isASCII: Bool
    /// Whether headings have rules. A screen reader reads each of their signs, so there they are blanks.
    package var hasRules = true

    package static let unicode = GlyphSet(isASCII: false)
    package static let ascii = GlyphSet(isASCII: true)

    package var rule: Unicode.Scalar { !hasRules ? " " : isASCII ? "-" : "─" }
    package var ruleFocus: Unicode.Scalar { !hasRules ? " " : isASCII ? "=" : "━" }
    package var split: Unicode.Scalar { isASCII ? "|" : "│" }
    package var verticalDots: Unicode.Scalar { isASCII ? ":" : "┊" }
    package var selected: Unicode.Scalar { isASCII ? ">" : "▌" }
    package var collapsed: Unicode.Scalar { isASCII ? ">" : "▸" }
    package var expanded: Unicode.Scalar { isASCII ? "v" : "▾" }
    package var pass: Unicode.Scalar { isASCII ? "+" : "✓" }
    package var fail: Unicode.Scalar { isASCII ? "x" : "✗" }
    package var running: Unicode.Scalar { isASCII ? "~" : "◐" }
    /// The signs of something at work, one after the other.
    package var turning: [Unicode.Scalar] { isASCII ? ["|", "/", "-", "\\"] : ["◐", "◓", "◑", "◒"] }
    package var barDone: Unicode.Scalar { isASCII ? "#" : "█" }
    package var barLeft: Unicode.Scalar { isASCII ? "." : "░" }
    package var down: Unicode.Scalar { isASCII ? "v" : "▼" }
    package var up: Unicode.Scalar { isASCII ? "^" : "▲" }
    /// From a value to another one; in ASCII two signs, since `20 > <= 1` is hard to read.
    package var arrow: String { isASCII ? "->" : "→" }
    package var crumb: Unicode.Scalar { isASCII ? ">" : "›" }
    package var dot: Unicode.Scalar { isASCII ? "." : "·" }
    package var bullet: Unicode.Scalar { isASCII ? "*" : "●" }
    package var circle: Unicode.Scalar { isASCII ? "o" : "○" }
    package var plusMinus: Unicode.Scalar { isASCII ? "~" : "±" }
    package var ellipsis: Unicode.Scalar { isASCII ? "~" : "…" }
    package var dash: Unicode.Scalar { isASCII ? "-" : "—" }
    package var atMost: String { isASCII ? "<=" : "≤" }
    package var atLeast: String { isASCII ? ">=" : "≥" }
    /// What stands for a sign of prose where only ASCII is drawn; nil for all that has no stand-in.
    package static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "\u{2026}": "~"
        case "\u{B7}": "."
        case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
        case "\u{2192}", "\u{203A}": ">"
        case "\u{2190}": "<"
        case "\u{2018}", "\u{2019}": "'"
        case "\u{201C}", "\u{201D}": "\""
        case "\u{D7}": "x"
        default: nil
        }
    }

    /// Upper left, upper right, lower left, lower right, horizontal, vertical of an overlay's box.
    package var box: [Unicode.Scalar] {
        isASCII ? ["+", "+", "+", "+", "-", "|"] : ["╭", "╮", "╰", "╯", "─", "│"]
    }
    /// Eight levels, lowest first.
    package var spark: [Unicode.Scalar] {
        isASCII ? ["_", ".", ":", "-", "=", "+", "*", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    }
}
