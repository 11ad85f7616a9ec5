/// What the timeline shows.
package struct TimelineState: Equatable, Sendable {
    /// The measure's id; nil is the total of all findings.
    package var measure: String?
    /// The row selected in the list of measures, 0 is the total.
    package var row = 0
    package var top = 0
    /// Days shown; nil is all there are.
    package var visibleDays: Int?
    /// The changes that are looked at; nil while nobody asks what if.
    package var whatIf: WhatIfState?
    /// Days between the newest point and the right edge of the chart.
    package var daysBack = 0

    package init() {}
}
