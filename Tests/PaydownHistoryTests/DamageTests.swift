import PaydownCore
import PaydownHistory
import PaydownTestSupport
import Testing

struct DamageTests {
    @Test func `an older schema is brought up to date, and all that was in it is there`() throws {
        let made = MadeHistory(seed: 31, commits: 6)
        let folder = try TemporaryFolder()
        try folder.write("history.db", try #require(TemporaryFolder.read(Self.fixture)))

        // Who only reads leaves it as it is.
        #expect(try folder.store(.readOnly).snapshot(SnapshotEntry.ID(1)) == made.commits[0].snapshot)
        let store = try folder.store()
        #expect(try store.entries().map(\.header) == made.commits.map(\.snapshot.header))
        let identities = try store.identities(of: SnapshotEntry.ID(6))
        #expect(identities?.count == made.commits[5].snapshot.findings.count)
        #expect(try !store.hasImported)
        #expect(try store.examine().isEmpty)
        var later = made.commits[5].snapshot
        later.header.tool.rules = "other"
        #expect(try folder.store().add(later, files: FileMap(existing: ["src/x.py"])).changes != nil)
    }

    /// Written when version 1 was the newest, from `MadeHistory(seed: 31, commits: 6)`.
    static let fixture =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        + "/Fixtures/version-1.db"

    @Test func `a newer schema is refused in a sentence, for reading too`() throws {
        let folder = try TemporaryFolder()
        try folder.store().close()
        var bytes = try #require(TemporaryFolder.read(folder.file))
        // The file's user version stands at byte 60, big-endian.
        bytes[63] = 99
        try folder.write("history.db", bytes)

        for access in [HistoryStore.Access.readOnly, .readWrite] {
            let error = #expect(throws: HistoryError.self) { try folder.store(access) }
            #expect(error?.description.contains("schema 99") == true)
        }
        #expect(TemporaryFolder.read(folder.file) == bytes)
    }

    @Test(arguments: ["{\"format\": \"paydown-snapshot\"}", String(repeating: "not a database. ", count: 500)])
    func `a file that is something else is left alone`(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("history.db", Array(text.utf8))

        let error = #expect(throws: HistoryError.self) { try folder.store() }
        #expect(error == .notAHistory(file: folder.file))
        #expect(TemporaryFolder.read(folder.file) == Array(text.utf8))
    }

    @Test func `what is not there is not made by who reads`() throws {
        let folder = try TemporaryFolder()

        #expect(throws: HistoryError.noHistory(file: folder.file)) { try folder.store(.readOnly) }
        #expect(TemporaryFolder.read(folder.file) == nil)
        let error = #expect(throws: HistoryError.self) { try HistoryStore.open(at: folder.path, access: .readWrite) }
        #expect(error?.description.contains("it is a folder") == true)
    }

    @Test func `whichever page is damaged, what can be read is saved, and the file as it was is kept`() throws {
        let made = MadeHistory(seed: 32, commits: 12)
        let whole = try TemporaryFolder()
        try whole.fill(made.commits)
        let bytes = try #require(TemporaryFolder.read(whole.file))
        let page = 2048
        var random = SeededRandom(seed: 33)
        var saved = 0
        for start in stride(from: page, to: bytes.count, by: page) {
            let folder = try TemporaryFolder()
            var damaged = bytes
            for index in start..<min(start + page, bytes.count) { damaged[index] = UInt8(random.even(below: 256)) }
            try folder.write("history.db", damaged)

            let outcome = try HistoryRepair.repair(folder.file)
            #expect(TemporaryFolder.read(outcome.aside) == damaged)
            let (store, entries) = try folder.examined()
            #expect(entries.count == outcome.saved)
            for entry in entries {
                let original = made.commits.first { $0.commit == entry.header.revision?.commit }
                #expect(try store.snapshot(entry.id) == original?.snapshot)
            }
            saved += outcome.saved
        }
        #expect(saved > 0)
    }

    @Test func `a damaged history is not repaired without being asked`() throws {
        let made = MadeHistory(seed: 34, commits: 6)
        let folder = try TemporaryFolder()
        try folder.fill(made.commits)
        var bytes = try #require(TemporaryFolder.read(folder.file))
        for index in 2048..<bytes.count { bytes[index] = 0xA5 }
        try folder.write("history.db", bytes)

        let error = #expect(throws: HistoryError.self) { try folder.store().entries() }
        #expect(error?.description.contains("'paydown history repair'") == true)
        #expect(TemporaryFolder.read(folder.file) == bytes)
    }
}
