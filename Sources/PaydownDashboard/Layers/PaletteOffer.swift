import PaydownCore
import PaydownScreen

/// All that the palette offers before anything is typed.
///
/// Thousands of titles with a large snapshot: made when the palette opens and when what they are made of changes, not
/// for each key and frame, which took 7 ms.
final class PaletteOffer: Sendable {
    typealias Entry = PaletteContent.Entry

    /// What the titles are made of.
    struct Basis: Equatable {
        private let current: SnapshotID?
        private let shown: LoadedSnapshot?
        private let hasHeader: Bool
        private let snapshots: Int
        private let themes: [String]
        private let bindings: KeyBindings

        init(_ model: Model) {
            current = model.current
            shown = model.shown
            hasHeader = model.header != nil
            snapshots = model.archive.timeline.count
            themes = model.themes
            bindings = model.bindings
        }
    }

    let entries: [Entry]
    let basis: Basis

    init(_ model: Model) {
        entries = Self.all(model)
        basis = Basis(model)
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
                    key: keyText(action, model), target: .action(action.id)))
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

extension PaletteOffer: Equatable {
    static func == (left: PaletteOffer, right: PaletteOffer) -> Bool { left === right }
}

extension String {
    fileprivate var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
