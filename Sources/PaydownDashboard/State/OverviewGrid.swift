import PaydownScreen

/// Where the overview's cards lie: in rows of equal height, as many columns as the width allows.
package struct OverviewGrid: Equatable, Sendable {
    package let cards: Int
    package let columns: Int
    /// The cards that fit, by number, with their rectangles in the part.
    package let frames: [(card: Int, rect: Rect)]

    /// - Parameters:
    ///   - cards: how many there are.
    ///   - selected: this one is among those shown when not all fit.
    ///   - area: of the part that the cards lie in.
    ///   - isLinear: one below the other, whatever the width, for reading aloud.
    package init(cards: Int, selected: Int, in area: Size, isLinear: Bool = false) {
        self.cards = cards
        let columns = isLinear ? 1 : Self.columns(cards: cards, width: area.width)
        self.columns = columns
        guard cards > 0, area.width > 0, area.height > 0 else {
            frames = []
            return
        }
        let rows = (cards + columns - 1) / columns
        // A card needs its heading, its bar, a row and a gap; fewer cards are better than cards without content.
        let shown = min(rows, max(1, area.height / 4))
        let selectedRow = min(max(selected, 0), cards - 1) / columns
        let first = min(max(0, selectedRow - shown + 1), rows - shown)
        var frames: [(card: Int, rect: Rect)] = []
        var y = 0
        for row in 0..<shown {
            // What does not divide evenly goes to the upper rows.
            let height = area.height / shown + (row < area.height % shown ? 1 : 0)
            for column in 0..<columns {
                let card = (first + row) * columns + column
                guard card < cards else { break }
                let left = area.width * column / columns
                let right = area.width * (column + 1) / columns
                let gap = column < columns - 1 ? 1 : 0
                frames.append((card, Rect(x: left, y: y, width: right - left - gap, height: height)))
            }
            y += height
        }
        self.frames = frames
    }

    /// The card at the left, right, above or below another, or nil at the edge.
    package func neighbour(of card: Int, columns dx: Int, rows dy: Int) -> Int? {
        let column = card % columns + dx
        guard (0..<columns).contains(column) else { return nil }
        let target = (card / columns + dy) * columns + column
        guard target >= 0, card / columns + dy >= 0 else { return nil }
        if target < cards { return target }
        // Below a gap in the last row lies its last card.
        return dy > 0 && (card / columns + dy) * columns < cards ? cards - 1 : nil
    }

    static func columns(cards: Int, width: Int) -> Int {
        let fitting = width >= 160 ? 4 : width >= 72 ? 2 : 1
        return max(1, min(fitting, cards))
    }

    package static func == (left: OverviewGrid, right: OverviewGrid) -> Bool {
        left.cards == right.cards && left.columns == right.columns
            && left.frames.elementsEqual(right.frames) { $0 == $1 }
    }
}
