import PaydownScreen

/// Lines over a horizontal axis, from zero upwards: braille dots, or signs where there is only ASCII.
package struct LineChart: Equatable, Sendable {
    package struct Point: Equatable, Sendable {
        package var x: Double
        package var y: Double
        /// Whether no line leads here from the point before: the two do not compare.
        package var startsAnew: Bool

        package init(x: Double, y: Double, startsAnew: Bool = false) {
            self.x = x
            self.y = y
            self.startsAnew = startsAnew
        }
    }

    package struct Series: Equatable, Sendable {
        package var title: String
        /// Ascending by x.
        package var points: [Point]
        package var pen: BrailleCanvas.Pen

        package init(_ title: String, _ points: [Point], pen: BrailleCanvas.Pen) {
            self.title = title
            self.points = points
            self.pen = pen
        }
    }

    /// A vertical line, with a label below it.
    package struct Mark: Equatable, Sendable {
        package var x: Double
        package var label: String
        package var ink: Ink

        package init(x: Double, label: String, ink: Ink = Ink(.rule)) {
            self.x = x
            self.label = label
            self.ink = ink
        }
    }

    /// A single place that stands out on a line.
    package struct Spot: Equatable, Sendable {
        package var x: Double
        package var y: Double
        package var glyph: Unicode.Scalar
        package var ink: Ink

        package init(x: Double, y: Double, glyph: Unicode.Scalar, ink: Ink) {
            self.x = x
            self.y = y
            self.glyph = glyph
            self.ink = ink
        }
    }

    /// What matters most first: it keeps its ink where lines cross.
    package var series: [Series]
    /// What matters most first: a label that would cover an earlier one is left out.
    package var marks: [Mark]
    /// Labels below the axis without a line, after those of the marks.
    package var labels: [Mark]
    package var spots: [Spot]
    /// The left and the right end of the horizontal axis.
    package var range: ClosedRange<Double>
    package var scale: ChartScale
    /// The labels of the scale's ticks, as many as it has.
    package var tickLabels: [String]

    package init(
        series: [Series], range: ClosedRange<Double>, scale: ChartScale, tickLabels: [String], marks: [Mark] = [],
        labels: [Mark] = [], spots: [Spot] = []
    ) {
        self.series = series
        self.range = range
        self.scale = scale
        self.tickLabels = tickLabels
        self.marks = marks
        self.labels = labels
        self.spots = spots
    }

    /// Draws into the whole area: labels at its left, the axis in its last row. Nothing below 3 rows or 8 columns.
    package func draw(on buffer: inout Buffer) {
        let plot = plot(in: buffer.bounds.size)
        guard plot.width >= 4, plot.height >= 2 else { return }
        drawTicks(left: plot, on: &buffer)
        var taken: [ClosedRange<Int>] = []
        for mark in marks {
            guard let column = column(of: mark.x, plot) else { continue }
            for y in plot.y..<plot.bottom { buffer.put(buffer.glyphs.verticalDots, x: column, y: y, ink: mark.ink) }
            drawLabel(mark, at: column, below: plot, taken: &taken, on: &buffer)
        }
        for label in labels {
            guard let column = column(of: label.x, plot) else { continue }
            drawLabel(label, at: column, below: plot, taken: &taken, on: &buffer)
        }
        canvas(plot.size, isASCII: buffer.glyphs.isASCII).draw(x: plot.x, y: plot.y, on: &buffer)
        for spot in spots {
            guard let column = column(of: spot.x, plot) else { continue }
            let row = Int(((1 - scale.share(of: spot.y)) * Double(plot.height * 4 - 1)).rounded()) / 4
            buffer.put(spot.glyph, x: column, y: plot.y + row, ink: spot.ink)
        }
    }

    /// Where the lines are drawn within an area of that size.
    package func plot(in size: Size) -> Rect {
        let gutter = (tickLabels.map { DisplayWidth.of($0) }.max() ?? 0) + 2
        return Rect(x: gutter, y: 0, width: size.width - gutter, height: size.height - 1)
    }

    /// The lines alone.
    package func canvas(_ size: Size, isASCII: Bool) -> BrailleCanvas {
        var canvas = BrailleCanvas(size: size, isASCII: isASCII)
        let width = Double(canvas.dotWidth - 1)
        let height = Double(canvas.dotHeight - 1)
        let extent = range.upperBound - range.lowerBound
        func place(_ point: Point) -> PaydownScreen.Point {
            let across = extent > 0 ? (point.x - range.lowerBound) / extent : 0
            // A line may begin far outside; it still has to leave at the right angle.
            let x = min(max(across, -64), 64) * width
            return PaydownScreen.Point(
                x: Int(x.rounded()), y: Int(((1 - scale.share(of: point.y)) * height).rounded()))
        }
        for series in series {
            var last: PaydownScreen.Point?
            for point in series.points {
                let here = place(point)
                if let last, !point.startsAnew {
                    canvas.line(from: last, to: here, pen: series.pen)
                } else {
                    canvas.dot(x: here.x, y: here.y, pen: series.pen)
                }
                last = here
            }
        }
        return canvas
    }

    /// Every label, or where two would stand in neighbouring rows every second, third: at even values.
    private func drawTicks(left plot: Rect, on buffer: inout Buffer) {
        let rows = scale.ticks.map { Int(((1 - scale.share(of: $0)) * Double(plot.height - 1)).rounded()) }
        let every = (1...max(1, rows.count)).first { every in
            let shown = Swift.stride(from: 0, to: rows.count, by: every).map { rows[$0] }
            return zip(shown, shown.dropFirst()).allSatisfy { $0 - $1 >= 2 }
        }
        for index in Swift.stride(from: 0, to: min(rows.count, tickLabels.count), by: every ?? 1) {
            buffer.write(tickLabels[index], endingAt: plot.x - 1, y: plot.y + rows[index], ink: .muted)
        }
    }

    private func drawLabel(
        _ mark: Mark, at column: Int, below plot: Rect, taken: inout [ClosedRange<Int>], on buffer: inout Buffer
    ) {
        let width = DisplayWidth.of(mark.label)
        guard width > 0, width <= buffer.width else { return }
        let x = max(plot.x, min(column, buffer.width - width))
        let cells = x - 1...x + width
        guard !taken.contains(where: { $0.overlaps(cells) }) else { return }
        taken.append(cells)
        buffer.write(mark.label, x: x, y: plot.bottom, ink: .muted)
    }

    /// The column of a place on the horizontal axis; nil outside it.
    private func column(of x: Double, _ plot: Rect) -> Int? {
        guard range.contains(x) else { return nil }
        let extent = range.upperBound - range.lowerBound
        let share = extent > 0 ? (x - range.lowerBound) / extent : 0
        return plot.x + Int((share * Double(plot.width - 1)).rounded())
    }
}
