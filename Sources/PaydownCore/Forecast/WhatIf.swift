/// A change of what the future is made of, to see what it would do to a date.
package struct WhatIf: Hashable, Sendable {
    /// Per cent by which more goes out each week; negative for less.
    package var faster = 0
    /// People at work now, at least 1, and how many join them.
    package var people = 1
    package var joining = 0
    /// What is taken off the remainder at once, in the measure's unit: a piece of work that is finished.
    package var finished = 0.0

    package init() {}

    package var isChange: Bool { factor != 1 || finished > 0 }

    /// By how much what goes out is multiplied.
    ///
    /// An added person is taken to do what the others do on the average: (n + 1) / n. What it costs the others to
    /// bring somebody in is not in it (F. P. Brooks, "The Mythical Man-Month", 1975), and the screen says so.
    /// What comes in stays as it is.
    package var factor: Double {
        let people = Double(max(1, self.people))
        return max(0, 1 + Double(faster) / 100) * (people + Double(max(0, joining))) / people
    }

    /// What a week takes off under this change.
    func net(of week: WeekFlow) -> Double { week.outflow * factor - week.inflow }
}
