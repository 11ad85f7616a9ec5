/// A place on the overview: one of its cards, and a row in it (nil: the card as a whole).
package struct OverviewState: Equatable, Sendable {
    /// 0-based, in the order of the cards.
    package var card = 0
    package var row: Int?

    /// The selected row of each list beside the cards, 0-based.
    package var rows: [Part: Int] = [:]

    package init() {}
}
