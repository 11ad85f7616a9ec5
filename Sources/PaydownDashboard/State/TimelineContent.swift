import PaydownCore

/// What the timeline can show: the total of all findings, then every measure in the order of the checks.
package struct TimelineContent: Equatable, Sendable {
    package struct Item: Equatable, Sendable {
        /// The measure's id; nil for the total.
        package var id: String?
        package var title: String
        /// The check's title, on the first of its measures.
        package var check: String?
        package var better: Measure.Direction
        /// The target the plan ends with.
        package var target: Target?
        package var population: Double?
        /// Whether it is measured.
        package var source: Provenance.Source
    }

    package let items: [Item]
    package let window: TimelineWindow

    package init(_ model: Model) {
        let header = model.header
        var items = [
            Item(
                id: nil, title: "All findings", check: nil, better: .lower, target: nil, population: nil,
                source: header?.provenance.findings ?? .measured)
        ]
        let plan = header?.plan ?? Plan()
        for check in header?.checks ?? [] {
            for (number, measure) in check.measures.enumerated() {
                items.append(
                    Item(
                        id: measure.id, title: measure.title.isEmpty ? measure.id : measure.title,
                        check: number == 0 ? check.title : nil, better: measure.better,
                        target: plan.target(of: measure.id)?.target, population: measure.population,
                        source: header?.source(of: check) ?? .measured))
            }
        }
        self.items = items
        window = TimelineWindow(model)
    }

    /// The place of the measure that is shown; the selected row when there is none of that name.
    package func row(_ state: TimelineState) -> Int {
        if let measure = state.measure, let row = items.firstIndex(where: { $0.id == measure }) { return row }
        return state.measure == nil ? 0 : min(max(0, state.row), items.count - 1)
    }

    /// That many measures further down (positive) or up.
    package func moved(_ state: TimelineState, by count: Int) -> TimelineState {
        var state = state
        let row = row(state)
        state.row = min(max(0, row + min(max(count, -items.count), items.count)), items.count - 1)
        state.measure = items[state.row].id
        return state
    }

    /// The first row shown in that many, so that the selected one is among them.
    package func top(_ state: TimelineState, height: Int) -> Int {
        guard height > 0 else { return 0 }
        let row = row(state)
        return min(max(min(state.top, row), row - height + 1, 0), max(0, items.count - height))
    }
}
