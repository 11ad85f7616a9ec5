import PaydownCore
import Testing

@testable import PaydownScan

struct BackfillPaceTests {
    /// Commits at these moments, named by their place.
    private func chain(_ moments: String...) -> [CommitEntry] {
        moments.enumerated().map { number, moment in
            CommitEntry(
                commit: "\(number)", parents: [], tree: "", committedAt: Timestamp(moment) ?? Timestamp(seconds: 0),
                author: "", subject: "")
        }
    }

    @Test func `a day is the last commit of it, in the time of who committed`() {
        let chain = chain(
            "2025-06-01T09:00:00Z", "2025-06-01T23:30:00Z", "2025-06-01T23:45:00+02:00", "2025-06-02T00:10:00+02:00",
            "2025-06-03T10:00:00Z", "2025-06-03T09:00:00Z")

        let chosen = BackfillPace.day.choose(from: chain, since: nil)

        #expect(chosen.map(\.commit) == ["2", "3", "5"])
    }

    @Test func `a week ends on Sunday`() {
        // The first of June 2025 was a Sunday.
        let chain = chain(
            "2025-05-30T09:00:00Z", "2025-06-01T09:00:00Z", "2025-06-02T09:00:00Z", "2025-06-08T09:00:00Z")

        #expect(BackfillPace.week.choose(from: chain, since: nil).map(\.commit) == ["1", "3"])
    }

    @Test func `every third stays the same when commits are added, and the newest is there`() {
        let moments = (1...9).map { "2025-06-0\($0)T09:00:00Z" }
        let all = moments.enumerated().map { number, moment in
            CommitEntry(
                commit: "\(number)", parents: [], tree: "", committedAt: Timestamp(moment) ?? Timestamp(seconds: 0),
                author: "", subject: "")
        }

        #expect(BackfillPace.count(3).choose(from: Array(all.prefix(5)), since: nil).map(\.commit) == ["0", "3", "4"])
        #expect(BackfillPace.count(3).choose(from: all, since: nil).map(\.commit) == ["0", "3", "6", "8"])
    }

    @Test func `what is older than asked for is left out`() {
        let chain = chain("2025-06-01T09:00:00Z", "2025-06-02T09:00:00Z", "2025-06-03T09:00:00Z")

        let chosen = BackfillPace.commit.choose(from: chain, since: Timestamp("2025-06-02T09:00:00Z"))

        #expect(chosen.map(\.commit) == ["1", "2"])
    }

    @Test(arguments: [
        ("commit", BackfillPace.commit), ("day", .day), ("week", .week), ("7", .count(7)), ("1", .commit),
    ])
    func `a pace is read`(text: String, pace: BackfillPace) {
        #expect(BackfillPace(text) == pace)
    }

    @Test(arguments: ["", "0", "-2", "daily", "1.5"])
    func `what is no pace is none`(text: String) {
        #expect(BackfillPace(text) == nil)
    }
}
