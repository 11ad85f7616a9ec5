import PaydownScreen

/// Frames that tests of the terminal show: known content in every way a cell can be.
package enum ProbeFrame {
    /// A theme with colours of every depth, so that each ink can be told from the next.
    package static let theme = Theme(name: "probe", mode: .dark) { ink in
        var style = Style()
        if ink.role != .text { style.foreground = .indexed(UInt8(ink.role.rawValue % 6 + 1)) }
        if ink.ground == .selection { style.attributes.insert(.reverse) }
        if ink.ground == .raised { style.background = .indexed(4) }
        if ink.isBold { style.attributes.insert(.bold) }
        if ink.isUnderlined { style.attributes.insert(.underline) }
        return style
    }

    /// A list with one row selected and a preview that follows, as a dashboard has it.
    package static func list(size: Size, selected: Int) -> Buffer {
        var buffer = Buffer(size: size)
        buffer.write("PAYDOWN", x: 0, y: 0, ink: Ink(.title, isBold: true))
        for y in 1..<max(1, size.height - 1) {
            let isSelected = y == selected
            buffer.write(isSelected ? "▌" : " ", x: 0, y: y, ink: Ink(.accent))
            buffer.write("src/module_\(y)/views.py:\(y * 7)", x: 2, y: y)
            buffer.write("bare except", x: 50, y: y, ink: Ink(.bad))
            if isSelected { buffer.lay(.selection, under: Rect(x: 0, y: y, width: size.width, height: 1)) }
        }
        buffer.write("row \(selected)  ? help", x: 0, y: size.height - 1, ink: .muted)
        return buffer
    }

    /// What happened, newest last, under a line that says how things are.
    package static func log(size: Size, status: String, lines: [String]) -> Buffer {
        var buffer = Buffer(size: size)
        buffer.write("probe \(size.width)x\(size.height) \(status)", x: 0, y: 0, ink: Ink(.title))
        for (offset, line) in lines.suffix(max(0, size.height - 1)).enumerated() {
            buffer.write(line, x: 0, y: offset + 1)
        }
        return buffer
    }

    /// Glyphs that libvterm and the C library measure alike.
    private static let glyphs: [String] = [
        "a", "Z", "~", "ä", "─", "█", "⣿", "漢", "字", "e\u{301}", "한", "→", " ",
    ]

    /// Random glyphs in random inks in every cell.
    package static func noise(size: Size, seed: UInt64) -> Buffer {
        var random = SeededRandom(seed: seed)
        var buffer = Buffer(size: size)
        for y in 0..<size.height {
            var x = 0
            while x < size.width {
                let ink = Ink(
                    Role.allCases[Int.random(in: 0..<28, using: &random)],
                    on: Ink.Ground.allCases[Int.random(in: 0..<5, using: &random)],
                    isBold: Bool.random(using: &random), isUnderlined: Bool.random(using: &random))
                var glyph = glyphs.randomElement(using: &random) ?? "?"
                // libvterm loses a mark after the last column.
                if x + 1 == size.width, glyph.unicodeScalars.count > 1 { glyph = "e" }
                x += max(1, buffer.write(glyph, x: x, y: y, ink: ink, truncation: .none))
            }
        }
        return buffer
    }
}
