import PaydownScreen
import PaydownTestSupport
import Testing

@Suite struct RectTests {
    @Test(arguments: 0..<100)
    func `splits share out all cells and no cell twice`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let rect = Rect(
            x: Int.random(in: -3...9, using: &random), y: Int.random(in: -3...9, using: &random),
            width: Int.random(in: 0...9, using: &random), height: Int.random(in: 0...9, using: &random))
        let amount = Int.random(in: -2...12, using: &random)

        let top = rect.split(top: amount)
        let bottom = rect.split(bottom: amount)
        let left = rect.split(left: amount)
        let right = rect.split(right: amount)

        for (first, second) in [
            (top.top, top.rest), (bottom.rest, bottom.bottom), (left.left, left.rest), (right.rest, right.right),
        ] {
            for y in -5...20 {
                for x in -5...20 {
                    let point = Point(x: x, y: y)
                    let owners = [first, second].filter { $0.contains(point) }.count
                    #expect(owners == (rect.contains(point) ? 1 : 0))
                }
            }
        }
    }

    @Test func `a split gives the wanted extent as far as there is room`() {
        let rect = Rect(x: 2, y: 3, width: 10, height: 4)
        #expect(rect.split(top: 3).top.height == 3)
        #expect(rect.split(bottom: 9).bottom == rect)
        #expect(rect.split(right: 4).right == Rect(x: 8, y: 3, width: 4, height: 4))
        #expect(rect.row(1) == Rect(x: 2, y: 4, width: 10, height: 1))
        #expect(rect.row(4).isEmpty && rect.row(-1).isEmpty)
        #expect(rect.centered(Size(width: 4, height: 99)) == Rect(x: 5, y: 3, width: 4, height: 4))
    }

    @Test func `an intersection holds what both hold`() {
        let left = Rect(x: 0, y: 0, width: 5, height: 5)
        #expect(left.intersection(Rect(x: 3, y: 4, width: 9, height: 9)) == Rect(x: 3, y: 4, width: 2, height: 1))
        #expect(left.intersection(Rect(x: 5, y: 0, width: 9, height: 9)).isEmpty)
    }

    @Test(arguments: [("120x36", Size(width: 120, height: 36)), ("1x1", Size(width: 1, height: 1))])
    func `a size is read as it is written`(text: String, size: Size) {
        #expect(Size(text) == size)
    }

    @Test(arguments: ["", "80", "0x5", "5x0", "-1x5", "axb", "80x24x3", "99999x9", "80X24"])
    func `what is no size is nothing`(text: String) {
        #expect(Size(text) == nil)
    }
}
