import PaydownScreen

/// A bar that shows a share: `██████░░░░`.
package enum Bar {
    /// - Parameter fraction: 0...1, clamped; more than nothing shows at least one cell, and only all of it fills
    ///   the bar, so that neither a beginning nor a remainder is rounded away.
    package static func draw(
        _ fraction: Double, x: Int, y: Int, width: Int, done: Ink = Ink(.barDone), left: Ink = Ink(.barLeft),
        on buffer: inout Buffer
    ) {
        guard width > 0 else { return }
        let fraction = fraction.isFinite ? min(max(fraction, 0), 1) : 0
        var cells = Int((fraction * Double(width)).rounded())
        if fraction > 0, cells == 0 { cells = 1 }
        if fraction < 1, cells == width { cells = width - 1 }
        for column in 0..<width {
            let isDone = column < cells
            buffer.put(
                isDone ? buffer.glyphs.barDone : buffer.glyphs.barLeft, x: x + column, y: y, ink: isDone ? done : left)
        }
    }
}
