import PaydownScreen
import PaydownWidgets

/// Draws what lies over a screen.
enum LayerView {
    static func draw(_ layer: Layer, of model: Model, layout: ScreenLayout, on buffer: inout Buffer) {
        let rect = rect(of: layer, model, layout)
        switch layer {
        // The filter is typed in the footer.
        case .filter: break
        case .help(let state): drawHelp(state, model, rect, on: &buffer)
        case .palette(let state): drawPalette(state, model, rect, on: &buffer)
        case .whichKey(let prefix): drawPrefix(prefix, model, rect, on: &buffer)
        case .baselines(let state): drawBaselines(state, model, rect, on: &buffer)
        case .problems(let state): drawProblems(state, model, rect, on: &buffer)
        }
    }

    /// Where a layer lies.
    static func rect(of layer: Layer, _ model: Model, _ layout: ScreenLayout) -> Rect {
        let body = layout.body
        switch layer {
        case .filter: return layout.footer
        case .help: return body.centered(Size(width: 108, height: min(34, body.height)))
        case .palette(let state):
            // As high as what it found, so that little of the screen is covered; it keeps its upper edge.
            let found = state.content.entries.count
            let rect = body.centered(Size(width: 84, height: min(18, body.height)))
            return Rect(x: rect.x, y: rect.y, width: rect.width, height: min(rect.height, max(6, found + 4)))
        case .baselines:
            return body.centered(Size(width: 84, height: min(model.archive.timeline.count + 2, 20)))
        case .problems:
            return body.centered(Size(width: 110, height: min(ProblemsContent(model).lineCount + 2, 30)))
        case .whichKey(let prefix):
            let count = continuations(prefix).count
            let size = Size(width: min(44, body.width), height: min(count + 2, body.height))
            return Rect(
                x: body.right - size.width - 1, y: body.bottom - size.height, width: size.width, height: size.height
            ).intersection(body)
        }
    }

    private static func continuations(_ prefix: Layer.Prefix) -> [Action] {
        let context: Action.Context =
            switch prefix {
            case .sort: .sort
            case .group: .group
            case .yank: .yank
            }
        return ActionTable.all.filter { $0.context == context }
    }

    private static func drawPrefix(_ prefix: Layer.Prefix, _ model: Model, _ rect: Rect, on buffer: inout Buffer) {
        let title =
            switch prefix {
            case .sort: "sort by"
            case .group: "group by"
            case .yank: "yank"
            }
        let inside = Overlay(title: title, note: "esc", hasBorder: !model.isAccessible).draw(rect, on: &buffer)
        let actions = continuations(prefix)
        // Where they are not seen below each other, they are beside each other.
        let columns = actions.count > inside.height ? 2 : 1
        let width = inside.width / columns
        for (number, action) in actions.prefix(inside.height * columns).enumerated() {
            let key = model.bindings.label(for: action.id, model.glyphs)
            let isDisabled = model.disabledReason(action.id) != nil
            let column = number / max(1, inside.height)
            let cell = Rect(
                x: inside.x + column * width, y: inside.y + number % max(1, inside.height), width: width, height: 1)
            buffer.within(cell) { row in
                let keyInk = Ink(isDisabled ? .textFaint : .accent, on: .raised)
                row.write(key, x: 1, y: 0, ink: keyInk)
                row.write(action.title, x: 4, y: 0, ink: Ink(isDisabled ? .textFaint : .text, on: .raised))
                let note = current(action.id, model)
                if !note.isEmpty, columns == 1 {
                    row.write(note, endingAt: row.width - 1, y: 0, ink: Ink(.textMuted, on: .raised))
                }
            }
        }
    }

    /// Says which order or grouping is in force.
    private static func current(_ id: ActionID, _ model: Model) -> String {
        let state = model.checkState
        switch (id, state.sort, state.grouping) {
        case (.sortName, .name, _), (.sortCount, .count, _), (.sortPath, .path, _), (.sortDelta, .delta, _),
            (.sortOwner, .owner, _), (.sortAge, .age, _), (.sortReturned, .returned, _):
            return "now; again reverses"
        case (.groupSymbol, _, .symbol), (.groupFile, _, .file), (.groupFolder, _, .folder), (.groupRule, _, .rule),
            (.groupOwner, _, .owner), (.groupAge, _, .age):
            return "now"
        default:
            return ""
        }
    }

    private static func drawHelp(_ state: HelpState, _ model: Model, _ rect: Rect, on buffer: inout Buffer) {
        let inside = Overlay(
            title: "Keys on this screen",
            note: "type to search \(Character(buffer.glyphs.dot)) enter runs \(Character(buffer.glyphs.dot)) esc",
            hasBorder: !model.isAccessible
        ).draw(
            rect, on: &buffer)
        let entries = HelpContent(model, search: state.search.text).entries
        var area = inside
        if !state.search.text.isEmpty || rect.height > 12 {
            let (field, rest) = inside.split(top: 1)
            buffer.within(field) { row in
                row.write("/", x: 1, y: 0, ink: Ink(.accent, on: .raised))
                state.search.draw(x: 3, y: 0, width: max(0, row.width - 4), ground: .raised, on: &row)
            }
            area = rest
        }
        let (list, syntax) = area.split(bottom: state.search.text.isEmpty && area.height > 26 ? 6 : 0)
        let top = min(max(0, state.selected - list.height + 1), max(0, entries.count - list.height))
        // Two columns where there is room, so that most of it is seen at once.
        let columns = list.width >= 90 ? 2 : 1
        let perColumn = list.height
        guard perColumn > 0 else { return }
        let first = columns == 2 ? max(0, (state.selected / perColumn - 1)) * perColumn : top
        for index in 0..<min(perColumn * columns, max(0, entries.count - first)) {
            let entry = entries[first + index]
            let column = index / perColumn
            let width = list.width / columns
            let cell = Rect(x: list.x + column * width, y: list.y + index % perColumn, width: width, height: 1)
            let isSelected = first + index == state.selected
            let previous = first + index > 0 ? entries[first + index - 1].action.section : nil
            let section =
                entry.action.section == previous && index % perColumn != 0 ? "" : entry.action.section.rawValue
            buffer.within(cell) { row in drawHelpRow(entry, section: section, isSelected: isSelected, on: &row) }
        }
        if entries.isEmpty {
            buffer.within(list) { $0.write("no key does that", x: 1, y: 0, ink: Ink(.textMuted, on: .raised)) }
        }
        buffer.within(syntax) { drawFilterSyntax(on: &$0) }
    }

    private static func drawHelpRow(
        _ entry: HelpContent.Entry, section: String, isSelected: Bool, on row: inout Buffer
    ) {
        let isDisabled = entry.disabled != nil
        row.write(section, x: 1, y: 0, ink: Ink(.title, on: .raised, isBold: true), limit: 5)
        row.write(entry.keys, x: 7, y: 0, ink: Ink(isDisabled ? .textFaint : .accent, on: .raised), limit: 11)
        row.write(
            entry.action.fullTitle, x: 19, y: 0, ink: Ink(isDisabled ? .textFaint : .text, on: .raised),
            limit: max(0, row.width - 20))
        if isSelected {
            row.lay(.selection, under: Rect(x: 6, y: 0, width: row.width - 7, height: 1))
            row.put(row.glyphs.selected, x: 6, y: 0, ink: Ink(.accent, on: .selection))
        }
    }

    private static func drawFilterSyntax(on area: inout Buffer) {
        guard area.height >= 5 else { return }
        let rows = [
            ("word", "fuzzy, smart case", "path:agents/", "in a path", "!word", "not"),
            ("\"exact\"", "literal", "rule:factory", "by rule or check", "new:", "since baseline"),
            ("/re/", "regular expression", "name:Manager", "by symbol", "a b", "both"),
        ]
        area.write("FILTER", x: 1, y: 1, ink: Ink(.title, on: .raised, isBold: true))
        for (y, row) in rows.enumerated() {
            var x = 1
            for (key, meaning) in [(row.0, row.1), (row.2, row.3), (row.4, row.5)] {
                area.write(key, x: x, y: y + 2, ink: Ink(.accent, on: .raised))
                area.write(meaning, x: x + 14, y: y + 2, ink: Ink(.textMuted, on: .raised))
                x += 36
            }
        }
        area.write(
            "Greyed keys do not apply here; pressing one says why.", x: 1, y: 5, ink: Ink(.textMuted, on: .raised))
    }

    private static func drawPalette(_ state: PaletteState, _ model: Model, _ rect: Rect, on buffer: inout Buffer) {
        let content = state.content
        let inside = Overlay(title: "Command", hasBorder: !model.isAccessible).draw(rect, on: &buffer)
        let (field, below) = inside.split(top: 1)
        buffer.within(field) { row in
            row.write(":", x: 1, y: 0, ink: Ink(.accent, on: .raised))
            state.input.draw(x: 3, y: 0, width: max(0, row.width - 4), ground: .raised, on: &row)
        }
        let (list, foot) = below.split(bottom: below.height > 4 ? 1 : 0)
        let top = min(max(0, state.selected - list.height + 1), max(0, content.entries.count - list.height))
        for y in 0..<list.height where content.entries.indices.contains(top + y) {
            let entry = content.entries[top + y]
            buffer.within(list.row(y)) { row in
                let isDisabled =
                    if case .action(let id) = entry.target { model.disabledReason(id) != nil } else { false }
                let ink = Ink(isDisabled ? .textFaint : .text, on: .raised)
                let room = max(0, row.width - 4 - DisplayWidth.of(entry.key))
                let isName =
                    switch entry.target {
                    case .group, .test: true
                    case .action, .theme, .check, .snapshot, .baseline: false
                    }
                row.write(
                    fitting(entry.title, room), x: 2, y: 0, ink: ink, limit: room, truncation: isName ? .middle : .end)
                row.write(entry.key, endingAt: row.width - 1, y: 0, ink: Ink(.accent, on: .raised))
                if top + y == state.selected { select(&row) }
            }
        }
        if content.entries.isEmpty {
            buffer.within(list) { $0.write("nothing is called that", x: 2, y: 0, ink: Ink(.textMuted, on: .raised)) }
        }
        buffer.within(foot) { row in
            let count = "\(content.entries.count) of \(content.total)"
            var x = 1
            for hint in ["enter run", "tab complete", "esc close"]
            where x + DisplayWidth.of(hint) + 2 <= row.width - 1 - DisplayWidth.of(count) {
                x += row.write(hint, x: x, y: 0, ink: Ink(.textMuted, on: .raised)) + 3
            }
            row.write(count, endingAt: row.width - 1, y: 0, ink: Ink(.textMuted, on: .raised))
        }
    }

    /// Without what stands in brackets behind it where both do not fit: the name is what is looked for.
    private static func fitting(_ title: String, _ width: Int) -> String {
        guard DisplayWidth.of(title) > width, title.hasSuffix(")"), let bracket = title.lastIndex(of: "(") else {
            return title
        }
        return String(title[..<bracket].dropLast())
    }

    private static func drawBaselines(_ state: ChooserState, _ model: Model, _ rect: Rect, on buffer: inout Buffer) {
        let inside = Overlay(
            title: "Compare with", note: "enter \(Character(buffer.glyphs.dot)) esc", hasBorder: !model.isAccessible
        ).draw(
            rect, on: &buffer)
        let entries = Array(model.archive.timeline.reversed())
        let top = min(max(0, state.selected - inside.height + 1), max(0, entries.count - inside.height))
        for y in 0..<inside.height where entries.indices.contains(top + y) {
            let entry = entries[top + y]
            guard let header = entry.header else { continue }
            buffer.within(inside.row(y)) { row in
                let ink = Ink(entry.id == model.current ? .textMuted : .text, on: .raised)
                row.write(WhenText.moment(header.takenAt), x: 2, y: 0, ink: ink)
                // Up to the note at the right.
                if row.width >= 41 {
                    row.write(header.revision?.shortCommit ?? "", x: 20, y: 0, ink: Ink(.textLink, on: .raised))
                }
                row.write(
                    header.revision?.subject ?? entry.name, x: 31, y: 0, ink: Ink(.textMuted, on: .raised),
                    limit: max(0, row.width - 43))
                let note = entry.id == model.baseline ? "baseline" : entry.id == model.current ? "shown" : ""
                row.write(note, endingAt: row.width - 1, y: 0, ink: Ink(.info, on: .raised))
                if top + y == state.selected { select(&row) }
            }
        }
    }

    private static func drawProblems(_ state: ScrollState, _ model: Model, _ rect: Rect, on buffer: inout Buffer) {
        let inside = Overlay(title: "Problems and coverage", note: "esc", hasBorder: !model.isAccessible).draw(
            rect, on: &buffer)
        let lines = ProblemsContent(model).lines
        let top = min(state.top, max(0, lines.count - inside.height))
        for y in 0..<inside.height where lines.indices.contains(top + y) {
            buffer.within(inside.row(y)) { row in
                switch lines[top + y] {
                case .heading(let text): row.write(text, x: 1, y: 0, ink: Ink(.title, on: .raised, isBold: true))
                case .text(let text): row.write(text, x: 3, y: 0, ink: Ink(.text, on: .raised), limit: row.width - 4)
                }
            }
        }
    }

    private static func select(_ row: inout Buffer) {
        row.lay(.selection, under: Rect(x: 0, y: 0, width: row.width, height: 1))
        row.put(row.glyphs.selected, x: 0, y: 0, ink: Ink(.accent, on: .selection))
    }
}
