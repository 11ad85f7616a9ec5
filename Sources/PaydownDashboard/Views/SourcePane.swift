import PaydownScreen

/// Lines of Python with their numbers: ` 14▌ from a.b import c`.
enum SourcePane {
    /// The lines that are marked, and the part of a single one that is meant.
    struct Flag {
        /// 1-based.
        var lines: ClosedRange<Int>
        /// 0-based, in Unicode scalars; nil for the whole line.
        var columns: Range<Int>?
    }

    /// The first line to show (0-based), so that `line` (1-based) stands in the upper third, moved by `offset`.
    static func first(around line: Int, of count: Int, height: Int, offset: Int) -> Int {
        let wanted = max(0, line - 1) - height / 3 + offset
        return min(max(0, wanted), max(0, count - max(1, height)))
    }

    /// Fills the area from line `first` (0-based) on.
    static func draw(_ lines: SourceText, first: Int, flag: Flag?, on buffer: inout Buffer) {
        let shown = (first..<first + buffer.height).clamped(to: 0..<lines.count)
        guard !shown.isEmpty else { return }
        let gutter = max(3, String(shown.upperBound).utf8.count + 1)
        for (y, index) in shown.enumerated() {
            let isFlagged = flag?.lines.contains(index + 1) ?? false
            buffer.write(String(index + 1), endingAt: gutter, y: y, ink: isFlagged ? .strong : .muted)
            if isFlagged { buffer.put(buffer.glyphs.selected, x: gutter, y: y, ink: Ink(.bad)) }
            let line = lines[index]
            // Spans count in the text as it is drawn.
            let text = visible(line)
            var state = lines.state(before: index)
            write(text, PythonHighlighter.spans(of: text, &state), x: gutter + 2, y: y, on: &buffer)
            if isFlagged, let flag, flag.lines.count == 1 {
                dye(line, text, flag.columns, x: gutter + 2, y: y, on: &buffer)
            }
        }
    }

    /// One line with its colours, from column `x` to the area's edge.
    static func write(_ text: String, _ spans: [PythonHighlighter.Span], x: Int, y: Int, on buffer: inout Buffer) {
        let used = buffer.write(text, x: x, y: y)
        for span in spans {
            let begin = column(ofByte: span.range.lowerBound, in: text)
            guard begin < used else { break }
            let end = min(used, column(ofByte: span.range.upperBound, in: text))
            buffer.dye(Rect(x: x + begin, y: y, width: end - begin, height: 1), Ink(span.role))
        }
    }

    /// A line as it is drawn: of a megabyte in one line only so much is read as any screen shows.
    private static func visible(_ line: String) -> String {
        expandingTabs(line.utf8.count > 8192 ? String(line.prefix(1000)) : line)
    }

    /// Tabs as spaces up to the next multiple of four.
    static func expandingTabs(_ line: String) -> String {
        guard line.utf8.contains(0x09) else { return line }
        var expanded = ""
        var column = 0
        for character in line {
            if character == "\t" {
                let width = 4 - column % 4
                expanded += String(repeating: " ", count: width)
                column += width
            } else {
                expanded.append(character)
                column += DisplayWidth.of(String(character))
            }
        }
        return expanded
    }

    private static func dye(
        _ line: String, _ text: String, _ columns: Range<Int>?, x: Int, y: Int, on buffer: inout Buffer
    ) {
        let width = DisplayWidth.of(text)
        let indent = text.prefix { $0 == " " }.utf8.count
        var range = indent..<max(indent, width)
        if let columns {
            func cells(_ scalars: Int) -> Int {
                DisplayWidth.of(expandingTabs(String(String.UnicodeScalarView(line.unicodeScalars.prefix(scalars)))))
            }
            let begin = cells(columns.lowerBound)
            let end = cells(columns.upperBound)
            if begin < end, end <= width { range = begin..<end }
        }
        buffer.dye(Rect(x: x + range.lowerBound, y: y, width: range.count, height: 1), Ink(.codeFlagged))
    }

    private static func column(ofByte byte: Int, in text: String) -> Int {
        let utf8 = text.utf8
        guard utf8.count > byte || !isASCII(text) else { return utf8.count }
        if isASCII(text) { return byte }
        return DisplayWidth.of(String(decoding: utf8.prefix(byte), as: UTF8.self))
    }

    private static func isASCII(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 }
    }
}
