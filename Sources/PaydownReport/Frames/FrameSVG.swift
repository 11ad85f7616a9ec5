import PaydownScreen

/// A frame as a picture that scales: SVG 1.1, one text run for cells of one style, glyphs on a fixed grid.
///
/// Grounds lie below all text, so that none covers the end of its neighbour; what bars and rules are made of is drawn as
/// `CellShape`, without the seams that a font leaves.
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
        // What most cells stand on, drawn once.
        let page = colors(theme.style(.text), ground).background
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(number(width))\" height=\"\(number(height))\" "
                + "viewBox=\"0 0 \(number(width)) \(number(height))\">",
            "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"\(page)\"/>",
            "<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" "
                + "font-size=\"\(number(fontSize))\" xml:space=\"preserve\">",
            "<g shape-rendering=\"crispEdges\">",
        ]
        for y in 0..<buffer.size.height { lines += grounds(y, buffer, theme, ground, page) }
        for y in 0..<buffer.size.height { lines += shapes(y, buffer, theme, ground) }
        lines.append("</g>")
        for y in 0..<buffer.size.height { lines += texts(y, buffer, theme, ground) }
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

    /// What a row's cells stand on, where that is another colour than the page's.
    private static func grounds(
        _ y: Int, _ buffer: Buffer, _ theme: Theme, _ ground: Ground, _ page: String
    ) -> [String] {
        runs(in: buffer, y) { colors(theme.style(buffer[$0, y].ink), ground).background }
            .filter { $0.value != page }
            .map { rectangle($0.cells, y, CellShape.whole, fill: $0.value) }
    }

    private static func shapes(_ y: Int, _ buffer: Buffer, _ theme: Theme, _ ground: Ground) -> [String] {
        runs(in: buffer, y) { x in
            CellShape(buffer[x, y].glyph).map { ShapeRun(shape: $0, ink: buffer[x, y].ink) }
        }
        .compactMap { cells, run in
            guard let run else { return nil }
            let style = theme.style(run.ink)
            let opacity = run.shape.opacity * (style.attributes.contains(.dim) ? dimmed : 1)
            return rectangle(cells, y, run.shape, fill: colors(style, ground).foreground, opacity: opacity)
        }
    }

    private static func texts(_ y: Int, _ buffer: Buffer, _ theme: Theme, _ ground: Ground) -> [String] {
        runs(in: buffer, y) { x in CellShape(buffer[x, y].glyph) == nil ? buffer[x, y].ink : nil }
            .flatMap { cells, ink -> [String] in
                guard let ink else { return [] }
                let style = theme.style(ink)
                // A line below the words goes on between them.
                let mostSpaces = style.attributes.contains(.underline) ? cells.count : 1
                return words(cells, y, buffer, mostSpaces: mostSpaces).map { words in
                    run(words.map { buffer.text(of: buffer[$0, y]) }.joined(), words, y, style, ground)
                }
            }
    }

    /// The cells of words with at most so many spaces between them: each stands where the grid has it, whatever the
    /// width of the viewer's font.
    private static func words(_ cells: Range<Int>, _ y: Int, _ buffer: Buffer, mostSpaces: Int) -> [Range<Int>] {
        var words: [Range<Int>] = []
        for x in cells where buffer[x, y].glyph != 0x20 {
            if let last = words.last, x - last.upperBound <= mostSpaces {
                words[words.count - 1] = last.lowerBound..<x + 1
            } else {
                words.append(x..<x + 1)
            }
        }
        return words
    }

    private struct ShapeRun: Equatable {
        var shape: CellShape
        var ink: Ink
    }

    /// Neighbours in a row that are alike.
    private static func runs<Value: Equatable>(
        in buffer: Buffer, _ y: Int, _ value: (Int) -> Value
    ) -> [(cells: Range<Int>, value: Value)] {
        var runs: [(cells: Range<Int>, value: Value)] = []
        for x in 0..<buffer.size.width {
            let value = value(x)
            if let last = runs.last, last.value == value {
                runs[runs.count - 1].cells = last.cells.lowerBound..<x + 1
            } else {
                runs.append((x..<x + 1, value))
            }
        }
        return runs
    }

    private static func rectangle(
        _ cells: Range<Int>, _ y: Int, _ shape: CellShape, fill: String, opacity: Double = 1
    ) -> String {
        // A shape that is narrower than its cell does not run on into the next one.
        let width = shape.width < 1 ? shape.width : Double(cells.count)
        let left = margin + (Double(cells.lowerBound) + shape.x) * cellWidth
        let top = margin + (Double(y) + shape.y) * cellHeight
        return "<rect x=\"\(number(left))\" y=\"\(number(top))\" width=\"\(number(width * cellWidth))\" "
            + "height=\"\(number(shape.height * cellHeight))\" fill=\"\(fill)\""
            + (opacity < 1 ? " fill-opacity=\"\(number(opacity))\"/>" : "/>")
    }

    private static func run(
        _ text: String, _ cells: Range<Int>, _ y: Int, _ style: Style, _ ground: Ground
    ) -> String {
        var attributes = " fill=\"\(colors(style, ground).foreground)\""
        if style.attributes.contains(.bold) { attributes += " font-weight=\"bold\"" }
        if style.attributes.contains(.dim) { attributes += " fill-opacity=\"\(number(dimmed))\"" }
        if style.attributes.contains(.italic) { attributes += " font-style=\"italic\"" }
        if style.attributes.contains(.underline) { attributes += " text-decoration=\"underline\"" }
        let left = margin + Double(cells.lowerBound) * cellWidth
        let top = margin + Double(y) * cellHeight
        return "<text x=\"\(number(left))\" y=\"\(number(top + 13.5))\" "
            + "textLength=\"\(number(Double(cells.count) * cellWidth))\" lengthAdjust=\"spacingAndGlyphs\""
            + "\(attributes)>\(escaped(text))</text>"
    }

    private static let dimmed = 0.65

    private static func colors(_ style: Style, _ ground: Ground) -> (foreground: String, background: String) {
        let foreground = color(style.foreground, ground, fallback: ground.foreground)
        let background = color(style.background, ground, fallback: ground.background)
        return style.attributes.contains(.reverse) ? (background, foreground) : (foreground, background)
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

    /// In hundredths at most.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return String(whole) }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
    }
}
