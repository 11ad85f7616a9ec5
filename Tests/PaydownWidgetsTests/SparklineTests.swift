import PaydownScreen
import PaydownWidgets
import Testing

struct SparklineTests {
    private func spark(_ values: [Double], width: Int) -> String {
        var buffer = Buffer(size: Size(width: max(1, width), height: 1), glyphs: .unicode)
        Sparkline.draw(values, x: 0, y: 0, width: width, on: &buffer)
        return buffer.lines[0]
    }

    @Test func `columns go from the least value to the greatest`() {
        #expect(spark([0, 1, 2, 3, 4, 5, 6, 7], width: 8) == "▁▂▃▄▅▆▇█")
        #expect(spark([7, 0], width: 8) == "█▁")
    }

    @Test func `equal values make a level line`() {
        #expect(spark([5, 5, 5], width: 8) == "▁▁▁")
    }

    @Test func `only the newest fit`() {
        #expect(spark([9, 9, 0, 7], width: 2) == "▁█")
        #expect(spark([], width: 4) == "")
        #expect(spark([1], width: 0) == "")
    }
}
