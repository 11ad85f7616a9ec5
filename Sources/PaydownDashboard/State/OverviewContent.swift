import PaydownCore
import PaydownScreen

/// What the overview's cards say, and where their rows lead: drawing and moving use the same one.
package struct OverviewContent: Equatable, Sendable {
    /// A line of a card: how many of what, and how that changed.
    package struct Row: Equatable, Sendable {
        package var count: String
        package var countInk: Ink
        package var name: String
        package var delta: String
        package var deltaInk: Ink
        package var destination: OverviewDestination
    }

    package struct Card: Equatable, Sendable {
        package var check: String
        /// The number key that leads there; nil when none does.
        package var key: Int?
        package var title: String
        /// `78`, or `36/42`.
        package var value: String
        /// `1`, `<10`; empty without a target.
        package var target: String
        package var isMet: Bool
        /// 0...1 from the plan's baseline to the target; without a target the share that is as it should be; nil
        /// when neither is known.
        package var fraction: Double?
        package var delta: String
        package var deltaInk: Ink
        package var rows: [Row]
        /// What did not fit: `13 more paths`.
        package var remainder: String
        /// `simulated` or `illustrative` where the numbers are not measured; empty where they are.
        package var note: String

        /// `78 → 1`
        package func fact(_ glyphs: GlyphSet) -> String {
            target.isEmpty ? value : value + " \(glyphs.arrow) " + target
        }
    }

    package let grid: OverviewGrid
    /// All checks in the snapshot's order; those that are not on the screen have no rows.
    package let cards: [Card]

    /// For the frame that the model gives.
    package init(_ model: Model) {
        // The smallest screens show a line for each check: cards without rows.
        let area = model.sizeClass == .tiny ? nil : ScreenLayout(model).rect(of: .cards)?.size
        self.init(model, area: area ?? Size(width: 0, height: 0))
    }

    package init(_ model: Model, area: Size) {
        let checks = model.header?.checks ?? []
        let grid = OverviewGrid(
            cards: checks.count, selected: model.overview.card, in: area, isLinear: model.isAccessible)
        self.grid = grid
        cards = checks.enumerated().map { number, check in
            let height = grid.frames.first { $0.card == number }?.rect.height ?? 0
            return Card(check, of: model, rows: Self.rows(inHeight: height))
        }
    }

    /// Rows between the bar and the gap below a card, the line for what is left out among them.
    static func rows(inHeight height: Int) -> Int { max(0, height - 3) }

    /// The selected card; the nearest when there are fewer now.
    package func card(_ state: OverviewState) -> Int? {
        cards.isEmpty ? nil : min(max(state.card, 0), cards.count - 1)
    }

    /// The selected row of the selected card; nil for the card as a whole.
    package func row(_ state: OverviewState) -> Int? {
        guard let card = card(state), let row = state.row, !cards[card].rows.isEmpty else { return nil }
        return min(max(row, 0), cards[card].rows.count - 1)
    }

    /// Where `enter` leads.
    package func destination(_ state: OverviewState) -> OverviewDestination? {
        guard let card = card(state) else { return nil }
        if let row = row(state) { return cards[card].rows[row].destination }
        return .check(cards[card].check)
    }

    /// The row below or above, going over into the card below or above, or to its head; the same at the edge.
    package func moved(_ state: OverviewState, rows: Int) -> OverviewState {
        guard var card = card(state) else { return state }
        // Position 0 is the card's head, its rows follow.
        var position = (row(state) ?? -1) + 1
        for _ in 0..<min(abs(rows), 10_000) {
            if rows > 0 {
                if position < cards[card].rows.count {
                    position += 1
                } else if let below = grid.neighbour(of: card, columns: 0, rows: 1) {
                    (card, position) = (below, 0)
                }
            } else if position > 0 {
                position -= 1
            } else if let above = grid.neighbour(of: card, columns: 0, rows: -1) {
                (card, position) = (above, cards[above].rows.count)
            }
        }
        return place(card, position, keeping: state)
    }

    /// The card at the right (positive) or left, at about the same row; the same at the edge.
    package func moved(_ state: OverviewState, columns: Int) -> OverviewState {
        guard let card = card(state), let next = grid.neighbour(of: card, columns: columns, rows: 0) else {
            return state
        }
        return place(next, min((row(state) ?? -1) + 1, cards[next].rows.count), keeping: state)
    }

    /// The next or previous card in order, at its head.
    package func moved(_ state: OverviewState, cards count: Int) -> OverviewState {
        guard let card = card(state) else { return state }
        return place(min(max(card + count, 0), cards.count - 1), 0, keeping: state)
    }

    /// What lies at a point of the part, for a click; nil between the cards.
    package func state(at point: Point, keeping state: OverviewState = OverviewState()) -> OverviewState? {
        guard let frame = grid.frames.first(where: { $0.rect.contains(point) }) else { return nil }
        let row = point.y - frame.rect.y - 2
        return place(frame.card, cards[frame.card].rows.indices.contains(row) ? row + 1 : 0, keeping: state)
    }

    private func place(_ card: Int, _ position: Int, keeping old: OverviewState) -> OverviewState {
        var state = old
        state.card = card
        state.row = position > 0 ? position - 1 : nil
        return state
    }
}
