import PaydownScreen

/// A frame as text with the escape sequences that colour it (ECMA-48, SGR), for pagers, logs and bug reports.
package enum FrameANSI {
    package static func text(_ buffer: Buffer, _ theme: Theme) -> String {
        var text = ""
        for y in 0..<buffer.size.height {
            var last: Style?
            for x in 0..<buffer.size.width {
                let cell = buffer[x, y]
                if cell.width == 0 { continue }
                let style = theme.style(cell.ink)
                if style != last {
                    text += sequence(style)
                    last = style
                }
                text += buffer.text(of: cell)
            }
            text += "\u{1B}[0m\n"
        }
        return text
    }

    private static func sequence(_ style: Style) -> String {
        var codes = ["0"]
        let attributes: [(Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        for (attribute, code) in attributes where style.attributes.contains(attribute) { codes.append(code) }
        if let foreground = code(style.foreground, base: 30, brightBase: 90, extended: "38") {
            codes.append(foreground)
        }
        if let background = code(style.background, base: 40, brightBase: 100, extended: "48") {
            codes.append(background)
        }
        return "\u{1B}[" + codes.joined(separator: ";") + "m"
    }

    private static func code(_ color: Color, base: Int, brightBase: Int, extended: String) -> String? {
        switch color {
        case .terminalDefault: nil
        case .indexed(let index) where index < 8: String(base + Int(index))
        case .indexed(let index) where index < 16: String(brightBase + Int(index) - 8)
        case .indexed(let index): extended + ";5;\(index)"
        case .rgb(let red, let green, let blue): extended + ";2;\(red);\(green);\(blue)"
        }
    }
}
