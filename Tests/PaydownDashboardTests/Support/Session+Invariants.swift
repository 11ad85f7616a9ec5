import PaydownDashboard
import PaydownScreen

extension Session {
    /// What must hold in every state, whatever has been pressed; each broken one is a sentence.
    func brokenInvariants(drawing: Bool = true) -> [String] {
        var broken = brokenSelection() + brokenEffects()
        if drawing { broken += brokenFrame(frame) }
        return broken
    }

    private func brokenSelection() -> [String] {
        var broken: [String] = []
        for (id, state) in model.checks {
            let tree = state.tree
            if tree.top < 0 || tree.top > max(0, tree.lineCount - 1) {
                broken.append("\(id): the list begins at line \(tree.top) of \(tree.lineCount)")
            }
            guard let listing = tree.listing, !listing.groups.isEmpty else {
                if tree.selected != nil { broken.append("\(id): something is selected in an empty list") }
                continue
            }
            guard let selected = tree.selected else {
                broken.append("\(id): nothing is selected in \(listing.groups.count) groups")
                continue
            }
            guard listing.groups.indices.contains(selected.group) else {
                broken.append("\(id): group \(selected.group) of \(listing.groups.count) is selected")
                continue
            }
            if let child = selected.child {
                if !listing.groups[selected.group].range.indices.isEmpty,
                    child < 0 || child >= listing.groups[selected.group].range.count
                {
                    broken.append(
                        "\(id): finding \(child) of \(listing.groups[selected.group].range.count) is selected")
                }
                if !tree.isExpanded(selected.group) { broken.append("\(id): a finding in a closed group is selected") }
            }
            if tree.position(atLine: tree.line(of: selected)) != selected {
                broken.append("\(id): the selected line is another position")
            }
        }
        return broken
    }

    private func brokenEffects() -> [String] {
        effects.indices.flatMap { index in
            effects[..<index].contains(effects[index]) && Self.isQuestion(effects[index])
                ? ["\(effects[index]) is wanted twice"] : []
        }
    }

    /// Work that is wasted when it is asked for twice.
    private static func isQuestion(_ effect: Effect) -> Bool {
        switch effect {
        case .load, .list, .compare: true
        default: false
        }
    }

    /// - Parameter buffer: the session's frame.
    func brokenFrame(_ buffer: Buffer) -> [String] {
        var broken: [String] = []
        let (width, height) = (model.size.width, model.size.height)
        if buffer.size != model.size || buffer.cells.count != width * height {
            broken.append("the frame has another size")
        }
        var previous: UInt8 = 1
        for (index, cell) in buffer.cells.enumerated() {
            let isPlain = cell.width == 1 && previous != 2 && (0x20...0x7E).contains(cell.glyph)
            defer { previous = cell.width }
            // Nearly all cells are like this, and this is asked of millions.
            if isPlain { continue }
            let (x, y) = (index % width, index / width)
            let follows = x > 0 && previous == 2
            if (cell.width == 0) != follows { broken.append("half a wide glyph at \(x),\(y)") }
            if cell.width == 2, x == width - 1 { broken.append("a wide glyph hangs over the edge in row \(y)") }
            if buffer.glyphs.isASCII, cell.width > 0, cell.isCluster || !(0x20...0x7E).contains(cell.glyph) {
                broken.append("glyph \(cell.glyph) is no ASCII at \(x),\(y)")
            }
            if !cell.isCluster, cell.glyph < 0x20 || (0x7F..<0xA0).contains(cell.glyph) {
                broken.append("a control at \(x),\(y)")
            }
        }
        if height >= 3, width >= 8, model.toast == nil, !isTyping, !footer.contains("? help") {
            broken.append("the footer has no help: |\(footer)|")
        }
        return broken + brokenLayout()
    }

    private var isTyping: Bool {
        if case .filter = model.layers.last { true } else { false }
    }

    private func brokenLayout() -> [String] {
        let layout = ScreenLayout(model)
        var broken: [String] = []
        for (index, frame) in layout.frames.enumerated() {
            if frame.rect != frame.rect.intersection(layout.body), !frame.rect.isEmpty {
                broken.append("\(frame.part) hangs out of the body")
            }
            for other in layout.frames[..<index] where !frame.rect.intersection(other.rect).isEmpty {
                broken.append("\(frame.part) lies on \(other.part)")
            }
        }
        return broken
    }
}
