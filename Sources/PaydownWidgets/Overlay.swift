import PaydownScreen

/// The box of an overlay: raised ground, a border, a title on it, and a note at its upper right.
package struct Overlay: Equatable, Sendable {
    package var title: String
    package var note: String
    /// Without one the ground alone sets it apart, for reading aloud.
    package var hasBorder: Bool

    package init(title: String, note: String = "", hasBorder: Bool = true) {
        self.title = title
        self.note = note
        self.hasBorder = hasBorder
    }

    /// Draws the box over `rect` and returns the area inside.
    package func draw(_ rect: Rect, on buffer: inout Buffer) -> Rect {
        let ground = Ink(.text, on: .raised)
        buffer.fill(rect, " ", ink: ground)
        guard rect.width >= 4, rect.height >= 3 else { return rect }
        if hasBorder { drawBorder(rect, on: &buffer) }
        let room = rect.width - 6
        let used = buffer.write(
            title, x: rect.x + 3, y: rect.y, ink: Ink(.title, on: .raised, isBold: true), limit: room)
        buffer.put(" ", x: rect.x + 2, y: rect.y, ink: ground)
        buffer.put(" ", x: rect.x + 3 + used, y: rect.y, ink: ground)
        let noteWidth = DisplayWidth.of(note)
        if noteWidth > 0, used + noteWidth + 6 <= room {
            buffer.write(" " + note + " ", endingAt: rect.right - 2, y: rect.y, ink: Ink(.textMuted, on: .raised))
        }
        return rect.inset(left: 1, top: 1, right: 1, bottom: 1)
    }

    private func drawBorder(_ rect: Rect, on buffer: inout Buffer) {
        let box = buffer.glyphs.box
        let ink = Ink(.rule, on: .raised)
        for x in rect.x + 1..<rect.right - 1 {
            buffer.put(box[4], x: x, y: rect.y, ink: ink)
            buffer.put(box[4], x: x, y: rect.bottom - 1, ink: ink)
        }
        for y in rect.y + 1..<rect.bottom - 1 {
            buffer.put(box[5], x: rect.x, y: y, ink: ink)
            buffer.put(box[5], x: rect.right - 1, y: y, ink: ink)
        }
        buffer.put(box[0], x: rect.x, y: rect.y, ink: ink)
        buffer.put(box[1], x: rect.right - 1, y: rect.y, ink: ink)
        buffer.put(box[2], x: rect.x, y: rect.bottom - 1, ink: ink)
        buffer.put(box[3], x: rect.right - 1, y: rect.bottom - 1, ink: ink)
    }
}
