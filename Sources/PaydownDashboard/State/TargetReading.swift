import PaydownCore
import PaydownScreen

/// A target held against a snapshot: where the measure began, where it is, and what is missing.
package struct TargetReading: Equatable, Sendable {
    package let target: Target
    package let measure: Measure
    /// The value when the plan began; nil when the plan does not say.
    package let baseline: Double?

    /// Nil when the snapshot has no such measure: a target that nobody measures is not met, and not missed either.
    package init?(_ target: PhaseTarget, in header: SnapshotHeader) {
        guard let measure = header.measure(target.measure) else { return nil }
        self.target = target.target
        self.measure = measure
        baseline = target.baseline
    }

    /// What is compared with the target: the measure's value, or its share of the population in per cent.
    package var value: Double {
        guard target.isPercent, let population = measure.population, population > 0 else { return measure.value }
        return 100 * measure.value / population
    }

    package var isMet: Bool { target.isMet(by: value) }

    /// 0...1 of the way from the baseline to the target; without a baseline only a met target has any.
    package var progress: Double? {
        if isMet { return 1 }
        return baseline.map { target.progress(from: $0, at: value) }
    }

    /// How much the value has to change until the target is met; 0 when it is.
    ///
    /// Whole-numbered measures have to pass a limit of `<` or `>` by one.
    package var missing: Double {
        if isMet { return 0 }
        let distance = abs(value - target.value)
        let isStrict = target.comparison == .below || target.comparison == .above
        return isStrict && !target.isPercent ? distance + 1 : distance
    }

    /// `20`, `75.8 %`: a share in tenths, rounded away from its target so that only a met one reads as met.
    package var valueText: String {
        guard target.isPercent else { return CountText.number(value) }
        let isBelow = value < target.value
        return CountText.number((10 * value + (isBelow ? 1e-6 : -1e-6)).rounded(isBelow ? .down : .up) / 10) + " %"
    }

    /// `17`, `19.2 %`: a share in tenths, rounded up.
    package var missingText: String {
        guard target.isPercent else { return CountText.number(missing) }
        return CountText.number((10 * missing - 1e-6).rounded(.up) / 10) + " %"
    }

    /// `met`, or `missing 17`.
    package var state: String { isMet ? "met" : "missing " + missingText }
}

extension Plan {
    /// The target of a measure that the plan ends with.
    func target(of measure: String) -> PhaseTarget? {
        for phase in phases.reversed() {
            if let target = phase.targets.first(where: { $0.measure == measure }) { return target }
        }
        return nil
    }
}

extension SnapshotHeader {
    /// Whether the check has rules; one without is about tests.
    func hasRules(_ check: Check) -> Bool { rules.contains { $0.check == check.id } }

    /// Where a check's numbers come from.
    func source(of check: Check) -> Provenance.Source { hasRules(check) ? provenance.findings : provenance.tests }
}
