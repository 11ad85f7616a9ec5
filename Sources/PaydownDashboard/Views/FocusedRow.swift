import PaydownScreen

/// Where a screen reader should read: the selected row of what has the focus, the text being typed, or an answer.
package enum FocusedRow {
    /// Nil unless the model is for reading aloud, or when nothing is selected.
    ///
    /// - Parameter frame: the model's frame, as it was drawn.
    package static func place(in frame: Buffer, of model: Model) -> Point? {
        guard model.isAccessible else { return nil }
        let layout = ScreenLayout(model)
        if let layer = model.layers.last {
            let area = LayerView.rect(of: layer, model, layout)
            if case .filter = layer { return first(in: area, of: frame) { $0.ink.ground == .selection } }
            return selected(in: area, of: frame)
        }
        // An answer, or what has changed: it stays to be read until the next key.
        if model.toast != nil, !layout.footer.isEmpty { return Point(x: 1, y: layout.footer.y) }
        // The focused part first; a chart has no rows, but the list that rules it has.
        let focused = layout.focused(model).flatMap { layout.rect(of: $0) }
        let areas = [focused].compactMap(\.self) + layout.frames.map(\.rect)
        return areas.lazy.compactMap { selected(in: $0, of: frame) }.first
    }

    private static func selected(in area: Rect, of frame: Buffer) -> Point? {
        first(in: area, of: frame) { $0.glyph == frame.glyphs.selected.value && $0.ink.role == .accent }
    }

    private static func first(in area: Rect, of frame: Buffer, where isIt: (Cell) -> Bool) -> Point? {
        let area = area.intersection(Rect(frame.size))
        for y in area.y..<area.bottom {
            for x in area.x..<area.right where isIt(frame[x, y]) { return Point(x: x, y: y) }
        }
        return nil
    }
}
