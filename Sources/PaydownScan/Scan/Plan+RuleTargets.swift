import PaydownCore
import PaydownRules

extension Plan {
    /// The phase of targets that stand at the rules themselves, without a day.
    private static let targets = (id: "targets", name: "Targets")

    /// The plan with the targets that rules name and no phase does, in a phase of their own at the end.
    ///
    /// A rule's `target` is about its first measure. Where a phase has a target for that measure, the plan is what was
    /// agreed on, and the rule's own is where it ends: it counts as well unless a phase says the same.
    package func adding(targetsOf rules: [RuleDefinition], in checks: [Check]) -> Plan {
        let measures = checks.flatMap(\.measures)
        let wanted = rules.compactMap { rule -> PhaseTarget? in
            guard let target = rule.target, let measure = measures.first(where: { $0.rule == rule.id }) else {
                return nil
            }
            let isSaid = phases.contains { phase in
                phase.targets.contains { $0.measure == measure.id && $0.target == target }
            }
            return isSaid ? nil : PhaseTarget(measure: measure.id, target: target)
        }
        if wanted.isEmpty { return self }
        var plan = self
        if let own = plan.phases.firstIndex(where: { $0.id == Self.targets.id }) {
            plan.phases[own].targets += wanted
        } else {
            plan.phases.append(Phase(id: Self.targets.id, name: Self.targets.name, targets: wanted))
        }
        return plan
    }
}
