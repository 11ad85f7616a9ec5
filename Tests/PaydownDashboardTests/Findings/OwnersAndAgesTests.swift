import PaydownCore
import PaydownScreen
import PaydownTestSupport
import Testing

@testable import PaydownDashboard

struct OwnersAndAgesTests {
    private static let owners = ["a": "@core", "b": "@api @web", "c": ""]
    private static let today = Day(year: 2025, month: 6, day: 30) ?? Day(number: 0)

    /// Nine findings in three files, each file a finding younger than the one before.
    private static func loaded(
        ages: [Int]? = [0, 6, 7, 30, 31, 91, 92, 365, 366], isOwned: Bool = true, isOlder: [Bool] = [],
        returned: [Int: FindingBirths.Returns] = [:]
    ) -> LoadedSnapshot {
        var table = FindingTable()
        for row in 0..<9 {
            let file = ["a", "b", "c"][row / 3]
            table.append(Finding(rule: "old", path: "\(file)/x.py", line: row + 1, symbol: "s\(row % 2)"))
        }
        let header = SnapshotHeader(
            project: SnapshotHeader.Project(name: "p"), takenAt: Timestamp(seconds: today.number * 86_400),
            checks: [Check(id: "imports", title: "Imports")],
            rules: [Rule(id: "old", check: "imports", title: "Old", count: 9)])
        return LoadedSnapshot(
            id: SnapshotID(0), snapshot: Snapshot(header: header, findings: table),
            owner: isOwned ? { owners[String($0.prefix(1))] ?? "" } : nil,
            births: ages.map {
                FindingBirths($0.map { today.adding(days: -$0) }, today: today, isOlder: isOlder, returned: returned)
            })
    }

    private func listing(
        _ loaded: LoadedSnapshot, by grouping: Grouping = .symbol, sort: SortOrder = .count,
        isDescending: Bool = false, filter: String = ""
    ) throws -> Listing {
        let query = ListingQuery(
            snapshot: loaded.id, check: "imports", grouping: grouping, sort: sort, isDescending: isDescending,
            filter: filter)
        return try #require(ListingBuilder(query, current: loaded, baseline: nil, comparison: nil).build())
    }

    @Test func `findings are put together by the owners of their files`() throws {
        let groups = try listing(Self.loaded(), by: .owner, sort: .name).groups

        #expect(groups.map(\.name) == ["", "@api @web", "@core"])
        #expect(groups.map(\.count) == [3, 3, 3])
    }

    @Test func `groups are ordered by who owns them, and what nobody owns comes last`() throws {
        let groups = try listing(Self.loaded(), by: .file, sort: .owner).groups

        #expect(groups.map(\.name) == ["b/x.py", "a/x.py", "c/x.py"])
    }

    @Test func `findings are put together by how long they are there`() throws {
        let groups = try listing(Self.loaded(), by: .age, sort: .age).groups

        #expect(groups.map(\.name) == ["older than a year", "this year", "this quarter", "this month", "this week"])
        #expect(groups.map(\.count) == [1, 2, 2, 2, 2])
    }

    @Test func `groups are ordered by their oldest finding`() throws {
        let groups = try listing(Self.loaded(), by: .file, sort: .age).groups

        #expect(groups.map(\.name) == ["c/x.py", "b/x.py", "a/x.py"])
    }

    @Test(arguments: [
        ("owner:core", [0, 1, 2]), ("owner:@web", [3, 4, 5]), ("!owner:@", [6, 7, 8]), ("owner:/^@c/", [0, 1, 2]),
        ("owner:core path:b", []), ("!owner:core !owner:api", [6, 7, 8]), ("owner:core s1", [1]),
        ("age:>30d", [4, 5, 6, 7, 8]), ("age:30d", [3, 4, 5, 6, 7, 8]), ("age:<1w", [0, 1]), ("age:<=7", [0, 1, 2]),
        ("age:=6d", [1]), ("age:>1y", [8]), ("!age:>=1m", [0, 1, 2]), ("age:>30d owner:api", [4, 5]),
        ("age:>1w age:<1m", []), ("age:>6d age:<1m", [2]),
    ])
    func `owners and ages are asked for in the filter`(filter: String, rows: [Int32]) throws {
        let listing = try listing(Self.loaded(), filter: filter)

        #expect(listing.filterProblem == nil)
        #expect(listing.rows.sorted() == rows)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a filter agrees with looking at each finding`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<60 {
            let ages = (0..<9).map { _ in Int.random(in: 0...60, using: &random) }
            let limit = Int.random(in: 0...60, using: &random)
            let owner = ["core", "api", "nobody"].randomElement(using: &random) ?? ""
            let isNegated = Bool.random(using: &random)

            let listing = try listing(
                Self.loaded(ages: ages), filter: "\(isNegated ? "!" : "")owner:\(owner) age:>\(limit)d")

            let twin = (0..<9).filter { row in
                let text = Self.owners[["a", "b", "c"][row / 3]] ?? ""
                return text.contains(owner) != isNegated && ages[row] > limit
            }
            #expect(listing.rows.sorted() == twin.map { Int32($0) })
        }
    }

    @Test func `a filter that nothing is known about says so and filters nothing`() throws {
        let bare = Self.loaded(ages: nil, isOwned: false)

        let owner = try listing(bare, filter: "owner:core")
        let age = try listing(bare, filter: "age:>3d")
        let wrong = try listing(Self.loaded(), filter: "age:old")

        #expect(owner.filterProblem == "owner: needs a CODEOWNERS file in the project")
        #expect(age.filterProblem == "age: needs a history; 'paydown history backfill' makes one")
        #expect(wrong.filterProblem == "age:old is no age; write age:>30d, age:<2w, age:1y")
        #expect([owner, age, wrong].map(\.rows.count) == [9, 9, 9])
    }

    private static let bound = (0..<9).map { $0 > 6 }

    @Test func `what may be older is a group of its own, and no filter says that it is young`() throws {
        let loaded = Self.loaded(isOlder: Self.bound)

        let groups = try listing(loaded, by: .age, sort: .age).groups
        #expect(groups.first?.name == "older than the snapshots" && groups.first?.count == 2)
        #expect(try listing(loaded, filter: "age:>31d").rows.sorted() == [5, 6, 7, 8])
        #expect(try listing(loaded, filter: "age:<400d").rows.sorted() == [0, 1, 2, 3, 4, 5, 6])
    }

    @Test func `ordered by age the oldest finding stands first in its group, by returns what came back most`() throws {
        let day = Self.today
        let loaded = Self.loaded(returned: [
            1: FindingBirths.Returns(count: 1, last: day), 4: FindingBirths.Returns(count: 3, last: day),
            5: FindingBirths.Returns(count: 1, last: day),
        ])

        #expect(try listing(loaded, by: .rule, sort: .age).rows == [8, 7, 6, 5, 4, 3, 2, 1, 0])
        let returned = try listing(loaded, by: .file, sort: .returned, isDescending: true)
        #expect(returned.groups.map(\.name) == ["b/x.py", "a/x.py", "c/x.py"])
        #expect(returned.rows == [4, 5, 3, 1, 0, 2, 6, 7, 8])
    }

    /// The list of imports of one snapshot, wide enough for columns of facts.
    private func session(_ loaded: LoadedSnapshot) -> Session {
        var session = Session(Size(width: 200, height: 60))
        session.load = { _ in loaded }
        session.send(
            .found([Archive.Entry(id: loaded.id, name: "a", header: loaded.header, content: .header)]))
        session.press("1 l")
        return session
    }

    @Test func `a list has columns of ages and returns, and the reasons say when it came back last`() {
        let last = Self.today.adding(days: -18)
        let session = session(
            Self.loaded(isOlder: Self.bound, returned: [8: FindingBirths.Returns(count: 2, last: last)]))
        let screen = session.screen

        #expect(screen.contains("2x   366d+"))
        #expect(screen.contains(" 92d "))
        var selected = session
        selected.press("G")
        selected.rest()
        #expect(selected.screen.contains("since  Sat 29 Jun 2024 or earlier"))
        #expect(selected.screen.contains("returned 2 times, last 12 Jun"))
    }

    @Test func `what came back since the baseline is not called new`() {
        var session = Session.shop(Size(width: 200, height: 60))
        let births = FindingBirths(
            Fixture.findings.map { _ in Fixture.moment(day: 1).day }, today: Fixture.now.day,
            returned: [0: FindingBirths.Returns(count: 1, last: Fixture.now.day)])
        session.load = { [snapshots = session.snapshots] id in
            snapshots[id].map { LoadedSnapshot(id: id, snapshot: $0, births: id.rawValue == 1 ? births : nil) }
        }
        session.change { $0.archive.update(SnapshotID(1)) { $0.content = .header } }
        session.press("1 d")

        #expect(session.model.births(of: session.model.shown)?.returns(0)?.count == 1)
        #expect(session.screen.contains(" back "))
        #expect(!session.screen.contains(" new "))
    }

    @Test func `sorting by returns is offered where something has returned`() {
        var without = session(Self.loaded())
        var with = session(Self.loaded(returned: [8: FindingBirths.Returns(count: 2, last: Self.today)]))

        #expect(without.model.disabledReason(.sortReturned) == "no finding here ever returned")
        #expect(with.model.disabledReason(.sortReturned) == nil)
        with.press("s r")
        without.press("s r")
        #expect(with.model.checkState.sort == .returned && without.model.checkState.sort == .count)
        #expect(with.screen.contains("sorted by times returned"))
    }

    @Test func `without CODEOWNERS or a history the keys say why they do nothing`() {
        var session = Session.shop()
        session.press("1")

        for id in [ActionID.sortOwner, .groupOwner] {
            #expect(session.model.disabledReason(id) == "no CODEOWNERS file says who owns what")
        }
        for id in [ActionID.sortAge, .groupAge] {
            #expect(session.model.disabledReason(id) == "older snapshots are being read for it")
        }
        session.change { $0.pending.births = nil }
        for id in [ActionID.sortAge, .groupAge, .sortReturned] {
            #expect(session.model.disabledReason(id) == "ages come with the history: paydown history backfill")
        }
    }
}
