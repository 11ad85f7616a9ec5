import PaydownCore

/// What can be changed to see what it does to a date: a pace, a person, a piece of work that is finished.
package struct WhatIfContent: Equatable, Sendable {
    package enum Row: Equatable, Sendable {
        case pace
        case people
        case joining
        /// A group, and how much of the measure it is.
        case group(name: String, amount: Int)
    }

    package let rows: [Row]

    package init(_ model: Model) {
        rows = [.pace, .people, .joining] + Self.groups(model).map { .group(name: $0.name, amount: $0.amount) }
    }

    package func row(_ state: WhatIfState) -> Int { min(max(0, state.row), rows.count - 1) }

    /// The change as it stands, groups that are no longer there left out.
    package func change(_ state: WhatIfState) -> WhatIf {
        var change = state.change
        change.finished = rows.reduce(0) { sum, row in
            guard case .group(let name, let amount) = row, state.finished.contains(name) else { return sum }
            return sum + Double(amount)
        }
        return change
    }

    /// The largest pieces of a measure: symbols of its rule, rules of the total, tests that fail.
    private static func groups(_ model: Model) -> [(name: String, amount: Int)] {
        guard let header = model.header else { return [] }
        guard let id = model.timeline.measure, let measure = header.measure(id) else {
            return header.rules.filter { $0.isListed && $0.count > 0 }
                .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
                .map { ($0.title.isEmpty ? $0.id : $0.title, $0.count) }
        }
        guard let rule = measure.rule.flatMap({ header.rule($0) }) else {
            guard let check = header.checks.first(where: { $0.measures.contains(measure) }), !header.hasRules(check)
            else { return [] }
            return header.tests.filter { !$0.status.isPass }.prefix(mostGroups).map { ($0.name, 1) }
        }
        let isOfSites = measure.value == Double(rule.count)
        return (model.shown?.index.symbols[rule.id] ?? []).prefix(mostGroups).map {
            ($0.name, isOfSites ? $0.count : 1)
        }
    }

    private static let mostGroups = 50
}
