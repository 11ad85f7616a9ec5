import PaydownScreen

/// Prose with labels beside it, wrapped to a width and scrolled as a whole.
struct LabelledText {
    private struct Line {
        var label: String
        var text: String
        var ink: Ink
        var isCut: Bool
        var isFlagged = false
    }

    let width: Int
    private let labelWidth: Int
    private var lines: [Line] = []

    /// - Parameters:
    ///   - width: cells of the area.
    ///   - labelWidth: cells that labels take, the space behind them included.
    init(width: Int, labelWidth: Int) {
        self.width = width
        self.labelWidth = labelWidth
    }

    var count: Int { lines.count }

    /// Adds a paragraph; nothing when it is empty.
    mutating func add(_ text: String, label: String = "", ink: Ink = .text, atMost limit: Int = 40) {
        guard !text.isEmpty else { return }
        let indent = label.isEmpty ? 0 : labelWidth
        var label = label
        for line in Wrapping.lines(text, width: max(8, width - 2 - indent)).prefix(limit) {
            lines.append(Line(label: indent > 0 && label.isEmpty ? " " : label, text: line, ink: ink, isCut: false))
            label = ""
        }
    }

    /// Adds one line that is cut in its middle instead of wrapped, for paths and code.
    mutating func addLine(_ text: String, label: String = "", ink: Ink = .text) {
        lines.append(Line(label: label, text: text, ink: ink, isCut: true))
    }

    /// Adds lines of a log: wrapped with their indentation, and with the mark of flagged code.
    mutating func addLog(_ log: String, ink: Ink, isFlagged: Bool = false) {
        let indent = min(log.prefix { $0 == " " }.count, width / 2)
        let space = String(repeating: " ", count: indent)
        for (number, line) in Wrapping.lines(log, width: max(8, width - 4 - indent)).prefix(8).enumerated() {
            let text = "  " + space + line
            lines.append(Line(label: "", text: text, ink: ink, isCut: false, isFlagged: isFlagged && number == 0))
        }
    }

    mutating func addSpace() {
        guard !lines.isEmpty else { return }
        lines.append(Line(label: "", text: "", ink: .text, isCut: false))
    }

    /// Draws from the top of the area; returns the rows taken.
    ///
    /// - Parameter offset: lines scrolled away; as many as leave a line to be seen.
    @discardableResult
    func draw(offset: Int = 0, on buffer: inout Buffer) -> Int {
        let first = min(max(0, offset), max(0, lines.count - 1))
        var y = 0
        for line in lines[first...] {
            guard y < buffer.height else { break }
            let indent = line.label.isEmpty ? 0 : labelWidth
            if line.isFlagged { buffer.put(buffer.glyphs.selected, x: 1, y: y, ink: Ink(.bad)) }
            buffer.write(line.label, x: 1, y: y, ink: .muted, limit: max(0, labelWidth - 1))
            buffer.write(
                line.isFlagged ? String(line.text.dropFirst()) : line.text, x: 1 + indent + (line.isFlagged ? 1 : 0),
                y: y,
                ink: line.ink, limit: max(0, buffer.width - 2 - indent),
                truncation: line.isCut ? .middle : .end)
            y += 1
        }
        return y
    }
}
