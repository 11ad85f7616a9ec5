import PaydownCore
import PaydownHistory
import Testing

struct LivesTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `lives are those that whole snapshots and a plain list of the lost give`(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let made = MadeHistory(seed: seed, commits: 60)
        let ids = try folder.fill(made.commits)
        let naive = NaiveLives(made.commits)

        let store = try folder.store(.readOnly)
        for (number, entry) in try store.entries().enumerated() {
            #expect(entry.changes == naive.changes[number], "changes of \(number)")
            let identities = try #require(try store.identities(of: entry.id))
            #expect(identities.map(\.fingerprint) == naive.rows[number].map { naive.lives[$0].fingerprint })
            let returns = naive.rows[number].map { naive.lives[$0].returns.filter { $0 <= number } }
            #expect(identities.map(\.returns) == returns.map(\.count), "returns of \(number)")
            #expect(identities.map(\.lastReturn) == returns.map { $0.last.map { ids[$0] } })
            #expect(identities.map(\.born) == naive.rows[number].map { ids[naive.lives[$0].born] })
        }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `adding in any order gives the same lives`(seed: UInt64) throws {
        let made = MadeHistory(seed: 100 + seed, commits: 25)
        let ordered = try TemporaryFolder()
        try ordered.fill(made.commits)
        let mixed = try TemporaryFolder()
        let store = try mixed.store()
        for commit in made.commits.shuffled(by: seed) { _ = try commit.add(to: store) }
        try store.settle()

        #expect(try mixed.portrait() == ordered.portrait())
    }

    @Test func `a history that is filled from its end to its beginning is the same`() throws {
        let made = MadeHistory(seed: 9, commits: 30)
        let ordered = try TemporaryFolder()
        try ordered.fill(made.commits)
        let backwards = try TemporaryFolder()
        let store = try backwards.store()
        for commit in made.commits.reversed() { _ = try commit.add(to: store) }

        #expect(try !store.isSettled())
        try store.settle()
        #expect(try store.isSettled())
        #expect(try backwards.portrait() == ordered.portrait())
    }

    @Test func `what was filled in behind today waits to be worked out, and says so`() throws {
        let made = MadeHistory(seed: 10, commits: 6)
        let folder = try TemporaryFolder()
        let store = try folder.store()
        _ = try made.commits[5].add(to: store)
        for commit in made.commits[..<5] { _ = try commit.add(to: store) }

        #expect(try store.entries().map { $0.changes != nil } == [true, true, true, true, true, false])
        try store.settle()
        #expect(try store.entries().allSatisfy { $0.changes != nil })
    }

    @Test func `lives are known after more steps than are kept in one piece`() throws {
        let folder = try TemporaryFolder()
        let made = MadeHistory(seed: 11, commits: 600, findings: 12)
        try folder.fill(made.commits)
        let naive = NaiveLives(made.commits)

        let store = try folder.store(.readOnly)
        let entries = try store.entries()
        for number in [0, 254, 255, 256, 257, 511, 512, 599] {
            let identities = try #require(try store.identities(of: entries[number].id))
            #expect(identities.map(\.fingerprint) == naive.rows[number].map { naive.lives[$0].fingerprint })
        }
    }
}
