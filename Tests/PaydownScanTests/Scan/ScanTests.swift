import Glibc
import PaydownCore
import PaydownScan
import PaydownTestSupport
import Testing

struct ScanTests {
    @Test func `the number of threads does not change a byte of the snapshot`() throws {
        let tree = try TemporaryDirectory()
        try ScanFixture.fill { try tree.write($0, $1) }

        let one = try Scan.run(ScanFixture.request(tree.path, threads: 1))

        #expect(one.snapshot.findings.count > 20)
        for threads in [2, 3, 8, 200] {
            let more = try Scan.run(ScanFixture.request(tree.path, threads: threads))
            #expect(try ScanFixture.bytes(more) == ScanFixture.bytes(one))
        }
    }

    @Test func `every file that is met is in one number, with its reason`() throws {
        let tree = try TemporaryDirectory()
        try ScanFixture.fill { try tree.write($0, $1) }
        try tree.write("app/huge.py", "")
        truncate(tree.path + "/app/huge.py", 16 << 20 | 1)
        mkfifo(tree.path + "/app/pipe.py", 0o600)

        let coverage = try Scan.run(ScanFixture.request(tree.path)).snapshot.header.coverage

        #expect(coverage.files == 64)
        #expect(coverage.parsed == 61)
        #expect(coverage.unparsed == 1)
        #expect(coverage.tooLarge == 1)
        #expect(coverage.unreadable == 1)
        #expect(coverage.notScanned == 1)
        #expect(coverage.excluded == 1)
        #expect(
            coverage.problems.map { "\($0.path):\($0.line): \($0.message)" } == [
                "app/broken.py:1: invalid syntax",
                "app/huge.py:0: larger than 16 MiB",
                "app/pipe.py:0: not a regular file",
                "generated/:0: excluded by .gitignore, line 1",
                "notes/plan.ipynb:0: a notebook: its cells are not scanned",
            ])
    }

    @Test func `a file of exactly the largest size is scanned`() throws {
        let tree = try TemporaryDirectory()
        try tree.write("edge.py", String(repeating: "#", count: 16 << 20))

        let coverage = try Scan.run(ScanFixture.request(tree.path)).snapshot.header.coverage

        #expect(coverage.parsed == 1)
        #expect(coverage.bytes == 16 << 20)
    }

    @Test func `a scan that is told to stop yields nothing`() throws {
        let tree = try TemporaryDirectory()
        try ScanFixture.fill { try tree.write($0, $1) }
        let progress = ScanProgress()
        progress.cancel()

        #expect(throws: ScanError.interrupted) {
            try Scan.run(ScanFixture.request(tree.path), progress: progress)
        }
    }

    @Test func `a folder that is not there is an error that says what to do`() throws {
        let error = ScanError.unreadableRoot("/nowhere/at/all", reason: "no such file or directory")

        #expect(throws: error) { try Scan.run(ScanFixture.request("/nowhere/at/all")) }
        #expect(error.description.hasSuffix("name a folder, or give --root"))
    }

    @Test func `progress ends at the number of files and their bytes`() throws {
        let tree = try TemporaryDirectory()
        try ScanFixture.fill { try tree.write($0, $1) }
        let progress = ScanProgress()

        let outcome = try Scan.run(ScanFixture.request(tree.path), progress: progress)

        let state = try #require(progress.state)
        #expect(state.total == 62)
        #expect(state.done == 62)
        #expect(state.bytes == outcome.snapshot.header.coverage.bytes)
    }
}
