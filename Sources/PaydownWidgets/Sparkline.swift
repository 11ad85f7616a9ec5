import PaydownScreen

/// A row of small columns, one for each value, oldest first: `▁▂▃▄▅▆▇█`.
package enum Sparkline {
    /// - Parameter values: the newest `width` are shown; the range goes from their least to their greatest.
    package static func draw(
        _ values: [Double], x: Int, y: Int, width: Int, ink: Ink = Ink(.seriesActual), on buffer: inout Buffer
    ) {
        let shown = values.suffix(max(0, width))
        guard let low = shown.min(), let high = shown.max() else { return }
        let levels = buffer.glyphs.spark
        for (column, value) in shown.enumerated() {
            let share = high > low ? (value - low) / (high - low) : 0
            let level = min(levels.count - 1, max(0, Int((share * Double(levels.count - 1)).rounded())))
            buffer.put(levels[level], x: x + column, y: y, ink: ink)
        }
    }
}
