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
        // What was fixed is not in today's source.
        let isFixed = isFixed(model)
        let content = !isFixed && model.preview?.path == finding.path ? model.preview?.content : nil
        var fact = finding.line > 0 ? String(finding.line) : ""
        if case .lines(let lines) = content {
            let count = CountText.counted(lines.count, "line")
            fact = finding.line > 0 ? "\(finding.line)/\(lines.count)" : count
        }
        // Where no part says why, it stands here as soon as there is room for it.
        let hasWhy = model.sizeClass <= .small || model.isAccessible
        let title = finding.path.isEmpty ? "the project as a whole" : finding.path
        let room = buffer.width - 20 - fact.utf8.count
        Heading(
            "PREVIEW", detail: ShortName.path(title, width: room, buffer.glyphs), fact: fact, isFocused: isFocused
        ).draw(on: &buffer)
        buffer.within(buffer.bounds.inset(top: 1)) { area in
            if case .lines(let lines) = content {
                drawSource(lines, finding, of: model, hasWhy: hasWhy && area.height >= 16, on: &area)
            } else {
                drawStored(finding, content, of: model, hasWhy: hasWhy, on: &area)
            }
        }
    }

    private static func drawSource(
        _ lines: SourceText, _ finding: Finding, of model: Model, hasWhy: Bool, on buffer: inout Buffer
    ) {
        let (source, below) = buffer.bounds.split(top: hasWhy ? buffer.height * 3 / 5 : buffer.height)
        buffer.within(source) { area in
            let last = max(finding.line, finding.endLine)
            let flag = finding.line > 0 ? SourcePane.Flag(lines: finding.line...last, columns: columns(finding)) : nil
            let first = SourcePane.first(
                around: finding.line, of: lines.count, height: area.height, offset: model.scroll[.preview] ?? 0)
            SourcePane.draw(lines, first: first, flag: flag, on: &area)
        }
        if hasWhy { buffer.within(below) { drawWhy(model, isFocused: false, on: &$0) } }
    }

    private static func isFixed(_ model: Model) -> Bool {
        let tree = model.checkState.tree
        return tree.selectedIndex.map { tree.listing?.isFixed($0) ?? false } ?? false
    }

    private static func columns(_ finding: Finding) -> Range<Int>? {
        guard finding.column > 0, finding.endColumn > finding.column, finding.endLine <= finding.line else {
            return nil
        }
        return finding.column - 1..<finding.endColumn - 1
    }

    /// The stored line, why there is no more and how to get it; on small screens the reasons between them.
    private static func drawStored(
        _ finding: Finding, _ content: Preview.Content?, of model: Model, hasWhy: Bool, on buffer: inout Buffer
    ) {
        var y = 0
        if !finding.excerpt.isEmpty {
            y = hasWhy ? 0 : min(1, buffer.height - 1)
            drawExcerpt(finding, y: y, on: &buffer)
            y += hasWhy ? 1 : 2
        }
        var note = LabelledText(width: buffer.width, labelWidth: 0)
        if isFixed(model), let baseline = model.baselineHeader {
            note.add("As it was on \(WhenText.weekday(baseline.takenAt.day)); it is fixed now.", ink: .muted)
        }
        if case .missing(let reason) = content {
            let kept = finding.excerpt.isEmpty ? "" : "Only the stored line is here: "
            note.add(Sentence.of(kept + reason), ink: .muted, atMost: 3)
        }
        let noteHeight = min(note.count, max(0, buffer.height - y))
        if hasWhy, model.isSourceMissing {
            let why = WhyText.text(finding, of: model, width: buffer.width)
            let room = Rect(x: 0, y: y, width: buffer.width, height: buffer.height - y - noteHeight)
            buffer.within(room) { _ = why.draw(offset: model.scroll[.preview] ?? 0, on: &$0) }
            y = buffer.height - noteHeight
        } else if y == 0 {
            y = min(1, max(0, buffer.height - noteHeight))
        }
        buffer.within(buffer.bounds.inset(top: y)) { _ = note.draw(on: &$0) }
    }

    /// The excerpt at its line's number.
    private static func drawExcerpt(_ finding: Finding, y: Int, on buffer: inout Buffer) {
        let number = finding.line > 0 ? String(finding.line) : ""
        let gutter = max(3, number.utf8.count + 1)
        buffer.write(number, endingAt: gutter, y: y, ink: .strong)
        buffer.put(buffer.glyphs.selected, x: gutter, y: y, ink: Ink(.bad))
        var state = PythonHighlighter.State.code
        let text = SourcePane.expandingTabs(finding.excerpt)
        SourcePane.write(text, PythonHighlighter.spans(of: text, &state), x: gutter + 2, y: y, on: &buffer)
    }
}
