extension Style {
    /// The SGR sequence that makes a terminal write in this style, whatever it wrote in before (ECMA-48 8.3.117).
    package var escapeSequence: String {
        var codes = ["0"]
        for (attribute, code) in [
            (Attributes.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ] where attributes.contains(attribute) {
            codes.append(code)
        }
        codes += Self.codes(foreground, base: 30)
        codes += Self.codes(background, base: 40)
        return "\u{1B}[" + codes.joined(separator: ";") + "m"
    }

    /// Back to the terminal's own style.
    package static let endSequence = "\u{1B}[0m"

    /// - Parameter base: 30 for the text, 40 for what is behind it.
    private static func codes(_ color: Color, base: Int) -> [String] {
        switch color {
        case .terminalDefault: []
        case .indexed(let index) where index < 8: [String(base + Int(index))]
        case .indexed(let index) where index < 16: [String(base + 60 + Int(index) - 8)]
        case .indexed(let index): [String(base + 8), "5", String(index)]
        case .rgb(let red, let green, let blue):
            [String(base + 8), "2", String(red), String(green), String(blue)]
        }
    }
}
