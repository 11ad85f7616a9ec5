import PaydownScreen

/// The one heading style: `─ TITLE  detail ──────── fact ─`, heavier and bold when its part has the focus.
package struct Heading: Equatable, Sendable {
    package var title: String
    /// Stands beside the title in plain weight; may be empty.
    package var detail: String
    /// Stands at the right end; may be empty. The first thing to go when there is no room.
    package var fact: String
    package var isFocused: Bool

    package init(_ title: String, detail: String = "", fact: String = "", isFocused: Bool = false) {
        self.title = title
        self.detail = detail
        self.fact = fact
        self.isFocused = isFocused
    }

    /// Draws on one row of the current area, from edge to edge.
    package func draw(on buffer: inout Buffer, y: Int = 0) {
        let width = buffer.width
        guard width > 0, y >= 0, y < buffer.height else { return }
        let rule = isFocused ? buffer.glyphs.ruleFocus : buffer.glyphs.rule
        let ruleInk = Ink(isFocused ? .ruleFocus : .rule)
        buffer.fill(Rect(x: 0, y: y, width: width, height: 1), rule, ink: ruleInk)
        guard width > 4 else { return }
        let titleInk = Ink(isFocused ? .titleFocus : .title, isBold: isFocused)
        let factWidth = fact.isEmpty ? 0 : DisplayWidth.of(fact) + 4
        let titleWidth = DisplayWidth.of(title)
        let showsFact = factWidth > 0 && titleWidth + factWidth + 4 <= width
        let room = width - 3 - (showsFact ? factWidth : 0)
        var x = 2 + buffer.write(title, x: 2, y: y, ink: titleInk, limit: room - 1)
        if !detail.isEmpty, room - x > 4 {
            buffer.write("  ", x: x, y: y, ink: ruleInk)
            x += 2 + buffer.write(detail, x: x + 2, y: y, ink: .text, limit: room - x - 2, truncation: .middle)
        }
        buffer.put(" ", x: 1, y: y, ink: ruleInk)
        buffer.put(" ", x: x, y: y, ink: ruleInk)
        guard showsFact else { return }
        let right = width - 2
        buffer.write(fact, endingAt: right, y: y, ink: Ink(.textMuted))
        buffer.put(" ", x: right, y: y, ink: ruleInk)
        buffer.put(" ", x: right - factWidth + 3, y: y, ink: ruleInk)
    }
}
