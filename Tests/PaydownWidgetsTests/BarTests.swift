import PaydownScreen
import PaydownWidgets
import Testing

struct BarTests {
    private func bar(_ fraction: Double, width: Int) -> String {
        var buffer = Buffer(size: Size(width: width, height: 1), glyphs: .ascii)
        Bar.draw(fraction, x: 0, y: 0, width: width, on: &buffer)
        return buffer.lines[0]
    }

    @Test func `the bar is filled by its share`() {
        #expect(bar(0.3, width: 10) == "###.......")
        #expect(bar(0, width: 5) == ".....")
        #expect(bar(1, width: 5) == "#####")
    }

    @Test func `only nothing is empty and only all is full`() {
        for width in 2...60 {
            for thousandth in [1, 2, 498, 500, 502, 998, 999] + Array(stride(from: 11, to: 999, by: 13)) {
                let text = bar(Double(thousandth) / 1000, width: width)
                #expect(text.first == "#" && text.last == "." && text.count == width)
            }
        }
    }

    @Test func `more never fills less`() {
        for width in 1...40 {
            let filled = (0...200).map { step in bar(Double(step) / 200, width: width).filter { $0 == "#" }.count }
            #expect(zip(filled, filled.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }

    @Test(arguments: [-1, 2, Double.nan, .infinity])
    func `what is no share is clamped`(fraction: Double) {
        let text = bar(fraction, width: 6)
        #expect(text == "......" || text == "######")
    }
}
