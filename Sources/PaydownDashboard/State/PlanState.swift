/// A place in the plan: a line of its phases and targets, 0-based.
package struct PlanState: Equatable, Sendable {
    package var selected = 0
    package var top = 0

    package init() {}
}
