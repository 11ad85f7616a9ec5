import PaydownCore
import PaydownRules
import PaydownTestSupport
import Testing

@testable import PaydownScan

struct AttributionTests {
    /// A snapshot of a commit.
    private static func snapshot(_ repository: GitRepository, _ commit: String) throws -> Snapshot {
        try Scan.run(ScanFixture.request(repository.path, source: .commit(commit))).snapshot
    }

    /// Who made the new findings of a symbol, or ended those that are fixed.
    private static func answers(
        _ repository: GitRepository, from old: String, to new: String, symbol: String
    ) throws -> [Attribution.Answer] {
        let attribution = Attribution(try ScanFixture.request(repository.path))
        let (before, after) = (try snapshot(repository, old), try snapshot(repository, new))
        let diff = SnapshotDiff(old: before, new: after)
        let came = diff.newState.indices.filter {
            diff.newState[$0] == .new && after.findings[$0].symbol.hasPrefix(symbol)
        }
        let went = diff.oldState.indices.filter {
            diff.matchOfOld[$0] < 0 && before.findings[$0].symbol.hasPrefix(symbol)
        }
        return came.map { attribution.answer(Attribution.Question(new: $0, in: after, since: before)) }
            + went.map { attribution.answer(Attribution.Question(fixed: $0, in: before, by: after)) }
    }

    /// Subject, author and path of the one commit named.
    private static func culprit(
        _ repository: GitRepository, from old: String, to new: String = "main", symbol: String
    ) throws -> Attribution.Culprit? {
        let all = try answers(repository, from: old, to: new, symbol: symbol)
        guard all.count == 1, case .commit(let culprit) = all[0] else {
            Issue.record("\(all)")
            return nil
        }
        return culprit
    }

    /// Three lines of which the second is given, so that files stay alike when it changes.
    private static func text(_ line: String) -> String {
        (1...20).map { "import os.part\($0)\n" }.joined() + line + "\nimport sys\n"
    }

    @Test func `a finding that came is the work of the commit that wrote it, not of the last one on the file`()
        async throws
    {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", Self.text(""))
            try repository.commit("begin")
            for number in 1...5 {
                repository.author = "Author\(number)"
                let line = number < 3 ? "" : "import app.old.x"
                try repository.write("a.py", Self.text(line) + "import more\(number)\n")
                try repository.commit("step \(number)")
            }

            let culprit = try #require(try Self.culprit(repository, from: "main~5", symbol: "app.old.x"))

            #expect(culprit.commit.subject == "step 3")
            #expect(culprit.commit.author == "Author3")
            #expect(culprit.path == "a.py")
            #expect(culprit.isExact)
            #expect(culprit.text.hasPrefix("Author3 in " + culprit.commit.shortCommit + ", 2025-09-14: step 3"))
        }
    }

    @Test func `a finding that went is the work of the commit that took it away`() async throws {
        try await offPool {
            let repository = try GitRepository()
            for number in 0...5 {
                repository.author = "Author\(number)"
                try repository.write(
                    "a.py", Self.text(number < 4 ? "import app.old.x" : "import app.new") + "import m\(number)\n")
                try repository.commit("step \(number)")
            }

            let culprit = try #require(try Self.culprit(repository, from: "main~5", symbol: "app.old.x"))

            #expect(culprit.commit.subject == "step 4")
        }
    }

    @Test func `what came, went and came again came the last time`() async throws {
        try await offPool {
            let repository = try GitRepository()
            for (number, isThere) in [false, true, true, false, false, true, true].enumerated() {
                try repository.write("a.py", Self.text(isThere ? "import app.old.x" : "") + "import m\(number)\n")
                try repository.commit("step \(number)")
            }

            let culprit = try #require(try Self.culprit(repository, from: "main~6", symbol: "app.old.x"))

            #expect(culprit.commit.subject == "step 5")
            #expect(culprit.isExact)
        }
    }

    @Test func `a file is followed through its names, forwards and backwards`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", Self.text("import app.old.gone"))
            try repository.commit("begin")
            try repository.write("a.py", Self.text("import app.old.gone\nimport app.old.came"))
            try repository.commit("it comes")
            try repository.git("mv", "a.py", "b.py")
            try repository.commit("a is b")
            try repository.write("sub/x.py", "")
            try repository.git("mv", "b.py", "sub/c.py")
            try repository.commit("b is c")
            try repository.write("sub/c.py", Self.text("import app.old.came"))
            try repository.commit("it goes")
            try repository.write("sub/c.py", Self.text("import app.old.came") + "import more\n")
            try repository.commit("end")

            #expect(try Self.culprit(repository, from: "main~5", symbol: "app.old.came")?.commit.subject == "it comes")
            #expect(try Self.culprit(repository, from: "main~5", symbol: "app.old.gone")?.commit.subject == "it goes")
            #expect(try Self.culprit(repository, from: "main~5", symbol: "app.old.gone")?.path == "sub/c.py")
        }
    }

    @Test func `who deletes a file ends its findings`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", "import app.old.x\n")
            try repository.commit("begin")
            try repository.write("b.py", "")
            try repository.commit("other")
            try repository.remove("a.py")
            try repository.commit("a goes")
            try repository.write("b.py", "import os\n")
            try repository.commit("end")

            #expect(try Self.culprit(repository, from: "main~3", symbol: "app.old.x")?.commit.subject == "a goes")
        }
    }

    @Test func `in a merge it is the commit on the side that brought it`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", Self.text(""))
            try repository.write("b.py", "")
            try repository.commit("begin")
            try repository.git("checkout", "-q", "-b", "side")
            repository.author = "Ben"
            try repository.write("b.py", "import os\n")
            try repository.commit("side 1")
            try repository.write("a.py", Self.text("import app.old.x"))
            try repository.commit("side 2")
            try repository.write("b.py", "import os, sys\n")
            try repository.commit("side 3")
            try repository.git("checkout", "-q", "main")
            repository.author = "Ada"
            try repository.write("c.py", "")
            try repository.commit("main 1")
            try repository.git("merge", "-q", "--no-ff", "-m", "merge", "side")

            let culprit = try #require(try Self.culprit(repository, from: "main~2", symbol: "app.old.x"))

            #expect(culprit.commit.subject == "side 2")
            #expect(culprit.commit.author == "Ben")
            #expect(!culprit.isMerge)
        }
    }

    @Test func `a merge that neither side agrees with did it itself`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", "")
            try repository.commit("begin")
            try repository.git("checkout", "-q", "-b", "side")
            try repository.write("b.py", "")
            try repository.commit("side")
            try repository.git("checkout", "-q", "main")
            try repository.write("c.py", "")
            try repository.commit("main")
            try repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
            try repository.write("a.py", "import app.old.x\n")
            try repository.commit("an evil merge")

            let culprit = try #require(try Self.culprit(repository, from: "main~2", symbol: "app.old.x"))

            #expect(culprit.commit.subject == "an evil merge")
            #expect(culprit.isMerge)
        }
    }

    @Test func `versions that do not parse are passed over, and named when they may be the one`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", Self.text(""))
            try repository.commit("begin")
            try repository.write("a.py", Self.text("import app.old.x") + "def f(:\n")
            try repository.commit("broken 1")
            try repository.write("a.py", Self.text("import app.old.x") + "def g(:\n")
            try repository.commit("broken 2")
            try repository.write("a.py", Self.text("import app.old.x"))
            try repository.commit("mended")

            let culprit = try #require(try Self.culprit(repository, from: "main~3", symbol: "app.old.x"))

            #expect(culprit.commit.subject == "mended")
            #expect(culprit.others.map(\.subject) == ["broken 1", "broken 2"])
            #expect(culprit.text.contains("or one of 2 before it"))
        }
    }

    @Test func `a finding that other files decide is looked for in whole commits`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", "class Service: pass\n")
            try repository.commit("begin")
            try repository.write("other.py", "")
            try repository.commit("step 1")
            try repository.write("b.py", "class Service: pass\n")
            try repository.commit("the second service")
            try repository.write("other.py", "import os\n")
            try repository.commit("step 3")

            let all = try Self.answers(repository, from: "main~3", to: "main", symbol: "Service")

            #expect(!all.isEmpty)
            for answer in all {
                guard case .commit(let culprit) = answer else {
                    Issue.record("\(answer)")
                    continue
                }
                #expect(culprit.commit.subject == "the second service")
            }
        }
    }

    @Test func `what is not committed has no commit`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", "")
            try repository.commit("begin")
            try repository.write("b.py", "")
            try repository.commit("more")
            try repository.write("a.py", "import app.old.x\n")
            let before = try Self.snapshot(repository, "main~1")
            let after = try Scan.run(ScanFixture.request(repository.path)).snapshot
            let attribution = Attribution(try ScanFixture.request(repository.path))

            #expect(
                attribution.answer(Attribution.Question(new: 0, in: after, since: before)) == .unknown(.uncommitted))
            let same = try Self.snapshot(repository, "main")
            #expect(attribution.answer(Attribution.Question(new: 0, in: after, since: same)) == .unknown(.sameCommit))
        }
    }

    @Test func `a shallow clone says which commit it lacks, and a folder without a repository that it is none`()
        async throws
    {
        try await offPool {
            let repository = try GitRepository()
            for number in 0...3 {
                try repository.write("a.py", number < 2 ? "" : "import app.old.x\n")
                try repository.write("b.py", "import m\(number)\n")
                try repository.commit("step \(number)")
            }
            let (before, after) = (try Self.snapshot(repository, "main~3"), try Self.snapshot(repository, "main"))
            let question = Attribution.Question(new: 0, in: after, since: before)
            let clone = try GitRepository(cloning: repository, "--depth", "2")
            let folder = try TemporaryDirectory()
            let commit = try #require(before.header.revision?.commit)

            let shallow = Attribution(try ScanFixture.request(clone.path)).answer(question)

            #expect(shallow == .unknown(.missingCommit(commit, isShallow: true)))
            #expect("\(Attribution.Reason.missingCommit(commit, isShallow: true))".contains("git fetch --unshallow"))
            #expect(Attribution(try ScanFixture.request(folder.path)).answer(question) == .unknown(.noRepository))
        }
    }

    /// What made the only finding of a commit, of all that led to it.
    private static func origin(
        _ repository: GitRepository, at commit: String = "main", progress: ScanProgress = ScanProgress()
    ) throws -> Attribution.Answer {
        let snapshot = try snapshot(repository, commit)
        #expect(snapshot.findings.count == 1)
        return Attribution(try ScanFixture.request(repository.path))
            .answer(Attribution.Question(origin: 0, in: snapshot), progress: progress)
    }

    @Test func `without an older snapshot all that led to a commit is asked, to the first commit`() async throws {
        try await offPool {
            let repository = try GitRepository()
            repository.author = "Ben"
            let first = try repository.writeAndCommit("a.py", Self.text("import app.old.x"), "begin")
            repository.author = "Ada"
            try repository.writeAndCommit("b.py", "import os\n", "other")
            try repository.git("mv", "a.py", "c.py")
            try repository.commit("a is c")

            guard case .commit(let culprit) = try Self.origin(repository) else {
                Issue.record("nobody is named")
                return
            }

            let told = try repository.git("log", "--diff-filter=A", "--format=%H %an", "--", "a.py")
            #expect("\(culprit.commit.commit) \(culprit.commit.author)\n" == told)
            #expect(culprit.commit.commit == first && culprit.path == "a.py")
        }
    }

    @Test func `what other files decide may have come with the first commit`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", "class Service: pass\n")
            try repository.write("b.py", "class Service: pass\n")
            try repository.commit("begin")
            try repository.writeAndCommit("c.py", "import os\n", "other")
            let snapshot = try Self.snapshot(repository, "main")
            let attribution = Attribution(try ScanFixture.request(repository.path))

            let answer = attribution.answer(Attribution.Question(origin: 0, in: snapshot))

            guard case .commit(let culprit) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(culprit.commit.subject == "begin")
        }
    }

    @Test func `where a shallow clone begins nobody is blamed`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.writeAndCommit("a.py", "import app.old.x\n", "begin")
            for number in 1...3 { try repository.writeAndCommit("b.py", "import m\(number)\n", "step \(number)") }
            let clone = try GitRepository(cloning: repository, "--depth", "2")

            #expect(try Self.origin(clone) == .unknown(.beforeShallow))
            try clone.git("fetch", "-q", "--unshallow")
            guard case .commit(let culprit) = try Self.origin(clone) else {
                Issue.record("nobody is named")
                return
            }
            #expect(culprit.commit.subject == "begin")
        }
    }

    @Test func `a question that is not wanted any more ends`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.writeAndCommit("a.py", "import app.old.x\n", "begin")
            let progress = ScanProgress()
            progress.cancel()

            #expect(try Self.origin(repository, progress: progress) == .unknown(.interrupted))
        }
    }

    @Test func `branches that parted are compared from where they parted`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("a.py", Self.text(""))
            try repository.commit("begin")
            try repository.git("checkout", "-q", "-b", "side")
            try repository.write("c.py", "")
            try repository.commit("side")
            try repository.git("checkout", "-q", "main")
            try repository.write("a.py", Self.text("import app.old.x"))
            try repository.commit("it comes")

            #expect(try Self.culprit(repository, from: "side", symbol: "app.old.x")?.commit.subject == "it comes")
        }
    }

    @Test func `a project below the repository's root is asked about by its own paths`() async throws {
        try await offPool {
            let repository = try GitRepository()
            try repository.write("api/a.py", "import os\n")
            try repository.commit("begin")
            try repository.write("api/a.py", "import app.old.x\n")
            try repository.commit("it comes")
            let root = repository.path + "/api"
            func snapshot(_ name: String) throws -> Snapshot {
                try Scan.run(ScanFixture.request(root, source: .commit(name))).snapshot
            }

            let answer = Attribution(try ScanFixture.request(root))
                .answer(Attribution.Question(new: 0, in: try snapshot("main"), since: try snapshot("main~1")))

            guard case .commit(let culprit) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(culprit.commit.subject == "it comes")
            #expect(culprit.path == "api/a.py")
        }
    }
}
