/// One thing a person can do: its keys, its words, and where it applies. Keys, footer, help, palette and the
/// documentation are all made from the table of these.
package struct Action: Equatable, Sendable {
    /// The headings of the help, in its order.
    package enum Section: String, CaseIterable, Sendable {
        case move = "Move"
        case find = "Find"
        case act = "Act"
        case view = "View"
        case go = "Go"
        case app = "App"
    }

    /// Where an action's keys mean this action.
    package enum Context: String, CaseIterable, Sendable {
        case anywhere
        /// The screens that list findings.
        case list
        case duplicates
        case golden
        case timeline
        case watch
        /// After the prefix key for sorting.
        case sort
        /// After the prefix key for grouping.
        case group
        /// After the prefix key for copying.
        case yank
    }

    package let id: ActionID
    /// A few words for help and palette.
    package let title: String
    /// One or two words for the footer.
    package let hint: String
    package let section: Section
    package let context: Context
    /// Key names as `Key.init(_:)` reads them.
    package let keys: [String]

    /// What it does, said without the prefix key before it: `sort by name`.
    package var fullTitle: String {
        switch context {
        case .sort: "sort by " + title
        case .group: "group by " + title
        case .yank: "yank " + title
        default: title
        }
    }

    init(
        _ id: ActionID, _ title: String, hint: String = "", _ section: Section, keys: [String],
        in context: Context = .anywhere
    ) {
        self.id = id
        self.title = title
        self.hint = hint.isEmpty ? title : hint
        self.section = section
        self.context = context
        self.keys = keys
    }
}
