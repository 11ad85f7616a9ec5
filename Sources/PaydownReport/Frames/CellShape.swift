import PaydownScreen

/// A glyph that is a rectangle: what bars, sparklines and rules are made of.
///
/// Drawn as such, neighbours in a row meet; as glyphs of a font they leave seams, since a font knows nothing of the grid.
/// Bars in rows below each other stay apart by a hair.
struct CellShape: Equatable {
    /// In shares of the cell, from its upper left corner.
    var x = 0.0
    var y = 0.0
    var width = 1.0
    var height = 1.0
    var opacity = 1.0

    static let whole = CellShape()

    /// What the highest bar takes of its cell.
    private static let barHeight = 8.0 / 9

    private init() {}

    private init(x: Double = 0, y: Double, width: Double = 1, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// - Parameter glyph: as `Cell` holds it. Nil for all that is text.
    init?(_ glyph: UInt32) {
        switch glyph {
        // ▁ to █, by eighths from below.
        case 0x2581...0x2588:
            let height = Double(glyph - 0x2580) / 8 * Self.barHeight
            self.init(y: 1 - height, height: height)
        // ▌
        case 0x258C: self.init(y: 0, width: 0.5, height: 1)
        // ░
        case 0x2591:
            self.init(y: 1 - Self.barHeight, height: Self.barHeight)
            opacity = 0.25
        // ─ and ━
        case 0x2500: self.init(y: 0.5 - 1.0 / 36, height: 1.0 / 18)
        case 0x2501: self.init(y: 0.5 - 2.0 / 36, height: 2.0 / 18)
        // │
        case 0x2502: self.init(x: 0.5 - 0.06, y: 0, width: 0.12, height: 1)
        default: return nil
        }
    }
}
