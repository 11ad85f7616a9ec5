import PaydownScreen
import PaydownTestSupport
import PaydownWidgets
import Testing

struct LineChartTests {
    private func chart(_ values: [Double], startsAnew: Set<Int> = []) -> LineChart {
        let points = values.enumerated().map { index, value in
            LineChart.Point(x: Double(index), y: value, startsAnew: startsAnew.contains(index))
        }
        let scale = ChartScale(upTo: values.max() ?? 0, most: 2)
        return LineChart(
            series: [LineChart.Series("actual", points, pen: BrailleCanvas.Pen(Ink(.seriesActual)))],
            range: 0...Double(max(1, values.count - 1)), scale: scale,
            tickLabels: scale.ticks.map { String(Int($0)) })
    }

    private func frame(_ chart: LineChart, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .ascii) -> [String] {
        var buffer = Buffer(size: Size(width: width, height: height), glyphs: glyphs)
        chart.draw(on: &buffer)
        return buffer.lines
    }

    @Test func `a falling line goes from the upper left to the lower right above its axis`() {
        #expect(
            frame(chart([4, 3, 2, 1, 0]), 8, 6) == [
                " 4 #",
                "    #",
                " 2   #",
                "      #",
                " 0     #",
                "",
            ])
    }

    @Test func `the highest dot of a braille line is at its greatest value, the lowest at its least`() {
        var numbers = SeededRandom(seed: 4)
        for _ in 0..<100 {
            let values = (0..<40).map { _ in Double(Int.random(in: 0...500, using: &numbers)) }
            let chart = chart(values)
            let size = Size(width: 60, height: 12)

            let canvas = chart.canvas(size, isASCII: false)

            // A naive twin: the dot row of each value alone.
            func row(_ value: Double) -> Int { Int(((1 - value / chart.scale.top) * 47).rounded()) }
            let rows = (0..<12).filter { row in (0..<60).contains { !canvas.isBlank(column: $0, row: row) } }
            #expect(rows.first == row(values.max() ?? 0) / 4)
            #expect(rows.last == row(values.min() ?? 0) / 4)
            #expect(!canvas.isBlank(column: 0, row: row(values[0]) / 4))
            #expect(!canvas.isBlank(column: 59, row: row(values[39]) / 4))
        }
    }

    @Test func `points that do not compare have no line between them`() {
        let whole = frame(chart([2, 2, 2, 2]), 23, 4)
        let broken = frame(chart([2, 2, 2, 2], startsAnew: [2]), 23, 4)
        #expect(whole[0] == " 2 " + String(repeating: "#", count: 20))
        #expect(broken[0] == " 2 #######" + "      " + "#######")
    }

    @Test func `a mark runs through the rows with its label below, and a line goes over it`() {
        var chart = chart([2, 2])
        chart.marks = [LineChart.Mark(x: 1, label: "28 Nov")]
        #expect(
            frame(chart, 13, 4) == [
                " 2 ##########",
                "            :",
                " 0          :",
                "       28 Nov",
            ])
    }

    @Test func `a label that would cover a more important one is left out`() {
        var chart = chart([1, 1])
        chart.marks = [LineChart.Mark(x: 0.5, label: "today"), LineChart.Mark(x: 0.6, label: "28 Nov")]
        chart.labels = [LineChart.Mark(x: 0, label: "4 Nov")]
        let axis = frame(chart, 40, 5).last
        #expect(axis?.contains("today") == true)
        #expect(axis?.contains("28 Nov") == false)
        #expect(axis?.contains("4 Nov") == true)
    }

    @Test func `a spot stands on its value in both glyph sets`() {
        for glyphs in [GlyphSet.ascii, .unicode] {
            var chart = chart([0, 10])
            chart.spots = [LineChart.Spot(x: 1, y: 10, glyph: glyphs.bullet, ink: Ink(.accent))]
            let lines = frame(chart, 20, 8, glyphs)
            #expect(lines[0].last == Character(glyphs.bullet))
        }
    }

    @Test func `tick labels never stand in neighbouring rows`() {
        for height in 3...30 {
            let scale = ChartScale(upTo: 2251, most: 5)
            var chart = chart([2251, 0])
            chart.scale = scale
            chart.tickLabels = scale.ticks.map { String(Int($0)) }
            let rows = frame(chart, 40, height).enumerated()
                .filter { $0.element.prefix(5).contains { $0.isNumber } }
                .map(\.offset)
            #expect(zip(rows, rows.dropFirst()).allSatisfy { $1 - $0 >= 2 })
        }
    }

    @Test func `tick labels are at even values, also where not all have room`() {
        for height in 3...30 {
            let scale = ChartScale(upTo: 2251, most: 5)
            var chart = chart([2251, 0])
            chart.scale = scale
            chart.tickLabels = scale.ticks.map { String(Int($0)) }
            let values = frame(chart, 40, height).compactMap { Int($0.prefix(5).filter(\.isNumber)) }
            let gaps = zip(values, values.dropFirst()).map { $0 - $1 }
            #expect(Set(gaps).count <= 1, "\(height): \(values)")
            #expect(values.last == 0)
        }
    }

    @Test func `no size and no value traps or leaves the area`() {
        var numbers = SeededRandom(seed: 5)
        let wild: [Double] = [0, 1, -7, 1e15, .nan, .infinity, 3.5]
        for width in 0...24 {
            for height in 0...9 {
                let values = (0..<6).map { _ in wild[Int.random(in: 0..<wild.count, using: &numbers)] }
                var chart = chart(values)
                chart.range = 1...3
                chart.marks = [LineChart.Mark(x: 2, label: "a long label for a narrow chart")]
                var buffer = Buffer(size: Size(width: width + 4, height: height + 4), glyphs: .unicode)
                buffer.fill(buffer.bounds, "x")
                buffer.within(Rect(x: 2, y: 2, width: width, height: height)) { chart.draw(on: &$0) }
                for y in 0..<height + 4 {
                    for x in 0..<width + 4 where x < 2 || y < 2 || x >= width + 2 || y >= height + 2 {
                        #expect(buffer[x, y].glyph == 0x78)
                    }
                }
            }
        }
    }
}
