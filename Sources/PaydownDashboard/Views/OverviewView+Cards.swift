import PaydownCore
import PaydownScreen
import PaydownWidgets

extension OverviewView {
    static func drawCards(_ model: Model, _ isFocused: Bool, on buffer: inout Buffer) {
        let content = OverviewContent(model, area: buffer.bounds.size)
        guard !content.cards.isEmpty else {
            Heading("CHECKS", isFocused: isFocused).draw(on: &buffer)
            buffer.write("The snapshot has no checks.", x: 1, y: 1, ink: .muted)
            return
        }
        let selected = isFocused ? content.card(model.overview) : nil
        for (number, rect) in content.grid.frames {
            let isSelected = number == selected
            let row = isSelected ? content.row(model.overview) : nil
            buffer.within(rect) { area in
                draw(content.cards[number], isSelected: isSelected, row: row, of: model, on: &area)
            }
        }
    }

    /// One line for each check: `Imports 78 → 1 ▼ 6`.
    static func drawLines(_ model: Model, on buffer: inout Buffer) {
        let content = OverviewContent(model, area: Size(width: 0, height: 0))
        let selected = content.card(model.overview) ?? 0
        let first = max(0, min(selected - buffer.height + 1, content.cards.count - buffer.height))
        for (y, card) in content.cards.dropFirst(first).prefix(buffer.height).enumerated() {
            if first + y == selected { buffer.put(buffer.glyphs.selected, x: 0, y: y, ink: Ink(.accent)) }
            var x = 1
            x += buffer.write(card.title, x: x, y: y, ink: .text) + 1
            x += buffer.write(card.fact(buffer.glyphs), x: x, y: y, ink: card.isMet ? Ink(.good) : .strong) + 1
            x += buffer.write(card.delta, x: x, y: y, ink: card.deltaInk) + 1
            buffer.write(card.note, x: x, y: y, ink: Ink(.stale))
        }
    }

    private static func draw(
        _ card: OverviewContent.Card, isSelected: Bool, row selectedRow: Int?, of model: Model, on buffer: inout Buffer
    ) {
        let key = card.key.map { "\($0) " } ?? ""
        Heading(key + card.title.uppercased(), fact: card.fact(buffer.glyphs), isFocused: isSelected).draw(on: &buffer)
        if isSelected, selectedRow == nil { buffer.put(buffer.glyphs.selected, x: 0, y: 0, ink: Ink(.accent)) }
        drawProgress(card, of: model, on: &buffer)
        for (number, row) in card.rows.enumerated() {
            let y = number + 2
            draw(row, y: y, on: &buffer)
            if number == selectedRow {
                buffer.put(buffer.glyphs.selected, x: 0, y: y, ink: Ink(.accent))
                buffer.lay(.selection, under: Rect(x: 0, y: y, width: buffer.width, height: 1))
            }
        }
        if !card.remainder.isEmpty { buffer.write(card.remainder, x: 1, y: card.rows.count + 2, ink: .muted) }
    }

    private static func drawProgress(_ card: OverviewContent.Card, of model: Model, on buffer: inout Buffer) {
        let width = buffer.width
        let right = width - 1
        buffer.write(card.delta, endingAt: right, y: 1, ink: card.deltaInk)
        guard let fraction = card.fraction else { return }
        // The share stands where it stands in every card, whatever the delta is.
        let shareEnd = right - deltaWidth
        let share = "\(percent(fraction)) %"
        let barWidth = shareEnd - 9 - 1
        if barWidth >= 4 {
            ProgressBar.draw(fraction, isMet: card.isMet, x: 1, y: 1, width: barWidth, of: model, on: &buffer)
        }
        buffer.write(share, endingAt: shareEnd, y: 1, ink: card.isMet ? Ink(.good) : .text)
    }

    private static func draw(_ row: OverviewContent.Row, y: Int, on buffer: inout Buffer) {
        let right = buffer.width - 1
        let nameX = 8
        buffer.write(row.count, endingAt: nameX - 2, y: y, ink: row.countInk)
        let room = max(0, right - deltaWidth - nameX + 1)
        NameText.write(row.name, x: nameX, y: y, limit: room, on: &buffer)
        buffer.write(row.delta, endingAt: right, y: y, ink: row.deltaInk)
    }

    /// Cells for a delta such as `!▲ 124` and the gap before it.
    private static let deltaWidth = 7

    /// Rounded down, so that only what is complete shows 100.
    static func percent(_ fraction: Double) -> Int {
        guard fraction.isFinite else { return 0 }
        return Int((min(max(fraction, 0), 1) * 100 + 1e-9).rounded(.down))
    }
}
