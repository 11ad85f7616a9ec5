import PaydownCore
import PaydownFormats
import PaydownHistory
import Testing

struct HistoryRoundTripTests {
    @Test func `a history that was just made is empty`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.store()

        #expect(try store.entries().isEmpty)
        #expect(try store.newest() == nil)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a snapshot comes back as it was added, byte for byte`(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let made = MadeHistory(seed: seed, commits: 40)
        let ids = try folder.fill(made.commits)

        // Another process would have nothing in memory.
        let store = try folder.store(.readOnly)
        for (id, commit) in zip(ids, made.commits).shuffled(by: seed) {
            let snapshot = try store.snapshot(id)
            #expect(snapshot == commit.snapshot)
            #expect(try SnapshotWriter.bytes(of: snapshot) == SnapshotWriter.bytes(of: commit.snapshot))
        }
        #expect(try store.entries().map(\.header) == made.commits.map(\.snapshot.header))
    }

    @Test func `the same commit, tool and rules are one snapshot, however often they are added`() throws {
        let folder = try TemporaryFolder()
        let made = MadeHistory(seed: 4, commits: 5)
        let ids = try folder.fill(made.commits)

        #expect(try folder.fill(made.commits) == ids)
        let store = try folder.store()
        #expect(try store.entries().map(\.id) == ids)
        #expect(try store.contains(commit: made.commits[2].commit, rules: "abc"))
        #expect(try !store.contains(commit: made.commits[2].commit, rules: "other"))
        #expect(try !store.contains(commit: "", rules: "abc"))
    }

    @Test func `what defines each rule comes back`() throws {
        let folder = try TemporaryFolder()
        var commit = MadeHistory(seed: 7, commits: 1).commits[0]
        for index in commit.snapshot.header.rules.indices {
            commit.snapshot.header.rules[index].digest = index == 1 ? "" : "digest \(index)"
        }
        let id = try folder.store().add(commit.snapshot).id

        let store = try folder.store(.readOnly)

        #expect(commit.snapshot.header.rules.contains { !$0.digest.isEmpty })
        #expect(try store.snapshot(id) == commit.snapshot)
        #expect(try store.entries().map(\.header) == [commit.snapshot.header])
    }

    @Test func `the same commit by other rules is another snapshot`() throws {
        let folder = try TemporaryFolder()
        var commit = MadeHistory(seed: 5, commits: 1).commits[0]
        let store = try folder.store()
        let first = try store.add(commit.snapshot)
        commit.snapshot.header.tool.rules = "other"

        #expect(try store.add(commit.snapshot).id != first.id)
        #expect(try store.entries().count == 2)
    }

    @Test
    func `a changed work tree is another snapshot at every moment, and at one moment when it says something else`()
        throws
    {
        let folder = try TemporaryFolder()
        let made = MadeHistory(seed: 6, commits: 3)
        var first = made.commits[0].snapshot
        var second = made.commits[1].snapshot
        first.header.revision?.isDirty = true
        second.header.revision = first.header.revision
        second.header.takenAt = first.header.takenAt
        let store = try folder.store()
        let ids = try [first, second, first, second].map { try store.add($0).id }

        #expect(ids[0] != ids[1])
        #expect([ids[2], ids[3]] == [ids[0], ids[1]])
        #expect(try store.snapshot(ids[1]) == second)
    }

    @Test func `rows in another order are told in that order`() throws {
        let folder = try TemporaryFolder()
        let commit = MadeHistory(seed: 7, commits: 1).commits[0]
        var other = commit.snapshot
        other.header.takenAt = Timestamp(seconds: other.header.takenAt.seconds + 60)
        other.header.revision = nil
        other.findings = FindingTable()
        for row in (0..<commit.snapshot.findings.count).reversed() {
            other.findings.append(commit.snapshot.findings[row])
        }
        let store = try folder.store()
        _ = try store.add(commit.snapshot)
        let id = try store.add(other).id

        #expect(try folder.store(.readOnly).snapshot(id) == other)
    }
}
