import PaydownCore
import PaydownScreen

extension CheckView {
    static func path(_ model: Model) -> (crumbs: [String], facts: String) {
        let title = model.check?.title ?? model.place.screen.title
        let facts = facts(model)
        let tree = model.checkState.tree
        guard let group = tree.selectedGroup else { return ([title], facts) }
        let place = tree.selected?.child == nil ? nil : tree.selectedFinding.map { self.place($0) }
        // What is left beside the facts, the word for what is not measured, and the signs between.
        var room = model.size.width - DisplayWidth.of(facts) - DisplayWidth.of(title) - 22
        var crumbs = [title]
        let grouping = tree.listing?.query.grouping ?? .symbol
        if room > 8 {
            let width = place == nil || room < 70 ? room : max(30, room / 2)
            let name =
                grouping == .symbol
                ? ShortName.fitting(group.name, width: width, model.glyphs)
                : ShortName.path(group.name, width: width, model.glyphs)
            crumbs.append(name)
            room -= DisplayWidth.of(name) + 3
        }
        if let place, room > 30 {
            let line = tree.selectedFinding?.line ?? 0
            let text = grouping == .file && line > 0 ? "line \(line)" : place
            crumbs.append(ShortName.path(text, width: room, model.glyphs))
        }
        return (crumbs, facts)
    }

    /// `path:line`, or the path alone when the whole file is meant.
    static func place(_ finding: Finding) -> String {
        if finding.path.isEmpty { return "the project as a whole" }
        return finding.line > 0 ? "\(finding.path):\(finding.line)" : finding.path
    }

    /// `589 findings · 20 paths → 1 · ▼ 6 since 14 Sep`
    static func facts(_ model: Model) -> String {
        var facts: [String] = []
        if let listing = model.checkState.tree.listing, listing.query.onlyChanges {
            let (new, fixed) = listing.groups.reduce((0, 0)) { ($0.0 + $1.newCount, $0.1 + $1.fixedCount) }
            facts.append("\(CountText.number(new)) new, \(CountText.number(fixed)) fixed")
        } else if let listing = model.checkState.tree.listing {
            let count = CountText.number(listing.count)
            let isPart = listing.count < listing.total
            let things = listing.count == 1 ? "finding" : "findings"
            facts.append(isPart ? "\(count) of \(CountText.number(listing.total))" : "\(count) \(things)")
        }
        if let headline = model.check?.measures.first {
            let unit = CountText.unit(headline.unit, after: headline.value)
            var text = CountText.number(headline.value) + (unit.isEmpty ? "" : " " + unit)
            if let target = model.target(of: headline.id) {
                text += " \(model.glyphs.arrow) \(target.target.shortText)"
            }
            facts.append(text)
            if let delta = model.delta(of: headline.id), let baseline = model.baselineHeader {
                let day = WhenText.day(baseline.takenAt.day, year: model.referenceDay.civil.year)
                facts.append(CountText.delta(delta, better: headline.better, model.glyphs) + " since " + day)
            }
        }
        return facts.joined(separator: " \(Character(model.glyphs.dot)) ")
    }
}
