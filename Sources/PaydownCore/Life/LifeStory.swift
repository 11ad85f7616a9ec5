/// The life of a finding, ready to be told: each event with its moment, and who did it where that is known.
package struct LifeStory: Equatable, Sendable {
    package struct Event: Equatable, Sendable {
        package var change: LifeLine.Change
        package var place: LifeLine.Place
        /// The stage of `FindingMatcher` by which it was known again, 1...4; 0 where nothing was matched.
        package var stage: Int
        /// When the snapshot was taken that shows it first, and of which commit.
        package var takenAt: Timestamp
        package var revision: Revision?
        /// Whether it is the oldest snapshot, so that a finding in it may be older.
        package var isOldest: Bool
        /// The commit that did it and its author, in words; empty when nobody can be named.
        package var culprit: String

        package init(
            change: LifeLine.Change, place: LifeLine.Place, stage: Int = 0, takenAt: Timestamp,
            revision: Revision? = nil, isOldest: Bool = false, culprit: String = ""
        ) {
            self.change = change
            self.place = place
            self.stage = stage
            self.takenAt = takenAt
            self.revision = revision
            self.isOldest = isOldest
            self.culprit = culprit
        }
    }

    package var fingerprint: String
    /// As it was seen last.
    package var finding: Finding
    /// In the order of time; the first is its birth.
    package var events: [Event]
    package var isPresent: Bool
    /// When the newest snapshot was taken.
    package var now: Timestamp

    package init(fingerprint: String, finding: Finding, events: [Event], isPresent: Bool, now: Timestamp) {
        self.fingerprint = fingerprint
        self.finding = finding
        self.events = events
        self.isPresent = isPresent
        self.now = now
    }

    /// Days from the first snapshot that has it to the newest one, or to the one that has it no more.
    package var age: Int {
        guard let born = events.first else { return 0 }
        let end = isPresent ? now : events.last?.takenAt ?? now
        return end.day.days(since: born.takenAt.day)
    }

    package var returns: Int { events.count { $0.change == .returned } }
}

extension LifeTracer {
    /// The story of the finding in that row of that snapshot.
    ///
    /// - Parameter culprit: names who made a change, given the numbers of the snapshots before and after it and the
    ///   finding's row: in the later one when it came, in the earlier one when it went.
    package func story(
        of row: Int, in snapshot: Int,
        culprit: (_ change: LifeLine.Change, _ before: Int, _ after: Int, _ row: Int) -> String
    ) -> LifeStory {
        let life = life(of: row, in: snapshot)
        let events = life.events.map { event in
            let header = snapshots[event.snapshot].header
            var told = LifeStory.Event(
                change: event.change, place: event.place, stage: event.stage, takenAt: header.takenAt,
                revision: header.revision, isOldest: event.snapshot == 0)
            guard event.snapshot > 0 else { return told }
            let before = event.snapshot - 1
            switch event.change {
            case .born, .returned:
                if let row = life.rows[event.snapshot] {
                    told.culprit = culprit(event.change, before, event.snapshot, row)
                }
            case .fixed, .gone:
                if let row = life.rows[before] { told.culprit = culprit(event.change, before, event.snapshot, row) }
            case .moved, .edited, .unseen, .seenAgain: break
            }
            return told
        }
        let last = life.rows.lastIndex { $0 != nil } ?? snapshot
        let finding = snapshots[last].findings[life.rows[last] ?? row]
        return LifeStory(
            fingerprint: finding.fingerprint, finding: finding, events: events, isPresent: life.isPresent,
            now: snapshots.last?.header.takenAt ?? Timestamp(seconds: 0))
    }
}
