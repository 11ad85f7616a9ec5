import PaydownTestSupport
import PaydownWidgets
import Testing

struct ChartScaleTests {
    /// All scales of round steps, tried one after the other: the one that reaches least far, then has fewest
    /// steps but two if that can be.
    private func naive(upTo greatest: Double, most: Int, isWhole: Bool) -> (top: Double, steps: Int) {
        var candidates: [(top: Double, steps: Int)] = []
        for exponent in -6...17 {
            var power = 1.0
            for _ in 0..<abs(exponent) { power = exponent < 0 ? power / 10 : power * 10 }
            for factor in [1, 2, 2.5, 5] {
                let step = power * factor
                if isWhole, step != step.rounded() { continue }
                for steps in 1...most where step * Double(steps) >= greatest * (1 - 1e-9) {
                    candidates.append((step * Double(steps), steps))
                }
            }
        }
        let top = candidates.map(\.top).min() ?? 0
        let fitting = candidates.filter { $0.top <= top * (1 + 1e-9) }.map(\.steps)
        return (top, fitting.filter { $0 >= 2 }.min() ?? 1)
    }

    @Test(arguments: [true, false])
    func `the scale is the one that trying all of them finds`(isWhole: Bool) {
        var numbers = SeededRandom(seed: 3)
        for round in 0..<400 {
            let magnitude = [10, 1000, 1e6, 1e9][round % 4]
            let greatest = (Double.random(in: 0...magnitude, using: &numbers)).rounded(.up) + 1
            let most = Int.random(in: 1...6, using: &numbers)

            let scale = ChartScale(upTo: greatest, most: most, isWhole: isWhole)

            let expected = naive(upTo: greatest, most: most, isWhole: isWhole)
            #expect(abs(scale.top - expected.top) <= 1e-9 * expected.top, "\(greatest) in \(most)")
            #expect(scale.steps == expected.steps, "\(greatest) in \(most)")
        }
    }

    @Test func `everything fits, in at most as many steps as asked for`() {
        for greatest in 1...2000 {
            for most in 1...6 {
                let scale = ChartScale(upTo: Double(greatest), most: most)
                #expect(scale.top >= Double(greatest))
                #expect((1...most).contains(scale.steps))
                #expect(scale.step == scale.step.rounded())
                #expect(scale.ticks.first == 0 && scale.ticks.last == scale.top && scale.ticks.count == scale.steps + 1)
            }
        }
    }

    @Test func `2 251 findings are shown up to 2 500 in steps of 500`() {
        let scale = ChartScale(upTo: 2251, most: 5)
        #expect(scale.ticks == [0, 500, 1000, 1500, 2000, 2500])
    }

    @Test(arguments: [0, -5, Double.nan, .infinity])
    func `what is no number above zero still gives a scale`(greatest: Double) {
        let scale = ChartScale(upTo: greatest, most: 4)
        #expect(scale.top.isFinite && scale.top >= 1)
        #expect(scale.share(of: .nan) == 0)
    }

    @Test func `shares go from nothing to all`() {
        let scale = ChartScale(upTo: 80, most: 2)
        #expect(scale.share(of: 0) == 0)
        #expect(scale.share(of: scale.top) == 1)
        #expect(scale.share(of: -3) == 0)
        #expect(scale.share(of: 1e9) == 1)
    }
}
