/// By what groups and their findings are ordered.
package enum SortOrder: String, CaseIterable, Sendable {
    case name
    case count
    case path
    case delta
    case owner
    /// The oldest finding of a group.
    case age
    /// The finding of a group that came back most often.
    case returned

    package var title: String { self == .returned ? "times returned" : rawValue }

    /// The direction a user expects first: the most findings, the largest change, names from a to z.
    package var startsDescending: Bool { self == .count || self == .delta || self == .returned }
}
