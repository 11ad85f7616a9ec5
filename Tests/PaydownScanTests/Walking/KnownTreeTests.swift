import Glibc
import PaydownTestSupport
import Testing

@testable import PaydownScan

struct KnownTreeTests {
    private let tree: TemporaryDirectory
    private let key: ScanCache.Key

    init() throws {
        let tree = try TemporaryDirectory()
        for path in ["a.py", "app/b.py", "app/c.pyi", "app/deep/d.py", "app/deep/notes.txt", "tests/e.py"] {
            try tree.write(path, "")
        }
        try tree.write("app/.gitignore", "ignored.py\n")
        try tree.write("app/ignored.py", "")
        self.tree = tree
        key = ScanCache.Key(try ScanFixture.request(tree.path))
    }

    /// What a walk finds, how many folders it reads, and what it leaves for the next one.
    private func walk(
        _ earlier: ScanCache? = nil, settled: Int64 = .max
    ) throws -> (listing: SourceListing, readings: Int, learned: Int, cache: ScanCache) {
        let known = KnownTree(try WorkTree(tree.path), earlier: earlier?.folders, settled: settled)
        let listing = try ProjectWalker.list(known)
        let cache = ScanCache([], folders: known.records, scanStart: 0, key: key)
        return (listing, known.readings, known.learned, cache)
    }

    private static var isWatched: Bool {
        guard let tree = try? TemporaryDirectory(), let work = try? WorkTree(tree.path) else { return false }
        return work.timekeepingDevice != nil
    }

    @Test(.enabled(if: isWatched, "the file system is not known to keep times"))
    func `folders whose times are the same are not read again`() throws {
        let first = try walk()

        let second = try walk(first.cache)

        #expect(first.readings == 4)
        #expect(first.learned == 4)
        #expect(second.readings == 0)
        #expect(second.learned == 0)
        #expect(second.listing == first.listing)
        #expect(first.listing.files == ["a.py", "app/b.py", "app/deep/d.py", "tests/e.py"])
    }

    @Test func `a folder that is new, and what is in it, is found`() throws {
        let first = try walk()
        try tree.write("app/between/f.py", "")

        let second = try walk(first.cache)

        #expect(second.listing.files == ["a.py", "app/b.py", "app/between/f.py", "app/deep/d.py", "tests/e.py"])
        #expect(try walk(second.cache).listing == second.listing)
    }

    @Test func `what an ignore file says now counts`() throws {
        let first = try walk()
        try tree.write("app/.gitignore", "b.py\n")

        let second = try walk(first.cache)

        #expect(second.listing.files == ["a.py", "app/deep/d.py", "app/ignored.py", "tests/e.py"])
    }

    @Test func `a folder that was changed just before is read again`() throws {
        let first = try walk(settled: 0)

        let second = try walk(first.cache, settled: 0)

        #expect(first.learned == 0)
        #expect(second.readings == 4)
        #expect(second.listing == first.listing)
    }

    @Test func `a folder with a link in it is read each time, for what the link leads to changes without it`() throws {
        symlink(tree.path + "/tests", tree.path + "/app/linked.py")
        let first = try walk()
        unlink(tree.path + "/tests/e.py")
        rmdir(tree.path + "/tests")

        let second = try walk(first.cache)

        #expect(first.listing.problems.contains { $0.path == "app/linked.py/" })
        #expect(second.listing.problems.contains { $0.path == "app/linked.py" })
    }

    @Test func `another folder in the place of one is read`() throws {
        let first = try walk()
        rename(tree.path + "/tests", tree.path + "/other")
        rename(tree.path + "/app/deep", tree.path + "/tests")
        rename(tree.path + "/other", tree.path + "/app/deep")

        let second = try walk(first.cache)

        #expect(second.listing.files == ["a.py", "app/b.py", "app/deep/e.py", "tests/d.py"])
    }

    @Test func `after changes of any kind a walk finds what a walk without memory finds`() throws {
        var random = SeededRandom(seed: 11)
        var cache = try walk().cache
        let folders = ["", "app/", "app/deep/", "tests/", "new/", "new/er/"]
        for _ in 0..<80 {
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let folder = folders.randomElement(using: &random) ?? ""
                let name = ["b.py", "d.py", "e.py", ".gitignore", "z.ipynb"].randomElement(using: &random) ?? ""
                let path = tree.path + "/" + folder + name
                switch Int.random(in: 0..<4, using: &random) {
                case 0: unlink(path)
                case 1: rename(path, tree.path + "/moved.py")
                case 2: rename(tree.path + "/" + folder, tree.path + "/renamed")
                default: try tree.write(String(path.dropFirst(tree.path.count + 1)), "d.py\n")
                }
            }

            var now = timespec()
            clock_gettime(CLOCK_REALTIME, &now)
            // A clock that files are dated with ticks every ten milliseconds at least.
            let settled = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec) - 20_000_000
            let known = try walk(cache, settled: settled)
            #expect(try known.listing == ProjectWalker.list(WorkTree(tree.path)))
            cache = known.cache
        }
    }

    @Test(arguments: ["", ".", "..", "../a.py", "a/b.py", "a\0.py"])
    func `a cache with a name that is none is no cache`(name: String) throws {
        var contents = FolderContents()
        contents.append(name.utf8, .file)
        var records = FolderRecords()
        records.append([], FileMark(), contents)

        let cache = ScanCache([], folders: records, scanStart: 0, key: key)

        let whole = try #require(WholeCache(cache.memory))
        #expect(ScanCache(whole, key: key) == nil)
    }
}
