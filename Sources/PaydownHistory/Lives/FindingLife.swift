import PaydownCore

/// Everything that happened to one finding.
package struct FindingLife: Equatable, Sendable {
    package struct Event: Equatable, Sendable {
        package enum Kind: Equatable, Sendable {
            case born
            /// It stayed in its file; its statement or its scope is another.
            case edited
            case moved
            case fixed
            /// Its file went away.
            case gone
            /// Its file or its rule was not looked at.
            case unseen
            /// It came back after it was fixed or gone.
            case returned
            /// It was looked at again, and was still there.
            case seen
        }

        package let kind: Kind
        package let snapshot: SnapshotEntry.ID
        /// How it was recognised: 1...4 as in `FindingMatcher`; nil where it was not matched with a neighbour.
        package let stage: Int?
        /// Its row in the snapshot; in the one before when it is not there any more.
        package let row: Int
        /// As it was at that row; nil when those findings were pruned.
        package let finding: Finding?
    }

    /// What people see of it; the one that it was born with.
    package let fingerprint: String
    /// In the order of time, birth first.
    package let events: [Event]

    /// Whether it is in the last snapshot.
    package var isAlive: Bool {
        switch events.last?.kind {
        case .fixed, .gone, .unseen, nil: false
        case .born, .edited, .moved, .returned, .seen: true
        }
    }

    package var timesReturned: Int { events.count { $0.kind == .returned } }
}

/// What the history knows of one finding in a snapshot.
package struct FindingIdentity: Equatable, Sendable {
    /// The same in all snapshots that have the finding.
    package let fingerprint: String
    package let born: SnapshotEntry.ID
    /// How often it came back after it was fixed or gone, and in which snapshot last.
    package let returns: Int
    package let lastReturn: SnapshotEntry.ID?
}
