/// Where a measure has to get, in the measure's own unit.
package struct Goal: Hashable, Sendable {
    package let target: Target
    /// Which way the measure has to go.
    package let better: Measure.Direction

    /// A target in per cent becomes one in the measure's unit; nil when nobody knows of how many.
    package init?(_ target: Target, better: Measure.Direction, population: Double? = nil) {
        if target.isPercent {
            guard let population, population > 0 else { return nil }
            self.target = Target(target.comparison, target.value * population / 100)
        } else {
            self.target = target
        }
        switch target.comparison {
        case .atMost, .below: self.better = .lower
        case .atLeast, .above: self.better = .higher
        case .equal: self.better = better
        }
    }

    package func isMet(by value: Double) -> Bool { target.isMet(by: value) }

    /// What is left to do from a value; the goal is reached where this has fallen to `limit`.
    func remainder(at value: Double) -> Double {
        switch (target.comparison, better) {
        // From wherever it is: a measure that has to be 5 and is 3 has 2 to go.
        case (.equal, _): abs(value - target.value)
        case (_, .lower): value - target.value
        case (_, .higher): target.value - value
        }
    }

    /// The value where that much is left.
    package func value(withRemainder remainder: Double) -> Double {
        better == .lower ? target.value + remainder : target.value - remainder
    }

    /// The largest remainder at which the goal is reached: nothing, or less than nothing for `<` and `>`; with room
    /// for what binary fractions make of a third, which must not cost a week.
    var limit: Double {
        switch target.comparison {
        case .below, .above: -1e-9
        case .atMost, .atLeast, .equal: 1e-9
        }
    }
}
