/// What became of one finding from snapshot to snapshot: when it came, where it went, how it was known again.
package struct LifeLine: Equatable, Sendable {
    package struct Place: Equatable, Sendable {
        package let path: String
        /// 1-based; 0 means the whole file.
        package let line: Int

        package init(path: String, line: Int) {
            self.path = path
            self.line = line
        }
    }

    package enum Change: Equatable, Sendable {
        /// Seen for the first time. In the first of all snapshots it may be older.
        case born
        /// In another file than before.
        case moved(from: Place)
        /// In the same file; its line was edited, or what is around it was renamed.
        case edited
        case fixed
        /// Its file is not there any more.
        case gone
        /// Not looked for: it may be there.
        case unseen
        /// There again, after it was fixed or gone.
        case returned
        /// There as before, after it was unseen.
        case seenAgain
    }

    package struct Event: Equatable, Sendable {
        /// The number of the snapshot that shows it, from 0.
        package let snapshot: Int
        package let change: Change
        /// Where it is; where it was last when it is not there.
        package let place: Place
        /// The stage of `FindingMatcher` by which it was known again, 1...4; 0 where nothing was matched.
        package let stage: Int

        package init(snapshot: Int, change: Change, place: Place, stage: Int = 0) {
            self.snapshot = snapshot
            self.change = change
            self.place = place
            self.stage = stage
        }
    }

    /// What happened to it, in order; snapshots in which nothing did are left out.
    package let events: [Event]
    /// By snapshot: its row, or nil where it is not.
    package let rows: [Int?]

    init(events: [Event], rows: [Int?]) {
        self.events = events
        self.rows = rows
    }

    /// The first snapshot that has it.
    package var birth: Int { rows.firstIndex { $0 != nil } ?? 0 }

    /// Whether all snapshots there are have it from the first one on, so that nobody knows when it came.
    package var isOlderThanHistory: Bool { birth == 0 }

    package var isPresent: Bool { rows.last.flatMap { $0 } != nil }

    /// How often it came back after it was fixed or gone.
    package var returns: Int { events.count { $0.change == .returned } }
}
