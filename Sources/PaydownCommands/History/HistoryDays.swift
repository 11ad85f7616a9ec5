import PaydownCore
import PaydownHistory

/// The days of a history's snapshots, and since which of them each rule has been looked for.
struct HistoryDays {
    /// By snapshot, its place in time from 0.
    private var numbers: [SnapshotEntry.ID: Int] = [:]
    private var days: [Day] = []
    private var beginnings = RuleBeginnings()

    /// Reads the headers one after the other: thousands of them together would take more memory than a snapshot.
    init(_ store: HistoryStore) throws(HistoryError) {
        try store.forEachEntry { entry in
            numbers[entry.id] = days.count
            days.append(entry.moment.day)
            beginnings.add(entry.header)
        }
    }

    /// Nil for a snapshot that another process added since.
    func day(of id: SnapshotEntry.ID) -> Day? { numbers[id].map { days[$0] } }

    /// Whether a finding that was met first in a snapshot may be older than that.
    func mayBeOlder(_ rule: String, metIn id: SnapshotEntry.ID) -> Bool {
        numbers[id].map { beginnings.mayBeOlder(rule, metIn: $0) } ?? false
    }
}
