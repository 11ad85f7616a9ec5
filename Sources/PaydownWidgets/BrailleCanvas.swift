import PaydownScreen

/// A picture made of dots: 2x4 braille dots in a cell, or one sign in a cell where there is only ASCII.
///
/// Coordinates are dots, 0-based from the upper left; what lies outside is not drawn. A cell has one ink, that
/// of the first stroke through it, so what matters most is drawn first.
package struct BrailleCanvas: Equatable, Sendable {
    /// What a line is drawn with.
    package struct Pen: Equatable, Sendable {
        package var ink: Ink
        /// What stands for the line where there is no braille.
        package var sign: Unicode.Scalar
        /// One n-th of the line is drawn, in dashes of a column of cells, or half a row where it is steep; 1 is a
        /// solid line.
        package var every: Int

        package init(_ ink: Ink, sign: Unicode.Scalar = "#", every: Int = 1) {
            self.ink = ink
            self.sign = sign
            self.every = max(1, every)
        }
    }

    /// Cells across and down.
    package let size: Size
    package let isASCII: Bool
    private var masks: [UInt8]
    private var pens: [Pen?]

    package init(size: Size, isASCII: Bool) {
        self.size = size
        self.isASCII = isASCII
        masks = Array(repeating: 0, count: size.width * size.height)
        pens = Array(repeating: nil, count: size.width * size.height)
    }

    package var dotsPerColumn: Int { isASCII ? 1 : 2 }
    package var dotsPerRow: Int { isASCII ? 1 : 4 }
    package var dotWidth: Int { size.width * dotsPerColumn }
    package var dotHeight: Int { size.height * dotsPerRow }

    package mutating func dot(x: Int, y: Int, pen: Pen) {
        guard x >= 0, y >= 0, x < dotWidth, y < dotHeight else { return }
        let cell = y / dotsPerRow * size.width + x / dotsPerColumn
        masks[cell] |= isASCII ? 1 : Self.bit(x: x % 2, y: y % 4)
        if pens[cell] == nil { pens[cell] = pen }
    }

    /// A straight line with both ends, by Bresenham's algorithm; where it is steep, a column gets several dots.
    package mutating func line(from start: Point, to end: Point, pen: Pen) {
        // Far outside nothing can be seen: a wild value must not cost a walk over millions of dots.
        guard max(start.x, end.x) >= 0, min(start.x, end.x) < dotWidth else { return }
        var (x, y) = (start.x, start.y)
        let across = abs(end.x - start.x)
        let down = -abs(end.y - start.y)
        let stepX = start.x < end.x ? 1 : -1
        let stepY = start.y < end.y ? 1 : -1
        var error = across + down
        let isSteep = -down > across
        while true {
            // Dashes go by place, not by length, so that they stay in step from one piece of a line to the next.
            if (isSteep ? y : x) / dotsPerColumn % pen.every == 0 { dot(x: x, y: y, pen: pen) }
            if x == end.x, y == end.y { return }
            let twice = 2 * error
            if twice >= down {
                error += down
                x += stepX
            }
            if twice <= across {
                error += across
                y += stepY
            }
        }
    }

    /// Whether nothing is drawn in a cell.
    package func isBlank(column: Int, row: Int) -> Bool {
        guard column >= 0, row >= 0, column < size.width, row < size.height else { return true }
        return masks[row * size.width + column] == 0
    }

    /// Puts the cells that have dots on the buffer; the others keep what they show.
    package func draw(x: Int, y: Int, on buffer: inout Buffer) {
        for row in 0..<size.height {
            for column in 0..<size.width {
                let cell = row * size.width + column
                guard masks[cell] != 0, let pen = pens[cell] else { continue }
                let braille = Unicode.Scalar(0x2800 + UInt32(masks[cell])) ?? " "
                buffer.put(isASCII ? pen.sign : braille, x: x + column, y: y + row, ink: pen.ink)
            }
        }
    }

    /// Unicode's numbering of the eight dots (block Braille Patterns, U+2800): 1 2 3 7 down the left side,
    /// 4 5 6 8 down the right one, bit n - 1 for dot n.
    private static func bit(x: Int, y: Int) -> UInt8 {
        switch (x, y) {
        case (0, 0): 1
        case (0, 1): 2
        case (0, 2): 4
        case (0, 3): 64
        case (1, 0): 8
        case (1, 1): 16
        case (1, 2): 32
        default: 128
        }
    }
}
