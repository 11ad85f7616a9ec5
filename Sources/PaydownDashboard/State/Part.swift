/// A piece of a screen that can have the focus, scroll and be zoomed.
package enum Part: String, CaseIterable, Hashable, Sendable {
    case cards
    case phases
    case moved
    case hotFiles
    case list
    case preview
    case why
    case members
    case tests
    case metrics
    case failure
    case targets
    case chart
    case measures
    case forecast
    case weeks
    case whatIf
}
