import PaydownCore
import PaydownScreen

/// What the palette offers for what is typed: actions, screens, groups, tests, snapshots, themes.
struct PaletteContent {
    enum Target: Equatable {
        case action(ActionID)
        case theme(String)
        case check(String)
        case group(check: String, name: String)
        case test(GoldenState.TestID)
        case snapshot(SnapshotID)
        case baseline(SnapshotID?)
    }

    struct Entry: Equatable {
        var title: String
        /// The key that does the same, so that the palette teaches it.
        var key: String
        var target: Target
        var disabled: String? = nil
    }

    /// Best first, at most 200.
    let entries: [Entry]
    /// How many there are without what is typed.
    let total: Int

    init(_ model: Model, input: String) {
        let all = Self.all(model)
        total = all.count
        let words = input.split(separator: " ").map { FuzzyMatch(String($0)) }
        guard !words.isEmpty else {
            entries = Array(all.prefix(200))
            return
        }
        let lowered = input.lowercased()
        let matching = all.enumerated().filter { candidate in
            words.allSatisfy { $0.matches(candidate.element.title) }
        }
        // What contains the text as typed comes before what only has its letters; else the order stays.
        let ranked = matching.sorted { left, right in
            let (leftRank, rightRank) = (
                Self.rank(left.element.title, lowered), Self.rank(right.element.title, lowered)
            )
            return leftRank != rightRank ? leftRank < rightRank : left.offset < right.offset
        }
        entries = ranked.prefix(200).map(\.element)
    }

    private static func rank(_ title: String, _ lowered: String) -> Int {
        let title = title.lowercased()
        if title == lowered || title.hasSuffix(": " + lowered) { return -1 }
        if title.hasPrefix(lowered) { return 0 }
        if title.contains(": " + lowered) { return 1 }
        return title.contains(lowered) ? 2 : 3
    }

    private static func all(_ model: Model) -> [Entry] {
        var entries: [Entry] = []
        // What moves the cursor is on a key already, and comes last.
        let sections: [Action.Section] = [.go, .find, .act, .view, .app, .move]
        let actions = sections.flatMap { section in ActionTable.all.filter { $0.section == section } }
        for action in actions where action.id != .palette {
            entries.append(
                Entry(
                    title: action.fullTitle.capitalizedFirst,
                    key: keyText(action, model), target: .action(action.id), disabled: model.disabledReason(action.id)))
        }
        for check in model.header?.checks ?? [] {
            entries.append(Entry(title: "Go to: \(check.title)", key: "", target: .check(check.id)))
        }
        entries.append(contentsOf: themes(model) + snapshots(model) + groups(model) + tests(model))
        return entries
    }

    private static func themes(_ model: Model) -> [Entry] {
        model.themes.map { Entry(title: "Theme: \($0)", key: "", target: .theme($0)) }
    }

    private static func snapshots(_ model: Model) -> [Entry] {
        model.archive.timeline.reversed().prefix(400).flatMap { entry -> [Entry] in
            guard let header = entry.header else { return [] }
            let moment = WhenText.moment(header.takenAt) + " " + (header.revision?.shortCommit ?? "")
            return [
                Entry(title: "Snapshot: \(moment)", key: "", target: .snapshot(entry.id)),
                Entry(title: "Baseline: \(moment)", key: "", target: .baseline(entry.id)),
            ]
        }
    }

    private static func groups(_ model: Model) -> [Entry] {
        guard let shown = model.shown else { return [] }
        return shown.header.rules.flatMap { rule -> [Entry] in
            (shown.index.symbols[rule.id] ?? []).prefix(200).map { tally in
                Entry(
                    title: "Go to: \(tally.name) (\(rule.title.isEmpty ? rule.id : rule.title), \(tally.count))",
                    key: "",
                    target: .group(check: rule.check, name: tally.name))
            }
        }
    }

    private static func tests(_ model: Model) -> [Entry] {
        (model.header?.tests ?? []).prefix(500).map { test in
            Entry(title: "Go to: \(test.name) (test)", key: "", target: .test(GoldenState.TestID(test)))
        }
    }

    private static func keyText(_ action: Action, _ model: Model) -> String {
        let key = model.bindings.label(for: action.id, model.glyphs)
        guard !key.isEmpty else { return "" }
        switch action.context {
        case .sort: return model.bindings.label(for: .sort, model.glyphs) + " " + key
        case .group: return model.bindings.label(for: .group, model.glyphs) + " " + key
        case .yank: return model.bindings.label(for: .yank, model.glyphs) + " " + key
        default: return key
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
