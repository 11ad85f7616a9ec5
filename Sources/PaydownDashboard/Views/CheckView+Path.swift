import PaydownCore
import PaydownScreen

extension CheckView {
    static func path(_ model: Model) -> (crumbs: [String], facts: String) {
        var crumbs = [model.check?.title ?? model.place.screen.title]
        let tree = model.checkState.tree
        if let group = tree.selectedGroup {
            crumbs.append(group.name)
            if tree.selected?.child != nil, let finding = tree.selectedFinding {
                let grouping = tree.listing?.query.grouping ?? .symbol
                crumbs.append(grouping == .file ? "line \(finding.line)" : place(finding))
            }
        }
        return (crumbs, facts(model))
    }

    /// `path:line`, or the path alone when the whole file is meant.
    static func place(_ finding: Finding) -> String {
        if finding.path.isEmpty { return "the project as a whole" }
        return finding.line > 0 ? "\(finding.path):\(finding.line)" : finding.path
    }

    /// `589 findings · 20 paths → 1 · ▼ 6 since 14 Sep`
    private static func facts(_ model: Model) -> String {
        var facts: [String] = []
        if let listing = model.checkState.tree.listing {
            let count = CountText.number(listing.count)
            let isPart = listing.count < listing.total
            facts.append(isPart ? "\(count) of \(CountText.number(listing.total))" : "\(count) findings")
        }
        if let headline = model.check?.measures.first {
            var text = CountText.number(headline.value) + (headline.unit.isEmpty ? "" : " " + headline.unit)
            if let target = model.target(of: headline.id) {
                text += " \(Character(model.glyphs.arrow)) \(target.target.shortText)"
            }
            facts.append(text)
            if let delta = model.delta(of: headline.id), let baseline = model.baselineHeader {
                let day = WhenText.day(baseline.takenAt.day, year: model.now.day.civil.year)
                facts.append(CountText.delta(delta, better: headline.better, model.glyphs) + " since " + day)
            }
        }
        return facts.joined(separator: " \(Character(model.glyphs.dot)) ")
    }
}
