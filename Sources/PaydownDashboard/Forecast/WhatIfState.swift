import PaydownCore

/// The changes that are looked at on the timeline.
package struct WhatIfState: Equatable, Sendable {
    /// Pace and people; what is finished is in `finished`.
    package var change = WhatIf()
    /// The names of groups that are taken as finished.
    package var finished: Set<String> = []
    package var row = 0

    package init() {}

    /// More (positive) or less of what a row is about.
    package mutating func turn(_ row: WhatIfContent.Row, by steps: Int) {
        switch row {
        case .pace: change.faster = min(300, max(-90, change.faster + 10 * steps))
        case .people: change.people = min(99, max(1, change.people + steps))
        case .joining: change.joining = min(99, max(0, change.joining + steps))
        case .group(let name, _):
            if steps > 0 { finished.insert(name) } else { finished.remove(name) }
        }
    }

    package mutating func toggle(_ row: WhatIfContent.Row) {
        if case .group(let name, _) = row {
            turn(row, by: finished.contains(name) ? -1 : 1)
        } else {
            turn(row, by: 1)
        }
    }
}
