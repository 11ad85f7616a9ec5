import PaydownScreen

/// The lines of the help: all actions that have a key or can be run, with the keys they have now.
struct HelpContent {
    struct Entry: Equatable {
        var action: Action
        var keys: String
        /// Why it cannot be done here; nil when it can.
        var disabled: String?
    }

    let entries: [Entry]

    /// - Parameter search: words that title, keys or section must contain.
    init(_ model: Model, search: String) {
        let words = search.lowercased().split(separator: " ")
        entries = Action.Section.allCases.flatMap { section in
            ActionTable.all.filter { $0.section == section }
                .map { action in
                    let keys = model.bindings.keys(for: action.id).map { $0.label(model.glyphs) }
                    let prefix =
                        Self.prefix(action.context).map { model.bindings.label(for: $0, model.glyphs) + " " } ?? ""
                    return Entry(
                        action: action, keys: keys.map { prefix + $0 }.joined(separator: " "),
                        disabled: model.disabledReason(action.id))
                }
                .filter { entry in
                    let text = (entry.action.fullTitle + " " + entry.keys + " " + section.rawValue).lowercased()
                    return words.allSatisfy { text.contains($0) }
                }
        }
    }

    private static func prefix(_ context: Action.Context) -> ActionID? {
        switch context {
        case .sort: .sort
        case .group: .group
        case .yank: .yank
        default: nil
        }
    }
}
