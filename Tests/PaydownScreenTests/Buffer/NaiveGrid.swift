import PaydownScreen

/// A frame kept the slow way: for each cell whether it is in the clip is asked anew, and a glyph is an object.
///
/// It is the twin that `Buffer` is held against on random drawing.
struct NaiveGrid {
    /// A glyph that lies on one or two cells.
    struct Glyph: Equatable {
        var text: String
        var ink: Ink
        var width: Int
        var isFirst: Bool
    }

    let size: Size
    private(set) var rows: [[Glyph]]

    init(size: Size) {
        self.size = size
        rows = Array(repeating: Array(repeating: Self.blank(.text), count: size.width), count: size.height)
    }

    static func blank(_ ink: Ink) -> Glyph {
        Glyph(text: " ", ink: ink, width: 1, isFirst: true)
    }

    /// Writes glyphs one after another in an area, of which only what is in every one of the areas can be seen.
    mutating func write(_ text: String, at point: Point, ink: Ink, areas: [Rect]) {
        guard let area = areas.last, point.y >= 0, point.y < area.height else { return }
        var reader = GlyphReader(text.unicodeScalars)
        var x = point.x
        while x < area.width, let glyph = reader.next() {
            var scalars = String.UnicodeScalarView([glyph.base])
            scalars.append(contentsOf: glyph.marks)
            let cells = (0..<glyph.width).map { Point(x: area.x + x + $0, y: area.y + point.y) }
            let visible = cells.filter { isVisible($0, areas) }
            if visible.count == cells.count, x + glyph.width <= area.width {
                place(Glyph(text: String(scalars), ink: ink, width: glyph.width, isFirst: true), at: cells)
            } else {
                for cell in visible { place(Self.blank(ink), at: [cell]) }
            }
            x += glyph.width
        }
    }

    mutating func fill(_ rect: Rect, _ text: String, ink: Ink, areas: [Rect]) {
        guard let area = areas.last else { return }
        for y in 0..<rect.height {
            for x in 0..<rect.width {
                let cell = Point(x: area.x + rect.x + x, y: area.y + rect.y + y)
                if isVisible(cell, areas) {
                    place(Glyph(text: text, ink: ink, width: 1, isFirst: true), at: [cell])
                }
            }
        }
    }

    mutating func lay(_ ground: Ink.Ground, under rect: Rect, areas: [Rect]) {
        guard let area = areas.last else { return }
        for y in 0..<rect.height {
            for x in 0..<rect.width {
                let cell = Point(x: area.x + rect.x + x, y: area.y + rect.y + y)
                if isVisible(cell, areas) { rows[cell.y][cell.x].ink = rows[cell.y][cell.x].ink.on(ground) }
            }
        }
    }

    private func isVisible(_ point: Point, _ areas: [Rect]) -> Bool {
        Rect(size).contains(point) && areas.allSatisfy { $0.contains(point) }
    }

    /// Lays a glyph on cells; of a wide glyph that loses one half, the other becomes a blank.
    private mutating func place(_ glyph: Glyph, at cells: [Point]) {
        for cell in cells {
            let old = rows[cell.y][cell.x]
            if old.width == 2 {
                let other = old.isFirst ? cell.x + 1 : cell.x - 1
                rows[cell.y][other] = Self.blank(rows[cell.y][other].ink)
            }
        }
        for (offset, cell) in cells.enumerated() {
            rows[cell.y][cell.x] = glyph
            rows[cell.y][cell.x].isFirst = offset == 0
        }
    }

    /// The first difference from a buffer; nil when they show the same.
    func difference(from buffer: Buffer) -> String? {
        for y in 0..<size.height {
            for x in 0..<size.width {
                let cell = buffer[x, y]
                let glyph = rows[y][x]
                let width = glyph.isFirst ? glyph.width : 0
                if Int(cell.width) != width || cell.ink != glyph.ink
                    || glyph.isFirst && buffer.text(of: cell) != glyph.text
                {
                    return "(\(x),\(y)): \(buffer.text(of: cell).debugDescription) \(cell), twin \(glyph)"
                }
            }
        }
        return nil
    }
}
