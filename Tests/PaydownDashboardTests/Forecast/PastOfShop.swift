import PaydownCore
import PaydownDashboard

/// A past of the shop, a snapshot each Friday, in which its singletons go down (or up) by so many a week.
enum PastOfShop {
    /// - Parameters:
    ///   - counts: singletons at the end of each week; the first is that of the Monday before.
    ///   - lastFriday: a Friday in November 2025.
    static func snapshots(_ counts: [Int], lastFriday: Int = 28) -> [Snapshot] {
        counts.enumerated().map { number, count in
            // The last week ends on that Friday; the first snapshot is of a Monday.
            let weeksBack = counts.count - 1 - number
            let days = number == 0 ? 7 * (counts.count - 2) + 4 : 7 * weeksBack
            return snapshot(day: lastFriday - days, singletons: count)
        }
    }

    static func snapshot(day: Int, singletons: Int) -> Snapshot {
        let findings = (0..<singletons).map { Fixture.finding("singleton", "app/s\($0).py", 5, "get_\($0)") }
        let noon = (Day(year: 2025, month: 11, day: 1)?.number ?? 0) + day - 1
        var snapshot = Fixture.snapshot(day: 28, findings: findings)
        snapshot.header.takenAt = Timestamp(seconds: noon * 86_400 + 12 * 3600, offsetMinutes: 60)
        snapshot.header.coverage = Coverage(files: 400, unparsed: 1)
        return snapshot
    }
}
