import Dispatch
import Glibc
import PaydownRules
import PaydownTestSupport
import Synchronization
import Testing

@testable import PaydownScan

struct ScanCacheTests {
    private let tree: TemporaryDirectory
    private let store: TemporaryDirectory
    private var cacheFile: String { store.path + "/cache" }

    init() throws {
        let tree = try TemporaryDirectory()
        try ScanFixture.fill { try tree.write($0, $1) }
        self.tree = tree
        store = try TemporaryDirectory()
    }

    private func scan(threads: Int = 2, isCached: Bool = true) throws -> ScanOutcome {
        try Scan.run(ScanFixture.request(tree.path, threads: threads, cacheFile: isCached ? cacheFile : nil))
    }

    @Test func `what is known is not scanned again, and the snapshot is the same`() throws {
        let plain = try scan(isCached: false)

        let first = try scan()
        let second = try scan(threads: 5)

        #expect(first.freshFiles == 62)
        #expect(second.freshFiles == 0)
        #expect(try ScanFixture.bytes(first) == ScanFixture.bytes(plain))
        #expect(try ScanFixture.bytes(second) == ScanFixture.bytes(plain))
    }

    @Test func `a scan that believes nothing reads every file, and leaves what the next one believes`() throws {
        _ = try scan()
        var request = try ScanFixture.request(tree.path, cacheFile: cacheFile)
        request.believesCache = false
        #expect(try Scan.run(request).freshFiles == 62)

        unlink(cacheFile)
        #expect(try Scan.run(request).freshFiles == 62)
        #expect(try scan().freshFiles == 0)
    }

    @Test(arguments: [false, true]) func `without the findings the numbers are the same`(isCached: Bool) throws {
        var request = try ScanFixture.request(tree.path, cacheFile: isCached ? cacheFile : nil)
        let whole = try Scan.run(request)
        request.listsFindings = false

        let outcome = try Scan.run(request)

        #expect(whole.snapshot.findings.count == 81)
        #expect(outcome.snapshot.findings.count == 0)
        #expect(outcome.snapshot.header == whole.snapshot.header)
        #expect(outcome.warnings == whole.warnings)
    }

    @Test func `a rescan scans what is new and what has changed`() throws {
        _ = try scan()
        try tree.write("app/part1/module1.py", "from app.old.changed import it\n")
        try tree.write("app/part1/added.py", "import app.old.added\n")
        unlink(tree.path + "/app/part0/module0.py")

        let again = try scan()

        #expect(again.freshFiles == 2)
        #expect(try ScanFixture.bytes(again) == ScanFixture.bytes(scan(isCached: false)))
    }

    @Test func `a change is found that leaves size and modification time as they were`() throws {
        try tree.write("app/same.py", "import app.old\n")
        _ = try scan()
        var before = stat()
        stat(tree.path + "/app/same.py", &before)
        try tree.write("app/same.py", "import app.new\n")
        var times = [before.st_atim, before.st_mtim]
        utimensat(AT_FDCWD, tree.path + "/app/same.py", &times, 0)

        #expect(try scan().freshFiles == 1)
    }

    @Test func `a file that was changed just before a scan is known by its content, an older one by its times`() throws
    {
        let files = ["app/broken.py", "app/latin.py"]
        let changed: Int64 = 1_000_000_000_000
        let scanned = files.map { path in
            var file = ScannedFile(.parsed, contribution: .init(path: path))
            file.mark = FileMark(size: 1, modified: changed, changed: changed, number: 1, hash: 1)
            return file
        }

        let key = ScanCache.Key(try ScanFixture.request(tree.path))
        let soon = ScanCache(scanned, scanStart: changed + 1_000_000_000, key: key)
        let later = ScanCache(scanned, scanStart: changed + 3_000_000_000, key: key)

        #expect(soon.file(0, path: files[0], status: scanned[0].mark) == nil)
        #expect(KnownFiles(soon, [0, 1], files).file(0, content: scanned[0].mark)?.origin == .sameContent)
        #expect(later.file(0, path: files[0], status: scanned[0].mark) != nil)
    }

    @Test func `other rules know nothing of what these rules have found`() throws {
        _ = try scan()
        let other = ScanFixture.rules.replacing("app.old", with: "app.ancient")

        let outcome = try Scan.run(ScanFixture.request(tree.path, rules: other, cacheFile: cacheFile))

        #expect(outcome.freshFiles == 62)
        #expect(outcome.snapshot.findings.count < (try scan().snapshot.findings.count))
    }

    @Test(arguments: [0, 1, 15, 16, 400, -1])
    func `a cache that is cut short is built anew`(length: Int) throws {
        let plain = try scan(isCached: false)
        _ = try scan()
        let bytes = try #require(FileBytes.read(cacheFile))
        truncate(cacheFile, length < 0 ? bytes.count - 1 : length)

        let outcome = try scan()

        #expect(outcome.freshFiles == 62)
        #expect(try ScanFixture.bytes(outcome) == ScanFixture.bytes(plain))
        #expect(try scan().freshFiles == 0)
    }

    @Test func `a cache with one wrong byte is no cache`() throws {
        _ = try scan()
        let bytes = try #require(FileBytes.read(cacheFile))
        let key = ScanCache.Key(try ScanFixture.request(tree.path))
        #expect(ScanCache(bytes, key: key) != nil)

        var random = SeededRandom(seed: 3)
        for _ in 0..<500 {
            var damaged = bytes
            damaged[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            #expect(ScanCache(damaged, key: key) == nil)
        }
    }

    @Test func `a cache whose checksum was made to fit cannot make a scan read beyond what is there`() throws {
        _ = try scan()
        let bytes = try #require(FileBytes.read(cacheFile))
        let request = try ScanFixture.request(tree.path)
        var random = SeededRandom(seed: 4)
        var accepted = 0
        for _ in 0..<300 {
            var forged = bytes
            forged[Int.random(in: 16..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            let checksum = forged[16...].withUnsafeBytes { ContentHash.of($0) }
            withUnsafeBytes(of: checksum.littleEndian) { forged.replaceSubrange(8..<16, with: $0) }

            guard let cache = ScanCache(forged, key: ScanCache.Key(request)) else { continue }
            accepted += 1
            let files = (0..<cache.count).map { cache.file($0, path: "app/\(1000 + $0).py") }
            _ = request.rules.finish(files.compactMap(\.contribution))
        }

        #expect(accepted > 0)
    }

    @Test func `scans at the same time do not harm each other`() throws {
        let plain = try ScanFixture.bytes(scan(isCached: false))
        let outcomes = Mutex<[String]>([])
        let (path, file) = (tree.path, cacheFile)

        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            // A failure leaves an outcome too few.
            guard let outcome = try? Scan.run(ScanFixture.request(path, cacheFile: file)),
                let bytes = try? ScanFixture.bytes(outcome)
            else { return }
            outcomes.withLock { $0.append(bytes) }
        }

        #expect(outcomes.withLock { $0 } == Array(repeating: plain, count: 8))
        #expect(try scan().freshFiles == 0)
        #expect(access(cacheFile, F_OK) == 0)
        rename(cacheFile, store.path + "/kept")
        unlink(store.path + "/kept")
        #expect(rmdir(store.path) == 0, "something is left beside the cache")
    }

    @Test func `a pipe in the cache's place is not waited for, and makes room for a cache`()
        throws
    {
        mkfifo(cacheFile, 0o600)

        let outcome = try scan()

        #expect(outcome.freshFiles == 62)
        #expect(outcome.notes.isEmpty)
        #expect(try scan().freshFiles == 0)
    }

    @Test(arguments: [1 << 36, 3 << 30, 90]) func `a file that does not say itself how large it is gets no memory`(
        size: Int
    ) throws {
        _ = try scan()
        let plain = try ScanFixture.bytes(scan(isCached: false))
        truncate(cacheFile, size)

        #expect(CacheStore(path: cacheFile).read() == nil)
        #expect(try ScanFixture.bytes(scan()) == plain)
    }

    @Test func `a cache that cannot be written is noted, and the snapshot is whole`() throws {
        let outcome = try Scan.run(ScanFixture.request(tree.path, cacheFile: "/nowhere/cache"))

        #expect(outcome.notes.count == 1)
        #expect(outcome.notes.first?.hasSuffix("the next scan reads again what this one had to") == true)
        #expect(try ScanFixture.bytes(outcome) == ScanFixture.bytes(scan(isCached: false)))
    }
}

extension ScanCache {
    /// Of bytes that could be anything.
    fileprivate init?(_ bytes: [UInt8], key: Key) {
        guard let whole = WholeCache(CacheMemory(count: bytes.count) { $0.copyBytes(from: bytes) }) else { return nil }
        self.init(whole, key: key)
    }
}
