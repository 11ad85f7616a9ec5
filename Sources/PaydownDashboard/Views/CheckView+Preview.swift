import PaydownCore
import PaydownScreen
import PaydownWidgets

extension CheckView {
    /// The source around the selected finding; where the source is not at hand, what the snapshot keeps of it.
    static func drawPreview(_ model: Model, isFocused: Bool, on buffer: inout Buffer) {
        guard let finding = model.checkState.tree.selectedFinding else {
            Heading("PREVIEW", isFocused: isFocused).draw(on: &buffer)
            return
        }
        let content = model.preview?.path == finding.path ? model.preview?.content : nil
        var fact = finding.line > 0 ? String(finding.line) : ""
        if case .lines(let lines) = content { fact = "\(finding.line)/\(lines.count)" }
        let title = finding.path.isEmpty ? "the project as a whole" : finding.path
        Heading("PREVIEW", detail: title, fact: fact, isFocused: isFocused).draw(on: &buffer)
        let offset = model.scroll[.preview] ?? 0
        // Where no part says why, it stands below the source as soon as there is room for both.
        let hasWhy = model.sizeClass == .small && (model.place.zoomed != nil || content?.isMissing ?? false)
        buffer.within(buffer.bounds.inset(top: 1)) { area in
            switch content {
            case .lines(let lines):
                let height = hasWhy ? area.height * 3 / 5 : area.height
                let (source, rest) = area.bounds.split(top: height)
                area.within(source) { drawSource(lines, finding, offset: offset, on: &$0) }
                if hasWhy { area.within(rest) { drawWhy(model, isFocused: false, on: &$0) } }
            case .missing(let reason):
                let used = drawExcerpt(finding, reason: reason, isShort: hasWhy, on: &area)
                if hasWhy {
                    area.within(area.bounds.inset(top: used)) { rest in
                        _ = WhyText.text(finding, of: model, width: rest.width).draw(on: &rest)
                    }
                }
            case .loading, nil:
                drawStored(finding, y: 0, on: &area)
            }
        }
    }

    private static func drawSource(_ lines: [String], _ finding: Finding, offset: Int, on buffer: inout Buffer) {
        let last = max(finding.line, finding.endLine)
        let flag = finding.line > 0 ? SourcePane.Flag(lines: finding.line...last, columns: columns(finding)) : nil
        let first = SourcePane.first(around: finding.line, of: lines.count, height: buffer.height, offset: offset)
        SourcePane.draw(lines, first: first, flag: flag, on: &buffer)
    }

    private static func columns(_ finding: Finding) -> Range<Int>? {
        guard finding.column > 0, finding.endColumn > finding.column, finding.endLine <= finding.line else {
            return nil
        }
        return finding.column - 1..<finding.endColumn - 1
    }

    /// The stored line, then one sentence about where the source is; the rows taken.
    private static func drawExcerpt(
        _ finding: Finding, reason: String, isShort: Bool, on buffer: inout Buffer
    ) -> Int {
        let top = buffer.height > 6 && !isShort ? 1 : 0
        let used = drawStored(finding, y: top, on: &buffer) ? top + 1 : top
        var text = LabelledText(width: buffer.width, labelWidth: 0)
        let kept = finding.excerpt.isEmpty ? "The snapshot keeps no text of this line" : "Only the stored line"
        text.add("\(kept): \(reason). To see the source: paydown browse --root DIR", ink: .muted, atMost: 4)
        let gap = isShort ? 0 : min(1, top)
        buffer.within(buffer.bounds.inset(top: used + gap)) { _ = text.draw(on: &$0) }
        return used + gap + text.count + gap
    }

    /// The excerpt at its line's number; false without one.
    @discardableResult
    private static func drawStored(_ finding: Finding, y: Int, on buffer: inout Buffer) -> Bool {
        guard !finding.excerpt.isEmpty else { return false }
        let number = finding.line > 0 ? String(finding.line) : ""
        let gutter = max(3, number.utf8.count + 1)
        buffer.write(number, endingAt: gutter, y: y, ink: .strong)
        buffer.put(buffer.glyphs.selected, x: gutter, y: y, ink: Ink(.bad))
        var state = PythonHighlighter.State.code
        let text = SourcePane.expandingTabs(finding.excerpt)
        SourcePane.write(text, PythonHighlighter.spans(of: text, &state), x: gutter + 2, y: y, on: &buffer)
        return true
    }
}

extension Preview.Content {
    fileprivate var isMissing: Bool {
        if case .missing = self { true } else { false }
    }
}
