import PaydownCore
import PaydownScreen

/// The path line of a list while nothing but the cursor moves: what `PathLine` draws, without making texts.
///
/// A performance file: with every key the way to the selected row is another one; as texts it takes a dozen allocations.
struct CursorPath: Sendable {
    /// The facts at the right, which are about the whole list, and their cells.
    private var facts = ""
    private var factsWidth = 0
    /// `path:line`, put together here.
    private var place: [UInt8] = []

    init(_ model: Model) {
        facts = CheckView.facts(model)
        factsWidth = DisplayWidth.of(facts)
    }

    /// - Returns: false, with nothing drawn, where the line takes more than putting parts behind each other.
    mutating func draw(_ model: Model, on buffer: inout Buffer) -> Bool {
        let tree = model.checkState.tree
        guard model.header != nil, let group = tree.selectedGroup, let title = model.check?.title, takePlace(tree)
        else { return false }
        var name = group.name
        return name.withUTF8 { name in
            place.withUnsafeBufferPointer { draw(title, name, $0, tree, model, on: &buffer) }
        }
    }

    private func draw(
        _ title: String, _ name: UnsafeBufferPointer<UInt8>, _ place: UnsafeBufferPointer<UInt8>, _ tree: TreeState,
        _ model: Model, on buffer: inout Buffer
    ) -> Bool {
        // The rooms are those of `CheckView.path`.
        let titleWidth = DisplayWidth.of(title)
        var room = model.size.width - factsWidth - titleWidth - 22
        guard room > 8 else { return false }
        let nameRoom = place.isEmpty || room < 70 ? room : max(30, room / 2)
        let isSymbol = (tree.listing?.query.grouping ?? .symbol) == .symbol
        guard let nameCut = ShortName.cut(name, isPath: !isSymbol, width: nameRoom) else { return false }
        let nameWidth = nameCut.shown.count + (nameCut.isCut ? 1 : 0)
        room -= nameWidth + 3
        let hasPlace = !place.isEmpty && room > 30
        guard let placeCut = ShortName.cut(place, isPath: true, width: max(2, room)) else { return false }
        let placeWidth = placeCut.shown.count + (placeCut.isCut ? 1 : 0)
        let width = titleWidth + 3 + nameWidth + (hasPlace ? 3 + placeWidth : 0)
        // And these are those of `PathLine`.
        let mark = PathLine.provenanceMark(model)
        let end = buffer.width - 1 - DisplayWidth.of(mark)
        let right = mark.isEmpty ? end : end - 2
        guard factsWidth <= right - min(24, width) - 4, width <= right - factsWidth - 3 else { return false }
        buffer.fill(buffer.bounds)
        buffer.write(mark, x: end, y: 0, ink: Ink(.stale))
        buffer.write(facts, x: right - factsWidth, y: 0, ink: .muted)
        var x = 1 + buffer.write(title, x: 1, y: 0)
        x = write(name, nameCut, x: x, on: &buffer)
        if hasPlace { _ = write(place, placeCut, x: x, on: &buffer) }
        return true
    }

    /// Writes a part behind its sign.
    private func write(
        _ text: UnsafeBufferPointer<UInt8>, _ cut: (isCut: Bool, shown: Range<Int>), x: Int, on buffer: inout Buffer
    ) -> Int {
        buffer.put(buffer.glyphs.crumb, x: x + 1, y: 0)
        var x = x + 3
        if cut.isCut {
            buffer.put(buffer.glyphs.ellipsis, x: x, y: 0)
            x += 1
        }
        let shown = UnsafeBufferPointer(rebasing: text[cut.shown])
        return x + buffer.write(ascii: shown, x: x, y: 0, limit: shown.count)
    }

    /// Puts the selected finding's place together; nothing for a group. False where it is said in words.
    private mutating func takePlace(_ tree: TreeState) -> Bool {
        place.removeAll(keepingCapacity: true)
        guard tree.selected?.child != nil else { return true }
        guard let listing = tree.listing, let index = tree.selectedIndex, !listing.isFixed(index),
            listing.query.grouping != .file
        else { return false }
        let findings = listing.current.findings
        let row = Int(listing.rows[index])
        findings.strings.withUTF8(findings.path[row]) { path in
            for byte in path { place.append(byte) }
        }
        if place.isEmpty { return false }
        if findings.line[row] > 0 { append(findings.line[row]) }
        return true
    }

    private mutating func append(_ line: UInt32) {
        place.append(UInt8(ascii: ":"))
        var unit: UInt32 = 1
        while line / unit >= 10 { unit *= 10 }
        while unit > 0 {
            place.append(UInt8(0x30 + line / unit % 10))
            unit /= 10
        }
    }
}
