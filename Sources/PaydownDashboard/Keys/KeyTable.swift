import PaydownScreen

/// The table of actions as text, for `paydown keys` and the README.
package enum KeyTable {
    package static func lines(_ bindings: KeyBindings, markdown: Bool) -> [String] {
        markdown ? self.markdown(bindings) : text(bindings)
    }

    private static func text(_ bindings: KeyBindings) -> [String] {
        Action.Section.allCases.flatMap { section -> [String] in
            [section.rawValue]
                + ActionTable.all.filter { $0.section == section }.map { action in
                    "  " + keys(action, bindings).padded(18) + action.fullTitle.padded(34) + action.id.rawValue
                } + [""]
        }
    }

    private static func markdown(_ bindings: KeyBindings) -> [String] {
        ["| | keys |", "|---|---|"]
            + Action.Section.allCases.map { section in
                let actions = ActionTable.all.filter { $0.section == section && bindings.keys(for: $0.id).count > 0 }
                let cells = actions.map { action in
                    "`" + keys(action, bindings).replacingBars + "` " + action.fullTitle
                }
                return "| \(section.rawValue) | " + cells.joined(separator: " · ") + " |"
            }
    }

    /// The keys of an action, after the prefix key where it has one.
    private static func keys(_ action: Action, _ bindings: KeyBindings) -> String {
        let prefix: ActionID? =
            switch action.context {
            case .sort: .sort
            case .group: .group
            case .yank: .yank
            default: nil
            }
        let first = prefix.map { bindings.label(for: $0, .ascii) + " " } ?? ""
        return bindings.keys(for: action.id).map { first + $0.name }.joined(separator: " ")
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String {
        count >= width ? self + " " : self + String(repeating: " ", count: width - count)
    }

    fileprivate var replacingBars: String {
        String(flatMap { $0 == "|" ? ["\\", "|"] : [$0] })
    }
}
