import CFaultyFiles
import PaydownCore
import PaydownHistory
import Testing

/// One operation on a file after the other fails: nothing that was said to be kept is lost, and what was not can be done again.
@Suite(.serialized)
struct FaultTests {
    static let mark = "faulty-files"

    @Test(arguments: [PAYDOWN_FAULT_ONCE, PAYDOWN_FAULT_FOR_GOOD, PAYDOWN_FAULT_TORN])
    func `whichever operation fails, what was kept stays kept`(fault: paydown_fault) throws {
        try #require(paydown_faulty_install(Self.mark) == 0)
        let made = MadeHistory(seed: 21, commits: 5, findings: 12)
        let before = try TemporaryFolder()
        try before.fill(Array(made.commits[..<2]))
        let reference = try TemporaryFolder()
        let order = try fillAll(made, reference.file)
        let lives = try reference.portrait()

        var number: Int64 = 0
        var failures = 0
        while true {
            number += 1
            let folder = try TemporaryFolder(marked: Self.mark)
            try before.copyHistory(to: folder)
            paydown_faulty_arm(number, Int32(fault.rawValue))
            let kept = attempt(made, folder.file)
            let isThrough = paydown_faulty_count() < number
            paydown_faulty_arm(0, 0)
            if isThrough { break }

            let (store, entries) = try folder.examined()
            for commit in made.commits[..<2] + kept.commits {
                let entry = try #require(
                    entries.first { $0.header.revision?.commit == commit.commit }, "lost at operation \(number)")
                #expect(try store.snapshot(entry.id) == commit.snapshot, "changed at operation \(number)")
            }
            if kept.error != nil { failures += 1 }
            // Whoever runs it again has all of it.
            guard number % 3 == Int64(fault.rawValue) else { continue }
            #expect(try fillAll(made, folder.file) == order)
            #expect(try folder.portrait() == lives, "other lives after operation \(number)")
        }
        #expect(failures > 10)
    }

    @Test func `a file that cannot be made is an error, and leaves nothing that cannot be opened`() throws {
        try #require(paydown_faulty_install(Self.mark) == 0)
        let made = MadeHistory(seed: 22, commits: 1)
        var number: Int64 = 0
        while true {
            number += 1
            let folder = try TemporaryFolder(marked: Self.mark)
            paydown_faulty_arm(number, Int32(PAYDOWN_FAULT_FOR_GOOD.rawValue))
            let kept = attempt(made, folder.file)
            let isThrough = paydown_faulty_count() < number
            paydown_faulty_arm(0, 0)
            if isThrough { break }

            let store = try folder.store()
            if kept.commits.isEmpty { _ = try store.add(made.commits[0].snapshot) }
            #expect(try store.entries().count == 1)
            #expect(try store.examine().isEmpty)
        }
        #expect(number > 5)
    }

    /// Adds what is missing: the end first, then the past; then works out what waits and prunes a little.
    private func attempt(
        _ made: MadeHistory, _ file: String
    ) -> (commits: [MadeHistory.Commit], error: (any Error)?) {
        var kept: [MadeHistory.Commit] = []
        do {
            let store = try HistoryStore.open(at: file, access: .readWrite)
            for commit in Self.order(made) {
                _ = try commit.add(to: store)
                kept.append(commit)
            }
            try store.settle()
            try store.close()
            return (kept, nil)
        } catch {
            return (kept, error)
        }
    }

    private func fillAll(_ made: MadeHistory, _ file: String) throws -> [String?] {
        let store = try HistoryStore.open(at: file, access: .readWrite)
        for commit in Self.order(made) { _ = try commit.add(to: store) }
        try store.settle()
        return try store.entries().map { $0.header.revision?.commit }
    }

    private static func order(_ made: MadeHistory) -> [MadeHistory.Commit] {
        guard made.commits.count > 4 else { return made.commits }
        return Array(made.commits[..<2] + made.commits[4...] + made.commits[2..<4])
    }
}
