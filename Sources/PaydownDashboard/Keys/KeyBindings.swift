import PaydownScreen

/// Which key does what, in which context: the table's defaults with the user's changes.
package struct KeyBindings: Equatable, Sendable {
    /// A change from a configuration file: these keys instead of the default ones; none unbinds.
    package struct Override: Equatable, Sendable {
        package var action: String
        package var keys: [Key]
        /// Where it stands, such as `config.toml:12`, for messages.
        package var place: String

        package init(action: String, keys: [Key], place: String) {
            self.action = action
            self.keys = keys
            self.place = place
        }
    }

    private var actions: [Action.Context: [Key: ActionID]] = [:]
    private var keys: [ActionID: [Key]] = [:]

    package static let standard = KeyBindings(overrides: [])

    /// Applies the overrides; what cannot be applied is left at its default and reported, with its place.
    ///
    /// A key that an override takes is taken from the action that had it by default; two overrides that want
    /// the same key in overlapping contexts are a clash: the first one keeps it.
    package init(overrides: [Override], problems: inout [String]) {
        for action in ActionTable.all { keys[action.id] = action.keys.compactMap { Key($0) } }
        var taken: [Action.Context: [Key: Override]] = [:]
        for override in overrides {
            guard let id = ActionID(rawValue: override.action) else {
                let nearest = NearestName.of(override.action, among: ActionID.allCases.map(\.rawValue))
                problems.append(
                    "\(override.place): no action is called '\(override.action)'"
                        + (nearest.map { "; did you mean '\($0)'?" } ?? "") + " (paydown keys lists all)")
                continue
            }
            let context = ActionTable.action(id).context
            var accepted: [Key] = []
            for key in override.keys {
                if let other = Self.overlapping(context).lazy.compactMap({ taken[$0]?[key] }).first {
                    problems.append(
                        "\(override.place): key '\(key.name)' is already given to '\(other.action)' at \(other.place)")
                    continue
                }
                taken[context, default: [:]][key] = override
                accepted.append(key)
            }
            keys[id] = accepted
            for other in ActionTable.all
            where other.id != id && Self.overlapping(context).contains(other.context) {
                keys[other.id]?.removeAll { accepted.contains($0) }
            }
        }
        for action in ActionTable.all {
            for key in keys[action.id] ?? [] where actions[action.context]?[key] == nil {
                actions[action.context, default: [:]][key] = action.id
            }
        }
    }

    private init(overrides: [Override]) {
        var problems: [String] = []
        self.init(overrides: overrides, problems: &problems)
    }

    /// What a key does where the contexts apply, most particular first.
    package func action(for key: Key, in contexts: [Action.Context]) -> ActionID? {
        for context in contexts {
            if let id = actions[context]?[key] { return id }
        }
        return nil
    }

    package func keys(for id: ActionID) -> [Key] { keys[id] ?? [] }

    /// The first key's name for hints; empty when the action has none.
    package func label(for id: ActionID, _ glyphs: GlyphSet) -> String {
        keys(for: id).first?.label(glyphs) ?? ""
    }

    /// Contexts in which keys of `context` can be pressed too.
    private static func overlapping(_ context: Action.Context) -> [Action.Context] {
        switch context {
        case .sort, .group, .yank: [context]
        case .anywhere: [.anywhere, .list, .duplicates, .golden, .timeline, .watch]
        case .list: [.anywhere, .list, .duplicates]
        case .duplicates: [.anywhere, .list, .duplicates]
        case .golden, .timeline, .watch: [.anywhere, context]
        }
    }
}
