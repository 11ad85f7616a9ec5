import PaydownCore
import PaydownScan
import PaydownTestSupport
import Testing

struct CommitScanTests {
    @Test func `a commit gives the snapshot that scanning a checkout of it gives`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try ScanFixture.fill(repository.write)
            try repository.link("app/link.py", to: "broken.py")
            try repository.write("app/part1/.gitignore", "module1.py\n")
            let commit = try repository.commit()

            let checkout = try Scan.run(ScanFixture.request(repository.path))
            let named = try Scan.run(ScanFixture.request(repository.path, source: .commit("main")))
            let byHash = try Scan.run(ScanFixture.request(repository.path, source: .commit(commit)))

            #expect(try ScanFixture.bytes(named) == ScanFixture.bytes(checkout))
            #expect(try ScanFixture.bytes(byHash) == ScanFixture.bytes(checkout))
            let revision = try #require(named.snapshot.header.revision)
            #expect(revision.commit == commit)
            #expect(revision.branch == "main")
            #expect(revision.author == "Ada")
            #expect(revision.subject == "state")
            #expect(!revision.isDirty)
        }
    }

    @Test func `an older commit is scanned as it was, and the work tree stays as it is`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", "import app.old\n")
            let first = try repository.commit("first")
            try repository.write("a.py", "import app.new\n")
            try repository.write("b.py", "")
            try repository.commit("second")
            try repository.write("b.py", "import app.old.b\n")

            let outcome = try Scan.run(ScanFixture.request(repository.path, source: .commit(first)))

            #expect(outcome.snapshot.header.coverage.files == 1)
            #expect(outcome.snapshot.findings.count == 1)
            #expect(outcome.snapshot.header.revision?.subject == "first")
            #expect(try repository.git("status", "--porcelain") == " M b.py\n")
        }
    }

    @Test func `a project below its repository's root is scanned alone, by the ignore files above it`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write(".gitignore", "skipped.py\n")
            for name in ["other.py", "api/a.py", "api/skipped.py", "api/sub/b.py"] {
                try repository.write(name, "import app.old\n")
            }
            try repository.commit()

            let root = repository.path + "/api"
            let checkout = try Scan.run(ScanFixture.request(root))
            let commit = try Scan.run(ScanFixture.request(root, source: .commit("HEAD")))

            #expect(checkout.snapshot.header.coverage.files == 2)
            #expect(checkout.snapshot.header.coverage.problems.map(\.path) == ["skipped.py"])
            #expect(try ScanFixture.bytes(commit) == ScanFixture.bytes(checkout))
        }
    }

    @Test func `a work tree that differs from its commit says so, and paydown's own folder is no difference`()
        async throws
    {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", "")
            try repository.commit()
            try repository.write(".paydown/snapshots/x.json", "{}")

            let clean = try Scan.run(ScanFixture.request(repository.path))
            try repository.write("new.py", "")
            let changed = try Scan.run(ScanFixture.request(repository.path))

            #expect(clean.snapshot.header.revision?.isDirty == false)
            #expect(changed.snapshot.header.revision?.isDirty == true)
        }
    }

    @Test(arguments: ["nope", "", "--all", "HEAD~5"])
    func `a name that is no commit is an error`(name: String) async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", "")
            try repository.commit()

            #expect(throws: ScanError.unknownRevision(name, folder: repository.path)) {
                try Scan.run(ScanFixture.request(repository.path, source: .commit(name)))
            }
        }
    }

    @Test func `a repository without a commit has a snapshot without one`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", "")

            let outcome = try Scan.run(ScanFixture.request(repository.path))

            #expect(outcome.snapshot.header.revision == nil)
            #expect(outcome.notes.isEmpty)
        }
    }

    @Test func `a folder without a repository has no commits to scan`() async throws {
        try await offPool {
            let tree = try TemporaryDirectory()

            #expect(throws: ScanError.notARepository(tree.path)) {
                try Scan.run(ScanFixture.request(tree.path, source: .commit("HEAD")))
            }
        }
    }

    @Test func `a second work tree keeps to the exclude file of its repository`() async throws {
        try await offPool {
            let repository = try GitRepository()
            let place = try TemporaryDirectory()
            try repository.write("a.py", "import app.old\n")
            try repository.commit()
            try repository.write(".git/info/exclude", "private.py\n")
            try repository.git("worktree", "add", "-q", "-b", "side", place.path + "/side")
            try place.write("side/private.py", "")

            let outcome = try Scan.run(ScanFixture.request(place.path + "/side"))

            let header = outcome.snapshot.header
            #expect(header.coverage.problems.map(\.message) == ["excluded by .git/info/exclude, line 1"])
            #expect(header.revision?.branch == "side")
            #expect(header.revision?.isDirty == false)
        }
    }
}
