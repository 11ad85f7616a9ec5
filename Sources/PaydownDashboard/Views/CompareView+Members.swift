import PaydownCore
import PaydownScreen
import PaydownWidgets

extension CompareView {
    /// Which definition has which member, and which to keep.
    static func drawMembers(_ model: Model, isFocused: Bool, on buffer: inout Buffer) {
        guard let definitions = definitions(model) else { return }
        let table = MemberTable(definitions, model)
        Heading(
            table.isKnown ? "MEMBERS" : "DEFINITIONS", detail: table.isKnown ? "" : definitions.name, fact: table.fact,
            isFocused: isFocused
        ).draw(on: &buffer)
        let offset = model.scroll[.members] ?? 0
        buffer.within(buffer.bounds.inset(top: 1)) { area in
            if !table.isKnown {
                drawPlaces(definitions, model, on: &area)
            } else if area.height < 7 || area.width < 50 {
                table.words(width: area.width).draw(offset: offset, on: &area)
            } else {
                drawTable(table, definitions, model, offset: offset, on: &area)
            }
        }
    }

    private static func drawTable(
        _ table: MemberTable, _ definitions: ClassDefinitions, _ model: Model, offset: Int, on buffer: inout Buffer
    ) {
        let advice = table.advice(width: buffer.width)
        let adviceHeight = advice.count > 0 && buffer.height >= advice.count + 6 ? advice.count + 2 : 0
        let tableHeight = min(buffer.height - adviceHeight, table.members.count + 2)
        let (upper, lower) = buffer.bounds.split(top: tableHeight)
        let names = min(34, max(12, (table.members.map { DisplayWidth.of($0.name) }.max() ?? 0) + 2), buffer.width / 3)
        let room = buffer.width - 2 - names
        let columns = min(table.columns.count, max(1, room / 14))
        let width = min(28, room / max(1, columns))
        buffer.within(upper) { area in
            for place in 0..<columns {
                let title = ShortName.file(CompareView.place(definitions.all[table.columns[place]]))
                let text = ShortName.path(title, width: width - 2, area.glyphs)
                area.write(text, x: 2 + names + place * width, y: 0, ink: .muted, limit: width - 2)
            }
            let height = max(0, area.height - 1)
            let first = min(max(0, offset), max(0, table.members.count - height))
            for (index, member) in table.members.dropFirst(first).prefix(height).enumerated() {
                let y = index + 1
                let isLast = index == height - 1 && first + height < table.members.count
                if isLast {
                    area.write("\(table.members.count - first - index) more members", x: 2, y: y, ink: .muted)
                    break
                }
                area.write(member.name, x: 2, y: y, ink: member.isShared ? .muted : .text, limit: names - 1)
                for place in 0..<columns {
                    let isIn = member.isIn[place]
                    let glyph = isIn ? area.glyphs.bullet : area.glyphs.dot
                    area.put(glyph, x: 2 + names + place * width + 4, y: y, ink: isIn ? .text : .faint)
                }
            }
        }
        if adviceHeight > 0 {
            buffer.within(lower) { area in
                Heading("SUGGESTED").draw(on: &area)
                area.within(area.bounds.inset(top: 1)) { _ = advice.draw(on: &$0) }
            }
        }
        buffer.within(lower.inset(top: adviceHeight)) { rest in
            if rest.height >= 5 { CheckView.drawWhy(model, isFocused: false, on: &rest) }
        }
    }

    /// All that is known when neither members nor source are: where the definitions stand.
    private static func drawPlaces(_ definitions: ClassDefinitions, _ model: Model, on buffer: inout Buffer) {
        var text = LabelledText(width: buffer.width, labelWidth: 4)
        text.add(
            "The snapshot keeps no members of these classes, and their source is not here. "
                + "paydown browse --root DIR shows them side by side.",
            ink: .muted, atMost: 4)
        let top = buffer.height > 8 ? 1 : 0
        var note = buffer.bounds.inset(top: top)
        // Where there is much room the reasons get some of it.
        let room = max(1, buffer.height - text.count - 3 * top - (buffer.height >= 28 ? 10 : 0))
        for (index, definition) in definitions.all.prefix(room).enumerated() {
            let isLast = index == room - 1 && definitions.all.count > room
            let y = top + index
            if isLast {
                buffer.write("\(definitions.all.count - index) more", x: 6, y: y, ink: .muted)
            } else {
                buffer.write(String(index + 1), endingAt: 4, y: y, ink: .muted)
                let isSelected = index == definitions.selected
                if isSelected { buffer.put(buffer.glyphs.selected, x: 1, y: y, ink: Ink(.accent)) }
                buffer.write(
                    place(definition), x: 6, y: y, ink: isSelected ? .strong : .text, limit: max(0, buffer.width - 7),
                    truncation: .middle)
            }
            note = buffer.bounds.inset(top: y + 1 + top)
        }
        buffer.within(note) { area in
            let used = text.draw(on: &area)
            area.within(area.bounds.inset(top: used + 1)) { rest in
                if rest.height >= 5 { CheckView.drawWhy(model, isFocused: false, on: &rest) }
            }
        }
    }
}

/// The members of the definitions: from the snapshot, else from the source.
struct MemberTable {
    let members: [ClassComparison.Member]
    /// The definitions compared, as indices: those side by side first.
    let columns: [Int]
    /// Whether the members of at least two are known.
    let isKnown: Bool
    /// Whether the lines side by side are the same, when all of them are here.
    let isIdentical: Bool
    private let definitions: ClassDefinitions
    private let isSuggested: Bool

    init(_ definitions: ClassDefinitions, _ model: Model) {
        self.definitions = definitions
        let shown = CompareView.columns(definitions, model)
        let sources = shown.map { CompareView.source(definitions.all[$0], model) }
        let order = shown + definitions.all.indices.filter { !shown.contains($0) }
        let known = order.compactMap { index -> (index: Int, members: [String])? in
            let own = definitions.all[index].members
            if !own.isEmpty { return (index, own) }
            let source = shown.firstIndex(of: index).flatMap { sources[$0] }
            return source.map { (index, $0.members) }
        }
        columns = known.map(\.index)
        isKnown = known.count >= 2
        members = ClassComparison.members(known.map(\.members))
        isSuggested = definitions.suggestsFirst
        let lines = sources.compactMap { $0?.lines }
        isIdentical = lines.count == shown.count && lines.allSatisfy { $0 == lines[0] }
    }

    private var shared: Int { members.count { $0.isShared } }

    var fact: String {
        let count = definitions.all.count
        guard isKnown else { return "\(count)" }
        let unknown = count > columns.count ? " of the \(columns.count) known" : ""
        if isIdentical, count == 2 { return "the same lines" }
        if members.isEmpty { return "no members" }
        if shared == members.count { return "the same \(members.count) members" + unknown }
        return "\(shared) of \(members.count) shared" + unknown
    }

    /// The table in words, for small places: all, only A, only B.
    func words(width: Int) -> LabelledText {
        var text = LabelledText(width: width, labelWidth: 9)
        func names(_ include: ([Bool]) -> Bool) -> String {
            members.filter { include($0.isIn) }.map(\.name).joined(separator: ", ")
        }
        let isPair = columns.count == 2
        text.add(names { !$0.contains(false) }, label: isPair ? "both" : "all", atMost: 2)
        text.add(
            names { $0[0] && $0.contains(false) && (isPair || !$0.dropFirst().contains(true)) }, label: "only A",
            atMost: 2)
        text.add(names { !$0[0] && $0[1] && (isPair || !$0.dropFirst(2).contains(true)) }, label: "only B", atMost: 2)
        if members.isEmpty { text.add("Neither has a member of its own.", ink: .muted) }
        if isIdentical { text.add("Their lines are the same.", ink: .muted) }
        return text
    }

    /// Which definition to keep, and what it would need; empty when nothing speaks for one of them.
    func advice(width: Int) -> LabelledText {
        var text = LabelledText(width: width, labelWidth: 6)
        if isSuggested, let reference = columns.firstIndex(of: 0) {
            let others = columns.filter { $0 != 0 }.map { ShortName.file(CompareView.place(definitions.all[$0])) }
            let missing = members.filter { !$0.isIn[reference] }.map(\.name)
            let place = CompareView.place(definitions.all[0])
            text.addLine(place, label: "keep")
            text.add(
                missing.isEmpty ? "it has every member of the others" : missing.joined(separator: ", "),
                label: missing.isEmpty ? " " : "add", atMost: 2)
            text.add(others.joined(separator: ", "), label: "drop", atMost: 2)
        } else if isIdentical {
            text.add("Their lines are the same: keep either, and import it where the other stood.")
        } else if !members.isEmpty, shared == members.count {
            text.add("The same members, but not the same lines: see what differs before one goes.")
        }
        return text
    }
}
