/// The values at an axis: from zero to a round number, in round steps.
package struct ChartScale: Equatable, Sendable {
    package let step: Double
    /// How many steps there are from zero to the top, at least 1.
    package let steps: Int

    package var top: Double { step * Double(steps) }

    /// Zero first.
    package var ticks: [Double] { (0...steps).map { Double($0) * step } }

    /// The scale that wastes the least room above the greatest value.
    ///
    /// - Parameters:
    ///   - greatest: at least this much must fit; anything below zero, and what is no number, counts as zero.
    ///   - most: steps at most, at least 1.
    ///   - isWhole: whether a fraction would make no sense, as with a number of files.
    ///
    /// Steps are 1, 2, 2.5 or 5 times a power of ten. Of scales that reach equally high the one with fewer
    /// steps is taken, since it is calmer, but two at least, so that there is something between nothing and all.
    package init(upTo greatest: Double, most: Int, isWhole: Bool = true) {
        let greatest = greatest.isFinite ? min(max(greatest, 0), 1e15) : 0
        let most = max(1, most)
        guard greatest > 0 else {
            (step, steps) = (1, 1)
            return
        }
        var best: (step: Double, steps: Int)?
        for step in Self.candidates(below: greatest, isWhole: isWhole) {
            let steps = Int((greatest / step - 1e-9).rounded(.up))
            guard (1...most).contains(steps) else { continue }
            guard let known = best else {
                best = (step, steps)
                continue
            }
            let (top, knownTop) = (step * Double(steps), known.step * Double(known.steps))
            let isCalmer = known.steps < 2 ? steps > known.steps : steps >= 2 && steps < known.steps
            if top < knownTop || (top == knownTop && isCalmer) { best = (step, steps) }
        }
        // A step of at least the greatest value is among the candidates, so there is always one.
        (step, steps) = best ?? (greatest.rounded(.up), 1)
    }

    /// Where a value lies between zero and the top, 0...1.
    package func share(of value: Double) -> Double {
        value.isFinite ? min(max(value / top, 0), 1) : 0
    }

    /// Round steps from a thousandth of `greatest` to ten times as much.
    private static func candidates(below greatest: Double, isWhole: Bool) -> [Double] {
        var power = 1.0
        while power > greatest / 1000 { power /= 10 }
        while power < greatest / 1000 { power *= 10 }
        if isWhole { power = max(power, 1) }
        var candidates: [Double] = []
        while power <= greatest * 10 || candidates.isEmpty {
            for factor in [1, 2, 2.5, 5] where !isWhole || (power * factor).rounded() == power * factor {
                candidates.append(power * factor)
            }
            power *= 10
        }
        return candidates
    }
}
