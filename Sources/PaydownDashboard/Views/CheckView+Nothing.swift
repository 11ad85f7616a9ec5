import PaydownCore
import PaydownScreen

extension CheckView {
    /// What stands where the list would be: why there is none, and what to do.
    static func drawNothing(_ model: Model, on buffer: inout Buffer) {
        let note = nothing(model)
        var text = LabelledText(width: buffer.width - 4, labelWidth: 0)
        for line in note.lines { text.add(line, ink: .muted) }
        let top = buffer.height > 4 ? 1 : 0
        buffer.write(note.title, x: min(3, buffer.width - 1), y: top, ink: .strong, limit: buffer.width - 4)
        buffer.within(buffer.bounds.inset(left: 4, top: top + 1)) { _ = text.draw(on: &$0) }
    }

    private struct Note {
        var title: String
        var lines: [String] = []
    }

    private static func nothing(_ model: Model) -> Note {
        guard let entry = model.current.flatMap({ model.archive[$0] }) else { return Note(title: "No snapshot") }
        switch entry.content {
        case .waiting, .header: return Note(title: "Reading \(entry.name) …")
        case .loading(let fraction):
            return Note(title: "Reading \(entry.name)", lines: ["\(Int(min(max(0, fraction), 1) * 100)) %"])
        case .failed(let message): return Note(title: "The findings could not be read", lines: [message])
        case .loaded: break
        }
        guard model.check != nil else {
            return Note(
                title: "This snapshot has no such check",
                lines: ["\(key(.sinceOlder, model)) and \(key(.sinceNewer, model)) go to others"])
        }
        let state = model.checkState
        guard let listing = state.tree.listing else { return Note(title: "Counting …") }
        if let problem = listing.filterProblem {
            return Note(title: "The filter cannot be used", lines: [problem, "\(key(.back, model)) clears the filter"])
        }
        if !state.filter.isEmpty { return nothingMatches(model, listing) }
        if model.onlyChanges, listing.total > 0 {
            let since = model.baselineHeader.map { " since " + WhenText.weekday($0.takenAt.day) } ?? ""
            return Note(
                title: "Nothing new and nothing fixed" + since,
                lines: [
                    "\(CountText.number(listing.total)) findings are as they were.",
                    "\(key(.sinceToggle, model)) shows all of them",
                ])
        }
        if listing.total > 0 {
            return Note(
                title: "All \(CountText.number(listing.total)) findings are hidden",
                lines: ["\(key(.showHidden, model)) shows them again"])
        }
        return done(model)
    }

    private static func nothingMatches(_ model: Model, _ listing: Listing) -> Note {
        var lines = ["0 of \(CountText.number(listing.total))."]
        if let nearest = nearest(to: model.checkState.filter, in: listing) { lines[0] += " Closest: \(nearest)" }
        lines.append("\(key(.back, model)) clears the filter")
        return Note(title: "Nothing matches \"\(model.checkState.filter)\"", lines: lines)
    }

    /// The filter with its last word replaced by the nearest name among the most frequent ones, if one is near.
    private static func nearest(to filter: String, in listing: Listing) -> String? {
        var words = filter.split(separator: " ").map(String.init)
        guard let last = words.popLast() else { return nil }
        let parts = last.split(separator: ":", maxSplits: 1).map(String.init)
        guard let typed = parts.last, typed.utf8.count >= 3 else { return nil }
        let index = listing.current.index
        let rules = listing.current.header.rules.filter { $0.check == listing.query.check }.map(\.id)
        var names: [String]
        switch parts.count == 2 ? parts[0] : "" {
        case "rule": names = rules
        case "name":
            names = rules.flatMap { (index.symbols[$0] ?? []).prefix(60).map(\.name) }.flatMap(pieces)
        default: names = index.hotFiles.map(\.path).flatMap(pieces)
        }
        names.removeAll { $0.utf8.count < 3 || $0 == typed }
        guard let best = NearestName.of(typed, among: Set(names).sorted()) else { return nil }
        words.append(parts.count == 2 ? parts[0] + ":" + best : best)
        return words.joined(separator: " ")
    }

    private static func pieces(_ name: String) -> [String] {
        name.split { $0 == "/" || $0 == "." }.map(String.init)
    }

    private static func done(_ model: Model) -> Note {
        let rules = model.header?.rules.filter { $0.check == model.check?.id && $0.count > 0 } ?? []
        let unlisted = rules.filter { !$0.isListed }
        if !unlisted.isEmpty {
            let counts = unlisted.map { "\($0.title) \(CountText.number($0.count))" }.joined(separator: ", ")
            return Note(
                title: "Counted, not listed", lines: [counts, "The snapshot keeps only the numbers of these rules."])
        }
        guard let headline = model.check?.measures.first else { return Note(title: "No findings") }
        let unit = headline.unit.isEmpty ? "" : " " + CountText.unit(headline.unit, after: headline.value)
        if headline.value > 0 {
            return Note(
                title: "No findings are listed",
                lines: [
                    "The snapshot counts \(CountText.number(headline.value))\(unit) without naming "
                        + (headline.value == 1 ? "it." : "them.")
                ])
        }
        var lines = ["Every rule of this check has 0 findings."]
        if let target = model.target(of: headline.id) { lines[0] += " Target \(target.target.shortText)." }
        return Note(title: "Done: 0\(unit)", lines: lines)
    }

    private static func key(_ id: ActionID, _ model: Model) -> String {
        let label = model.bindings.label(for: id, model.glyphs)
        return label.isEmpty ? ActionTable.action(id).title : label
    }
}
