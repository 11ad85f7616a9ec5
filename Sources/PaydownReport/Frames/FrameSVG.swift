import PaydownScreen

/// A frame as a picture that scales: SVG 1.1, one text run for cells of one style, glyphs on a fixed grid.
package enum FrameSVG {
    /// Cell sizes in user units; a monospaced font is 0.6 em wide, and rows want a little air.
    private static let cellWidth = 8.4
    private static let cellHeight = 18.0
    private static let fontSize = 14.0
    private static let margin = 12.0

    /// - Parameter ground: what stands for the terminal's own colours, which a picture does not have.
    package static func text(_ buffer: Buffer, _ theme: Theme, ground: Ground = .dark) -> String {
        let width = Double(buffer.size.width) * cellWidth + 2 * margin
        let height = Double(buffer.size.height) * cellHeight + 2 * margin
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(number(width))\" height=\"\(number(height))\" "
                + "viewBox=\"0 0 \(number(width)) \(number(height))\">",
            "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"\(ground.background)\"/>",
            "<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" "
                + "font-size=\"\(number(fontSize))\" xml:space=\"preserve\">",
        ]
        for y in 0..<buffer.size.height { lines += row(y, buffer, theme, ground) }
        lines += ["</g>", "</svg>"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The terminal that a picture pretends to be.
    package enum Ground: String, CaseIterable, Sendable {
        case dark
        case light

        var background: String { self == .dark ? "#15181d" : "#fbfaf8" }
        var foreground: String { self == .dark ? "#d7dae0" : "#23262b" }

        /// The 16 colours, as quiet ones that people use.
        var palette: [String] {
            switch self {
            case .dark:
                [
                    "#3b4048", "#f0806b", "#7fc98f", "#e3b341", "#7cb7ff", "#c79bf0", "#6cc5c9", "#d7dae0",
                    "#9aa2af", "#ff9d8a", "#9be0aa", "#f2cb6c", "#a2ccff", "#dabaff", "#90dde0", "#ffffff",
                ]
            case .light:
                [
                    "#23262b", "#b3261e", "#24703a", "#8a5a00", "#1f5fae", "#7239a8", "#0f6b70", "#d7dae0",
                    "#5b6270", "#c8423a", "#2f8a4a", "#a87514", "#3a7bd0", "#8c55c0", "#1d8a90", "#ffffff",
                ]
            }
        }
    }

    private static func row(_ y: Int, _ buffer: Buffer, _ theme: Theme, _ ground: Ground) -> [String] {
        var lines: [String] = []
        var x = 0
        while x < buffer.size.width {
            let ink = buffer[x, y].ink
            var text = ""
            var end = x
            while end < buffer.size.width, buffer[end, y].ink == ink {
                text += buffer.text(of: buffer[end, y])
                end += 1
            }
            lines += run(text, x: x, y: y, cells: end - x, style: theme.style(ink), ground)
            x = end
        }
        return lines
    }

    private static func run(
        _ text: String, x: Int, y: Int, cells: Int, style: Style, _ ground: Ground
    ) -> [String] {
        var foreground = color(style.foreground, ground, fallback: ground.foreground)
        var background = color(style.background, ground, fallback: "")
        if style.attributes.contains(.reverse) {
            (foreground, background) = (background.isEmpty ? ground.background : background, foreground)
        }
        let left = margin + Double(x) * cellWidth
        let top = margin + Double(y) * cellHeight
        let width = Double(cells) * cellWidth
        var lines: [String] = []
        if !background.isEmpty {
            lines.append(
                "<rect x=\"\(number(left))\" y=\"\(number(top))\" width=\"\(number(width))\" "
                    + "height=\"\(number(cellHeight))\" fill=\"\(background)\"/>")
        }
        guard text.contains(where: { $0 != " " }) else { return lines }
        var attributes = " fill=\"\(foreground)\""
        if style.attributes.contains(.bold) { attributes += " font-weight=\"bold\"" }
        if style.attributes.contains(.dim) { attributes += " fill-opacity=\"0.65\"" }
        if style.attributes.contains(.italic) { attributes += " font-style=\"italic\"" }
        if style.attributes.contains(.underline) { attributes += " text-decoration=\"underline\"" }
        lines.append(
            "<text x=\"\(number(left))\" y=\"\(number(top + 13.5))\" textLength=\"\(number(width))\" "
                + "lengthAdjust=\"spacingAndGlyphs\"\(attributes)>\(escaped(text))</text>")
        return lines
    }

    private static func color(_ color: Color, _ ground: Ground, fallback: String) -> String {
        switch color {
        case .terminalDefault: return fallback
        case .indexed(let index) where index < 16: return ground.palette[Int(index)]
        case .indexed(let index) where index < 232:
            let levels = [0, 95, 135, 175, 215, 255]
            let cube = Int(index) - 16
            return hex(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
        case .indexed(let index):
            let grey = 8 + 10 * (Int(index) - 232)
            return hex(grey, grey, grey)
        case .rgb(let red, let green, let blue): return hex(Int(red), Int(green), Int(blue))
        }
    }

    private static func hex(_ red: Int, _ green: Int, _ blue: Int) -> String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            // Non-breaking spaces keep their width in every viewer.
            case " ": result += "\u{A0}"
            default: result.append(character)
            }
        }
        return result
    }

    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}
