import PaydownCore
import PaydownFormats
import PaydownTestSupport
import Testing

@testable import PaydownScan

struct BackfillTests {
    @Test func `each commit comes to what scanning that commit gives, byte for byte`() async throws {
        try await offPool {
            let repository = try HistoryFixture.made()

            let kept = try Self.kept(HistoryFixture.request(repository))

            #expect(kept.count == 11)
            #expect(kept.map(\.snapshot.header.coverage.files).max() == 9)
            try Self.expectEqual(kept, repository)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a past of random changes gives what scanning each commit gives`(seed: UInt64) async throws {
        try await offPool {
            let repository = try HistoryFixture.random(seed: seed, commits: 25)

            let kept = try Self.kept(HistoryFixture.request(repository))

            #expect(kept.count == 25)
            try Self.expectEqual(kept, repository)
        }
    }

    @Test func `a project below its repository's root has a past of its own`() async throws {
        try await offPool {
            let repository = try HistoryFixture.made()

            let kept = try Self.kept(HistoryFixture.request(repository, below: "/app/sub"))

            #expect(kept.count == 4)
            try Self.expectEqual(kept, repository, below: "/app/sub")
        }
    }

    @Test func `every blob is scanned once, however many commits and runs there are`() async throws {
        try await offPool {
            let repository = try HistoryFixture.made()
            let place = try TemporaryDirectory()
            let request = try HistoryFixture.request(repository, blobFile: place.path + "/blobs")

            let first = try Backfill.run(request) { _ in }
            let second = try Backfill.run(request) { _ in }
            let third = try Backfill.run(request, isKnown: { _ in true }) { _ in }

            // One text stands at three paths, one at two.
            let texts = try Set(
                repository.git("rev-list", "--objects", "--all").split(separator: "\n")
                    .filter { $0.hasSuffix(".py") && !$0.contains("env/") }.map { $0.prefix(40) })
            #expect(first.scannedBlobs == texts.count - 3)
            #expect(first.knownBlobs == 0)
            #expect(second.scannedBlobs == 0)
            #expect(second.knownBlobs == first.scannedBlobs)
            #expect(second.kept == first.kept)
            #expect(third.kept == 0)
            #expect(third.known == 11)
        }
    }

    @Test func `what was stopped goes on where it stopped, and scans nothing again`() async throws {
        try await offPool {
            let repository = try HistoryFixture.made()
            let place = try TemporaryDirectory()
            let request = try HistoryFixture.request(repository, blobFile: place.path + "/blobs")
            let whole = try Self.kept(HistoryFixture.request(repository))
            let progress = BackfillProgress()
            var kept: [ScanOutcome] = []

            let first = try Backfill.run(request, progress: progress) { outcome in
                kept.append(outcome.outcome)
                if kept.count == 4 { progress.cancel() }
            }
            let stopped = kept.count
            let names = Set(kept.compactMap(\.snapshot.header.revision?.commit))
            let second = try Backfill.run(request, isKnown: { names.contains($0) }) { kept.append($0.outcome) }

            #expect(first.isInterrupted)
            #expect(first.kept == stopped)
            #expect(stopped < 11)
            #expect(!second.isInterrupted)
            #expect(second.known == stopped)
            #expect(second.scannedBlobs == 0)
            #expect(try kept.map(ScanFixture.bytes) == whole.map(ScanFixture.bytes))
        }
    }

    @Test func `the number of threads does not change a byte`() async throws {
        try await offPool {
            let repository = try HistoryFixture.made()
            var request = try HistoryFixture.request(repository)
            request.scan.threads = 1
            let one = try Self.kept(request)
            request.scan.threads = 7
            let seven = try Self.kept(request)

            #expect(try one.map(ScanFixture.bytes) == seven.map(ScanFixture.bytes))
        }
    }

    @Test func `a shallow clone says where it begins, and gives what it has`() async throws {
        try await offPool {
            let clone = try GitRepository(cloning: HistoryFixture.made(), "--depth", "3")

            let outcome = try Backfill.run(HistoryFixture.request(clone)) { _ in }

            #expect(outcome.kept == 3)
            #expect(outcome.notes.count == 1)
            #expect(outcome.notes.first?.hasPrefix("this clone is shallow: it begins with ") == true)
        }
    }

    @Test func `files that a partial clone lacks are unreadable, and nothing is fetched`() async throws {
        try await offPool {
            let origin = try HistoryFixture.made()
            try origin.git("config", "uploadpack.allowFilter", "true")
            let clone = try GitRepository(cloning: origin, "--filter=blob:none")
            let before = try clone.git("count-objects", "-v")
            var unreadable: [Int] = []

            let outcome = try Backfill.run(HistoryFixture.request(clone)) { kept in
                unreadable.append(kept.snapshot.header.coverage.unreadable)
            }

            #expect(outcome.kept == 11)
            #expect(outcome.missingBlobs > 0)
            #expect(outcome.notes.contains { $0.contains("files of the past are not in this clone") })
            #expect(unreadable.contains { $0 > 0 })
            #expect(unreadable.last == 0)
            #expect(try clone.git("count-objects", "-v") == before)
        }
    }

    @Test func `commits whose trees a clone lacks are left out, and said`() async throws {
        try await offPool {
            let origin = try HistoryFixture.made()
            try origin.git("config", "uploadpack.allowFilter", "true")
            let clone = try GitRepository(cloning: origin, "--filter=tree:0")

            let outcome = try Backfill.run(HistoryFixture.request(clone)) { _ in }

            #expect(outcome.kept == 1)
            #expect(outcome.skipped == 10)
            #expect(outcome.notes.contains { $0.contains("does not have their trees") })
        }
    }

    @Test func `each commit names the chosen one before it, with the files that have another name`() async throws {
        try await offPool {
            let repository = try HistoryFixture.made()
            var kept: [BackfilledCommit] = []

            _ = try Backfill.run(HistoryFixture.request(repository, pace: .count(3))) { kept.append($0) }

            let commits = kept.map { $0.snapshot.header.revision?.commit }
            #expect(kept.map(\.parent) == [nil] + commits.dropLast())
            #expect(
                kept.map(\.files.renames) == [
                    [:], [:], ["app/c.py": "app/renamed.py"], [:], ["app/twin.py": "app/a.py"],
                ])
            #expect(kept[2].files.existing == ["app/b.py", "app/a.py", "app/renamed.py", "app/side.py", "app/twin.py"])
            #expect(
                try GitRenames.between("HEAD~8", new: "main", root: repository.path + "/app") == ["c.py": "renamed.py"])
        }
    }

    @Test func `what lies between is known: commits already there are parents, too`() async throws {
        try await offPool {
            let repository = try HistoryFixture.made()
            var all: [BackfilledCommit] = []
            _ = try Backfill.run(HistoryFixture.request(repository)) { all.append($0) }
            let known = Set(
                stride(from: 0, to: all.count, by: 2).compactMap { all[$0].snapshot.header.revision?.commit })
            var rest: [BackfilledCommit] = []

            _ = try Backfill.run(HistoryFixture.request(repository), isKnown: { known.contains($0) }) {
                rest.append($0)
            }

            #expect(rest.count == all.count / 2)
            for (index, one) in rest.enumerated() {
                #expect(one.parent == all[2 * index].snapshot.header.revision?.commit)
                #expect(one.files == all[2 * index + 1].files)
            }
        }
    }

    @Test func `a folder without a repository has no past`() async throws {
        try await offPool {
            let tree = try TemporaryDirectory()

            #expect(throws: ScanError.notARepository(tree.path)) {
                try Backfill.run(BackfillRequest(scan: ScanFixture.request(tree.path))) { _ in }
            }
        }
    }

    static func kept(_ request: BackfillRequest) throws -> [ScanOutcome] {
        var kept: [ScanOutcome] = []
        _ = try Backfill.run(request) { kept.append($0.outcome) }
        return kept
    }

    private static func expectEqual(
        _ kept: [ScanOutcome], _ repository: GitRepository, below folder: String = ""
    ) throws {
        for outcome in kept {
            let commit = try #require(outcome.snapshot.header.revision?.commit)
            var scanned = try Scan.run(ScanFixture.request(repository.path + folder, source: .commit(commit)))
            // A commit named by its hash is on no branch.
            scanned.snapshot.header.revision?.branch = "main"
            #expect(try ScanFixture.bytes(outcome) == ScanFixture.bytes(scanned))
            #expect(outcome.warnings == scanned.warnings)
        }
    }
}
