import PaydownCore
import PaydownHistory
import Testing

struct PruneTests {
    private let made = MadeHistory(seed: 51, commits: 30)

    private var moment: Timestamp { made.commits[20].snapshot.header.takenAt }

    @Test func `numbers, changes and lives stay when findings go`() throws {
        let folder = try TemporaryFolder()
        let ids = try folder.fill(made.commits)
        let before = try folder.store(.readOnly).entries()
        let identities = try ids.map { try folder.store(.readOnly).identities(of: $0) }
        let outcome = try folder.store().prune(before: moment)

        #expect((outcome.pruned, outcome.kept) == (20, 10))
        #expect(outcome.oldestKept == moment)
        let (store, entries) = try folder.examined()
        #expect(entries.map(\.header) == before.map(\.header))
        #expect(entries.map(\.changes) == before.map(\.changes))
        #expect(entries.map(\.hasFindings) == (0..<30).map { $0 >= 20 })
        #expect(try ids.map { try store.identities(of: $0) } == identities)
        for (number, commit) in made.commits.enumerated().dropFirst(20) {
            #expect(try store.snapshot(ids[number]) == commit.snapshot)
        }
    }

    @Test func `what was pruned says so, and comes back by no way`() throws {
        let folder = try TemporaryFolder()
        let ids = try folder.fill(made.commits)
        let store = try folder.store()
        _ = try store.prune(before: moment)

        let error = #expect(throws: HistoryError.self) { try store.snapshot(ids[3]) }
        #expect(error?.description.contains("were pruned") == true)
        // Its commit is known, so that nobody scans it again.
        #expect(try store.contains(commit: made.commits[3].commit, rules: "abc"))
        #expect(try made.commits[3].add(to: store).id == ids[3])
        var other = made.commits[3].snapshot
        other.header.tool.rules = "other"
        #expect(throws: HistoryError.self) { try store.add(other) }
    }

    @Test func `the history goes on behind what was pruned as if nothing had been`() throws {
        let whole = try TemporaryFolder()
        try whole.fill(made.commits)
        let folder = try TemporaryFolder()
        try folder.fill(Array(made.commits[..<25]))
        _ = try folder.store().prune(before: moment)
        try folder.fill(Array(made.commits[25...]))

        #expect(try folder.portrait() == whole.portrait())
    }

    @Test func `a dry run changes nothing, and the newest keeps its findings`() throws {
        let folder = try TemporaryFolder()
        let ids = try folder.fill(made.commits)
        let bytes = TemporaryFolder.read(folder.file)
        let far = Timestamp(seconds: moment.seconds + 1_000_000_000)
        let planned = try folder.store(.readOnly).prune(before: far, isDryRun: true)

        #expect(TemporaryFolder.read(folder.file) == bytes)
        #expect(planned.pruned == 29)
        let store = try folder.store()
        #expect(try store.prune(before: far) == planned)
        #expect(try store.snapshot(ids[29]) == made.commits[29].snapshot)
        #expect(try store.prune(before: far).pruned == 0)
    }

    @Test func `a history that was filled in any order can be pruned`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.store()
        for commit in made.commits.shuffled(by: 52) { _ = try commit.add(to: store) }
        _ = try store.prune(before: moment)

        let (pruned, entries) = try folder.examined()
        for (entry, commit) in zip(entries, made.commits).dropFirst(20) {
            #expect(try pruned.snapshot(entry.id) == commit.snapshot)
        }
    }
}
