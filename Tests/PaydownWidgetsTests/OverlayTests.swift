import PaydownScreen
import PaydownWidgets
import Testing

struct OverlayTests {
    @Test func `the box has a title and a note on its border, and gives the area inside`() {
        var buffer = Buffer(size: Size(width: 24, height: 4), glyphs: .ascii)
        let inside = Overlay(title: "Keys", note: "12").draw(Rect(x: 0, y: 0, width: 24, height: 4), on: &buffer)
        #expect(
            buffer.lines == [
                "+- Keys ---------- 12 -+",
                "|                      |",
                "|                      |",
                "+----------------------+",
            ])
        #expect(inside == Rect(x: 1, y: 1, width: 22, height: 2))
    }

    @Test func `everything under it lies on raised ground`() {
        var buffer = Buffer(size: Size(width: 30, height: 8))
        buffer.fill(buffer.bounds, "x")
        let rect = Rect(x: 3, y: 2, width: 20, height: 4)
        _ = Overlay(title: "Title").draw(rect, on: &buffer)
        for y in 0..<8 {
            for x in 0..<30 {
                let isInside = rect.contains(Point(x: x, y: y))
                #expect((buffer[x, y].ink.ground == .raised) == isInside)
                #expect((buffer[x, y].glyph == 0x78) == !isInside)
            }
        }
    }

    @Test func `a box too small for a border is only ground`() {
        for width in 0...6 {
            for height in 0...4 {
                var buffer = Buffer(size: Size(width: 8, height: 6))
                let rect = Rect(x: 1, y: 1, width: width, height: height)
                let inside = Overlay(title: "A title", note: "note").draw(rect, on: &buffer)
                #expect(inside.width <= width && inside.height <= height)
                for x in 0..<8 { #expect(buffer[x, 0].ink.ground == .plain) }
            }
        }
    }
}
