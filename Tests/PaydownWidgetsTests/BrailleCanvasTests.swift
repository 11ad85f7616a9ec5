import PaydownScreen
import PaydownTestSupport
import PaydownWidgets
import Testing

struct BrailleCanvasTests {
    private let pen = BrailleCanvas.Pen(Ink(.seriesActual))

    /// The dots of a canvas, read back from what it puts on a buffer.
    private func dots(_ canvas: BrailleCanvas) -> Set<Point> {
        var buffer = Buffer(size: canvas.size)
        canvas.draw(x: 0, y: 0, on: &buffer)
        // Unicode's dot numbers 1...8 in the order of their bits.
        let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
        var dots: Set<Point> = []
        for y in 0..<canvas.size.height {
            for x in 0..<canvas.size.width {
                let glyph = buffer[x, y].glyph
                guard glyph >= 0x2800 else { continue }
                for (bit, place) in places.enumerated() where (glyph - 0x2800) & (1 << UInt32(bit)) != 0 {
                    dots.insert(Point(x: x * 2 + place.0, y: y * 4 + place.1))
                }
            }
        }
        return dots
    }

    @Test func `every dot has the bit that Unicode gives it`() {
        for y in 0..<8 {
            for x in 0..<6 {
                var canvas = BrailleCanvas(size: Size(width: 3, height: 2), isASCII: false)
                canvas.dot(x: x, y: y, pen: pen)
                #expect(dots(canvas) == [Point(x: x, y: y)])
            }
        }
    }

    @Test func `the full cell is the last braille pattern`() {
        var canvas = BrailleCanvas(size: Size(width: 1, height: 1), isASCII: false)
        for y in 0..<4 { for x in 0..<2 { canvas.dot(x: x, y: y, pen: pen) } }

        var buffer = Buffer(size: Size(width: 1, height: 1))
        canvas.draw(x: 0, y: 0, on: &buffer)

        #expect(buffer.lines == ["\u{28FF}"])
    }

    @Test func `a line has both ends, no gaps, and stays within half a dot of the straight one`() {
        var numbers = SeededRandom(seed: 1)
        for _ in 0..<300 {
            var canvas = BrailleCanvas(size: Size(width: 20, height: 10), isASCII: false)
            func place() -> Point {
                Point(x: Int.random(in: 0..<40, using: &numbers), y: Int.random(in: 0..<40, using: &numbers))
            }
            let (start, end) = (place(), place())

            canvas.line(from: start, to: end, pen: pen)

            let drawn = dots(canvas)
            #expect(drawn.contains(start) && drawn.contains(end))
            let (across, down) = (end.x - start.x, end.y - start.y)
            #expect(drawn.count == max(abs(across), abs(down)) + 1)
            for dot in drawn {
                // The distance along the shorter axis, times the longer one, in whole numbers.
                let error = abs((dot.x - start.x) * down - (dot.y - start.y) * across)
                #expect(2 * error <= max(abs(across), abs(down)))
            }
        }
    }

    @Test func `what lies outside is not drawn and does no harm`() {
        var numbers = SeededRandom(seed: 2)
        for _ in 0..<200 {
            func number() -> Int { Int.random(in: -60...60, using: &numbers) }
            let (start, end) = (Point(x: number(), y: number()), Point(x: number(), y: number()))
            var small = BrailleCanvas(size: Size(width: 5, height: 3), isASCII: false)
            var large = BrailleCanvas(size: Size(width: 50, height: 30), isASCII: false)

            small.line(from: start, to: end, pen: pen)
            large.line(from: start, to: end, pen: pen)

            #expect(dots(small) == dots(large).filter { $0.x < 10 && $0.y < 12 })
        }
    }

    @Test func `a dashed line shows in every n-th column of cells only`() {
        var canvas = BrailleCanvas(size: Size(width: 12, height: 1), isASCII: false)
        canvas.line(
            from: Point(x: 0, y: 1), to: Point(x: 23, y: 1), pen: BrailleCanvas.Pen(Ink(.seriesPlan), every: 3))
        #expect(Set(dots(canvas).map { $0.x / 2 }) == [0, 3, 6, 9])
    }

    @Test func `a steep dashed line shows in every n-th half row only`() {
        var canvas = BrailleCanvas(size: Size(width: 1, height: 6), isASCII: false)
        canvas.line(
            from: Point(x: 0, y: 0), to: Point(x: 1, y: 23), pen: BrailleCanvas.Pen(Ink(.seriesPlan), every: 3))
        #expect(Set(dots(canvas).map { $0.y / 2 }) == [0, 3, 6, 9])
    }

    @Test func `the first stroke through a cell gives it its ink`() {
        var canvas = BrailleCanvas(size: Size(width: 1, height: 1), isASCII: false)
        canvas.dot(x: 0, y: 0, pen: BrailleCanvas.Pen(Ink(.seriesActual)))
        canvas.dot(x: 1, y: 3, pen: BrailleCanvas.Pen(Ink(.seriesPlan)))

        var buffer = Buffer(size: Size(width: 1, height: 1))
        canvas.draw(x: 0, y: 0, on: &buffer)

        #expect(buffer[0, 0].ink == Ink(.seriesActual))
        #expect(dots(canvas).count == 2)
    }

    @Test func `in ASCII a cell shows the sign of its line`() {
        var canvas = BrailleCanvas(size: Size(width: 5, height: 2), isASCII: true)
        canvas.line(
            from: Point(x: 0, y: 0), to: Point(x: 4, y: 1), pen: BrailleCanvas.Pen(Ink(.seriesActual), sign: "#"))

        var buffer = Buffer(size: Size(width: 5, height: 2), glyphs: .ascii)
        canvas.draw(x: 0, y: 0, on: &buffer)

        #expect(buffer.lines.joined().filter { $0 == "#" }.count == 5)
        #expect(buffer.lines.joined().allSatisfy { $0 == "#" || $0 == " " })
    }

    @Test func `blank cells keep what was there`() {
        let canvas = BrailleCanvas(size: Size(width: 3, height: 1), isASCII: false)
        var buffer = Buffer(size: Size(width: 3, height: 1))
        buffer.write("abc", x: 0, y: 0)
        canvas.draw(x: 0, y: 0, on: &buffer)
        #expect(buffer.lines == ["abc"])
        #expect(canvas.isBlank(column: 1, row: 0))
    }
}
