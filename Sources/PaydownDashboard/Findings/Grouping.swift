/// By what the findings of a check are put together.
package enum Grouping: String, CaseIterable, Sendable {
    case symbol
    case file
    case folder
    case rule
    case owner
    case age

    package var title: String { rawValue }
}
