import PaydownCore
import PaydownRules

/// A project's rules by check, and the kinds there are.
enum RuleListing {
    static func text(_ known: KnownProject?, _ format: TextOrJSON) -> String {
        let last = known?.lastScan()
        switch format {
        case .json:
            return Explanation.allJSON(of: known?.rules ?? RuleSet()) { last?.measures(ofRule: $0) ?? [] }
        case .text:
            let width = OutputWidth.prose
            let own = known.map { rules($0, last, width: width) } ?? ""
            return own + "Kinds\n" + Explanation.kinds(width: width)
                + "\n'paydown explain NAME' tells more about a rule or a kind.\n"
        }
    }

    private static func rules(_ known: KnownProject, _ last: SnapshotHeader?, width: Int) -> String {
        if known.rules.rules.isEmpty { return "No rules yet; 'paydown init' proposes some.\n\n" }
        var checks: [String] = []
        for rule in known.rules.rules where !checks.contains(rule.check) { checks.append(rule.check) }
        return checks.map { check in
            let entries = known.rules.rules.filter { $0.check == check }.map { rule in
                (name: rule.id, text: PlainLine.of(line(rule, last)))
            }
            return "Check \(PlainLine.of(check))\n" + Explanation.listing(entries, width: width)
        }.joined(separator: "\n") + "\n"
    }

    private static func line(_ rule: RuleDefinition, _ last: SnapshotHeader?) -> String {
        var text = "\(rule.title) (\(rule.severity.rawValue), \(rule.kindName))"
        if let last, let measure = last.measures(ofRule: rule.id).first {
            text += ": " + MeasureText.value(measure)
            let goal = MeasureText.goal(measure, last.plan)
            if !goal.isEmpty { text += ", " + goal }
        } else if let target = rule.target {
            text += ": target " + target.text
        }
        return text
    }
}
