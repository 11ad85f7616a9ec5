import PaydownCore
import PaydownHistory
import Testing

struct TimelineTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func snapshot(_ name: String, at hour: Int, isDirty: Bool = false, taken: Int = 100) -> Snapshot {
        var header = MadeHistory.header(0, [])
        header.revision = Revision(
            commit: name, branch: "main", committedAt: Timestamp(seconds: hour * 3600), isDirty: isDirty)
        header.takenAt = Timestamp(seconds: taken * 3600)
        return Snapshot(header: header)
    }

    private func names(_ store: HistoryStore) throws -> [String] {
        try store.entries().map {
            ($0.header.revision?.commit ?? "") + ($0.header.revision?.isDirty == true ? "+" : "")
        }
    }

    @Test func `commits stand where they were made, whenever they were scanned`() throws {
        let store = try folder.store()
        _ = try store.add(snapshot("bbbb", at: 2, taken: 50))
        _ = try store.add(snapshot("aaaa", at: 1, taken: 90))
        _ = try store.add(snapshot("cccc", at: 3, taken: 40))

        #expect(try names(store) == ["aaaa", "bbbb", "cccc"])
    }

    @Test func `scans of one second stand in the order in which they came`() throws {
        let store = try folder.store()
        for number in 0..<20 {
            var header = MadeHistory.header(0, [])
            header.takenAt = Timestamp(seconds: 3600)
            header.coverage.files = number
            header.revision = nil
            _ = try store.add(Snapshot(header: header))
        }

        #expect(try store.entries().map(\.header.coverage.files) == Array(0..<20))
        #expect(try store.newest()?.header.coverage.files == 19)
        #expect(try store.examine().isEmpty)
    }

    @Test(arguments: 0..<6)
    func `a child stands behind its parent, whatever their clocks say and whichever comes first`(order: Int) throws {
        let store = try folder.store()
        // The parent's clock is ahead; the grandchild's is the parent's.
        let all = [
            (snapshot("aaaa", at: 9), nil), (snapshot("bbbb", at: 2), "aaaa"), (snapshot("cccc", at: 9), "bbbb"),
        ]
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        for index in orders[order] { _ = try store.add(all[index].0, parent: all[index].1) }

        #expect(try names(store) == ["aaaa", "bbbb", "cccc"])
        try store.settle()
        #expect(try store.examine().isEmpty)
    }

    @Test func `a changed work tree stands behind its commit, and does not count as it`() throws {
        let store = try folder.store()
        _ = try store.add(snapshot("aaaa", at: 5, isDirty: true, taken: 5))
        #expect(try !store.contains(commit: "aaaa", rules: "abc"))
        _ = try store.add(snapshot("aaaa", at: 5))
        _ = try store.add(snapshot("bbbb", at: 6), parent: "aaaa")
        _ = try store.add(snapshot("aaaa", at: 5, isDirty: true, taken: 7))

        #expect(try names(store) == ["aaaa", "aaaa+", "bbbb", "aaaa+"])
        #expect(try store.entry(named: "aaaa").header.revision?.isDirty == false)
    }

    @Test func `snapshots are named by number, commit, day, or as the newest`() throws {
        let store = try folder.store()
        let first = try store.add(snapshot("abcd1234", at: 24)).id
        let second = try store.add(snapshot("abcd5678", at: 72)).id

        #expect(try store.entry(named: "\(first.rawValue)").id == first)
        #expect(try store.entry(named: "ABCD1").id == first)
        #expect(try store.entry(named: "1970-01-03").id == first)
        #expect(try store.entry(named: "1970-01-04").id == second)
        #expect(try store.entry(named: "newest").id == second)
        let several = #expect(throws: HistoryError.self) { try store.entry(named: "abcd") }
        #expect(several?.description.contains("abcd1234, abcd5678") == true)
        for name in ["1970-01-01", "zzzz", "77", "abc"] {
            let none = #expect(throws: HistoryError.self) { try store.entry(named: name) }
            #expect(none?.description.contains("'paydown history list' shows the 2 there are") == true)
        }
    }
}
