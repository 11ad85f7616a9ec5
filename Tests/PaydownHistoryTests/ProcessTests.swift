import Glibc
import PaydownCore
import PaydownFormats
import PaydownTestSupport
import Testing

@testable import PaydownHistory

struct ProcessTests {
    private let made = MadeHistory(seed: 41, commits: 40, findings: 40)

    /// The snapshots as files, in the order of time.
    private func files(in folder: TemporaryFolder) throws -> [String] {
        try made.commits.enumerated().map { number, commit in
            let path = "\(folder.path)/\(number).json"
            try SnapshotWriter.write(commit.snapshot, to: path)
            return path
        }
    }

    @Test func `a writer that is killed again and again loses nothing that it has said to be kept`() throws {
        let folder = try TemporaryFolder()
        let files = try files(in: folder)
        var random = SeededRandom(seed: 42)
        var said: Set<String> = []
        var runs = 0
        while said.count < files.count {
            runs += 1
            // In any order, and each run only as far as it gets.
            let left = files.filter { !said.contains($0) }.shuffled(using: &random)
            let probe = try HistoryProbe([folder.file] + left)
            for _ in 0..<random.even(below: 4) {
                guard let line = probe.nextLine() else { break }
                said.insert(line)
            }
            usleep(UInt32(random.even(below: 6000)))
            probe.kill()
            said.formUnion(probe.rest())

            guard runs % 4 == 0 || said.count == files.count else { continue }
            let store = try folder.store()
            #expect(try store.examine().isEmpty)
            let kept = Set(try store.entries().compactMap { $0.header.revision?.commit })
            for path in said { #expect(kept.contains(try commit(of: path)), "\(path) is lost") }
        }
        let store = try folder.store()
        try store.settle()
        let reference = try TemporaryFolder()
        let other = try reference.store()
        for commit in made.commits { _ = try other.add(commit.snapshot) }
        #expect(try folder.portrait() == reference.portrait())
        #expect(runs > 5)
    }

    private func commit(of path: String) throws -> String {
        try SnapshotReader().readHeader(path).header.revision?.commit ?? ""
    }

    @Test func `two writers at once wait for each other, and both have their way`() throws {
        let folder = try TemporaryFolder()
        let files = try files(in: folder)
        let probes = try (0..<2).map { half in
            try HistoryProbe([folder.file] + files.enumerated().filter { $0.offset % 2 == half }.map(\.element))
        }

        let said = probes.flatMap { $0.rest() }
        #expect(said.sorted() == files.sorted())
        let store = try folder.store()
        try store.settle()
        #expect(try store.examine().isEmpty)
        #expect(try store.entries().map(\.header) == made.commits.map(\.snapshot.header))
    }

    @Test func `a writer that waits for too long says who is in the way`() throws {
        let folder = try TemporaryFolder()
        let first = try folder.store()
        let second = try HistoryStore.open(at: folder.file, access: .readWrite, patience: 0.05)
        try first.write { _, _ in
            let error = #expect(throws: HistoryError.self) { try second.add(made.commits[0].snapshot) }
            #expect(error == .busy(file: folder.file))
            #expect(error?.description.hasSuffix("another paydown is writing to it; try again when it is done") == true)
            // Readers are not in anybody's way.
            #expect((try? second.entries().count) == 0)
        }
        #expect(try second.add(made.commits[0].snapshot).header == made.commits[0].snapshot.header)
    }
}
