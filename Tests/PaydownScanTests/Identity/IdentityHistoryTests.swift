import PaydownCore
import PaydownScan
import Testing

/// Findings along commits, branches and conflicts.
struct IdentityHistoryTests {
    private static let text = "import app.old.first\n\n\ndef run():\n    import app.old.second\n    return 1\n"

    private static func scan(_ repository: GitRepository, _ commit: String? = nil) throws -> Snapshot {
        try Scan.run(ScanFixture.request(repository.path, source: commit.map { .commit($0) } ?? .workTree)).snapshot
    }

    @Test func `a deleted file takes its findings with it: they are gone, not fixed`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("src/a.py", Self.text)
            try repository.write("src/b.py", Self.text.replacing("old", with: "old.b"))
            let first = try repository.commit("first")
            try repository.remove("src/a.py")
            try repository.write("src/b.py", "import app.old.b.first\n")
            let second = try repository.commit("second")

            let diff = try SnapshotDiff(
                old: Self.scan(repository, first), new: Self.scan(repository, second),
                files: GitFileMap.between(first, second, root: repository.path))

            #expect(diff.counts.gone == 2 && diff.counts.fixed == 1 && diff.counts.unchanged == 1)
            #expect(diff.counts.new == 0 && diff.counts.moved == 0)
        }
    }

    @Test func `a file in conflict counts once, and its findings are unseen until it is resolved`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("src/a.py", Self.text)
            try repository.commit("base")
            try repository.git("checkout", "-q", "-b", "side")
            try repository.write("src/a.py", Self.text.replacing("return 1", with: "return 2"))
            try repository.commit("side")
            try repository.git("checkout", "-q", "main")
            try repository.write("src/a.py", Self.text.replacing("return 1", with: "return 3"))
            try repository.commit("main")
            let before = try Self.scan(repository)
            #expect(throws: GitRepository.Failure.self) { try repository.git("merge", "-q", "side") }
            #expect(try repository.git("ls-files", "-u").split(separator: "\n").count == 3)

            let conflict = try Self.scan(repository)
            try repository.write("src/a.py", Self.text.replacing("return 1", with: "return 4"))
            let resolved = try Self.scan(repository)

            #expect(conflict.header.coverage.files == 1 && conflict.header.coverage.unparsed == 1)
            #expect(SnapshotDiff(old: before, new: conflict).counts.unseen == 2)
            #expect(SnapshotDiff(old: before, new: resolved).counts.unchanged == 2)
            let life = LifeTracer([before, conflict, resolved]).life(of: 0, in: 0)
            #expect(life.events.map(\.change) == [.born, .unseen, .seenAgain])
        }
    }

    @Test func `to switch to a branch and back leaves nothing new`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("src/a.py", Self.text)
            try repository.commit("main")
            let before = try Self.scan(repository)
            try repository.git("checkout", "-q", "-b", "side")
            try repository.write("src/a.py", "import app.old.first\nimport app.old.third\n")
            try repository.commit("side")
            let side = try Self.scan(repository)
            try repository.git("checkout", "-q", "main")
            let after = try Self.scan(repository)

            let there = SnapshotDiff(old: before, new: side)
            var back = SnapshotDiff(old: side, new: after)
            back.markReturned(back.returned(among: before.findings, new: after.findings).map(\.row))

            #expect(there.counts.fixed == 1 && there.counts.new == 1 && there.counts.unchanged == 1)
            #expect(back.counts.fixed == 1 && back.counts.returned == 1 && back.counts.new == 0)
            #expect(SnapshotDiff(old: before, new: after).counts.unchanged == 2)
        }
    }

    @Test func `what was fixed and comes back after thirty days is returned, with its first day`() async throws {
        try await offPool {
            let repository = try GitRepository()
            var commits: [String] = []
            let days = ["2025-09-01", "2025-09-02", "2025-10-02"]
            let texts = [Self.text, "def run():\n    import app.old.second\n    return 1\n", "\n" + Self.text]
            for (day, text) in zip(days, texts) {
                repository.moment = day + "T12:00:00+00:00"
                try repository.write("src/a.py", text)
                commits.append(try repository.commit(day))
            }
            let snapshots = try commits.map { try Self.scan(repository, $0) }

            let life = LifeTracer(snapshots).life(of: 0, in: 2)

            #expect(life.events.map(\.change) == [.born, .fixed, .returned])
            #expect(life.returns == 1)
            let born = snapshots[life.birth].header.takenAt.day
            #expect(born.iso == "2025-09-01")
            #expect(snapshots[2].header.takenAt.day.days(since: born) == 31)
        }
    }
}
