import PaydownCore
import PaydownScreen
import PaydownWidgets

/// The definitions of one class side by side: their lines where the source is at hand, and their members.
package enum CompareView {
    /// Files whose lines the comparison shows; to be asked for when they are not among `sources`.
    package static func wantedPaths(_ model: Model) -> [String] {
        guard model.isPreviewShown, model.sizeClass >= .small, let definitions = definitions(model) else { return [] }
        let columns = columns(definitions, model)
        var paths: [String] = []
        for column in columns where !paths.contains(definitions.all[column].path) {
            paths.append(definitions.all[column].path)
        }
        return paths
    }

    /// Whether the selected finding is one of several definitions.
    static func isActive(_ model: Model) -> Bool {
        definitions(model) != nil
    }

    static func definitions(_ model: Model) -> ClassDefinitions? {
        ClassDefinitions(model.checkState.tree)
    }

    /// Two side by side, three on a large screen.
    static func columns(_ definitions: ClassDefinitions, _ model: Model) -> [Int] {
        definitions.columns(
            model.sizeClass == .large ? 3 : 2, pair: model.checkState.pair, isSwapped: model.checkState.isSwapped)
    }

    /// Whether the source of any definition shown is here or on its way.
    static func hasLines(_ model: Model) -> Bool {
        wantedPaths(model).contains { path in
            switch model.sources[path]?.content {
            case .lines, .loading: true
            case .missing, nil: false
            }
        }
    }

    static func source(_ definition: ClassDefinitions.Definition, _ model: Model) -> ClassSource? {
        guard case .lines(let lines) = model.sources[definition.path]?.content else { return nil }
        // Blank lines are left out: they match each other everywhere and say nothing.
        return ClassSource(lines, start: definition.line, end: definition.endLine)?.withoutBlankLines
    }

    static func drawLines(_ model: Model, isFocused: Bool, on buffer: inout Buffer) {
        guard let definitions = definitions(model) else { return }
        let columns = columns(definitions, model)
        let width = (buffer.width - (columns.count - 1)) / columns.count
        guard width > 0 else { return }
        let sources = columns.map { source(definitions.all[$0], model) }
        let rows = rows(sources, onlyDifferences: model.checkState.onlyDifferences)
        let height = max(0, buffer.height - 1)
        let offset = min(max(0, model.scroll[.preview] ?? 0), max(0, rows.count - height))
        for (place, column) in columns.enumerated() {
            let x = place * (width + 1)
            let area = Rect(
                x: x, y: 0, width: place == columns.count - 1 ? buffer.width - x : width, height: buffer.height)
            buffer.within(area) { area in
                drawHeading(definitions, column, isFocused: isFocused && place == 0, on: &area)
                drawColumn(place, sources[place], rows.dropFirst(offset), of: model, definitions.all[column], on: &area)
            }
            // A zoomed part is there to be copied from.
            guard place > 0, !model.isAccessible, model.place.zoomed == nil else { continue }
            for y in 1..<max(1, buffer.height) {
                buffer.put(buffer.glyphs.split, x: x - 1, y: y, ink: Ink(.rule))
            }
        }
        if rows.isEmpty, sources.allSatisfy({ $0 != nil }) {
            buffer.write("No line differs.", x: 3, y: 2, ink: .muted)
        }
    }

    private static func drawHeading(
        _ definitions: ClassDefinitions, _ column: Int, isFocused: Bool, on buffer: inout Buffer
    ) {
        let isKept = column == 0 && definitions.suggestsFirst
        let fact = isKept ? "keep" : "\(column + 1)/\(definitions.all.count)"
        let title = place(definitions.all[column])
        let room = buffer.width - fact.utf8.count - 9
        Heading(ShortName.path(title, width: room, buffer.glyphs), fact: fact, isFocused: isFocused).draw(
            on: &buffer)
    }

    /// Columns whose source is missing have no part in the alignment.
    private static func rows(_ sources: [ClassSource?], onlyDifferences: Bool) -> [ClassComparison.Row] {
        let known = sources.indices.filter { sources[$0] != nil }
        let rows = ClassComparison.aligned(known.compactMap { sources[$0]?.lines }).map { row in
            guard known.count < sources.count else { return row }
            var lines: [Int?] = Array(repeating: nil, count: sources.count)
            var isSame = Array(repeating: true, count: sources.count)
            for (place, column) in known.enumerated() {
                lines[column] = row.lines[place]
                isSame[column] = row.isSame[place]
            }
            return ClassComparison.Row(lines: lines, isSame: isSame)
        }
        return onlyDifferences && known.count == sources.count ? rows.filter { !$0.isEqual } : rows
    }

    private static func drawColumn(
        _ place: Int, _ source: ClassSource?, _ rows: ArraySlice<ClassComparison.Row>, of model: Model,
        _ definition: ClassDefinitions.Definition, on buffer: inout Buffer
    ) {
        guard let source else {
            var text = LabelledText(width: buffer.width, labelWidth: 0)
            switch model.sources[definition.path]?.content {
            case .missing(let reason): text.add(Sentence.of(reason), ink: .muted)
            case .lines(let lines):
                text.add("The file has only \(lines.count) lines now: it changed since the snapshot.", ink: .muted)
            case .loading, nil: text.add("Reading …", ink: .muted)
            }
            buffer.within(buffer.bounds.inset(left: 1, top: 2)) { _ = text.draw(on: &$0) }
            return
        }
        let spans = PythonHighlighter.spans(of: source.lines.map(SourcePane.expandingTabs), in: 0..<source.lines.count)
        for (index, row) in rows.prefix(max(0, buffer.height - 1)).enumerated() {
            guard let line = row.lines[place] else { continue }
            let y = index + 1
            if let (sign, ink) = sign(row.mark(place), isAlone: row.lines.count < 2) {
                buffer.put(sign, x: 0, y: y, ink: ink)
            }
            SourcePane.write(SourcePane.expandingTabs(source.lines[line]), spans[line], x: 2, y: y, on: &buffer)
        }
    }

    private static func sign(_ mark: ClassComparison.Row.Mark, isAlone: Bool) -> (Unicode.Scalar, Ink)? {
        if isAlone { return nil }
        switch mark {
        case .none: return nil
        case .missingElsewhere: return ("-", Ink(.bad))
        case .added: return ("+", Ink(.good))
        case .changed: return ("~", Ink(.warn))
        }
    }

    static func place(_ definition: ClassDefinitions.Definition) -> String {
        definition.line > 0 ? "\(definition.path):\(definition.line)" : definition.path
    }
}
