import Glibc
import PaydownTestSupport
import Testing

@testable import PaydownScan

@Suite("What a cache does not know")
struct CacheGapTests {
    private let tree: TemporaryDirectory
    private let store: TemporaryDirectory
    private var cacheFile: String { store.path + "/cache" }
    private static let count = 800

    init() throws {
        tree = try TemporaryDirectory()
        store = try TemporaryDirectory()
        for number in 0..<Self.count { try tree.write(Self.path(number), "from app.old import a\nx = \(number)\n") }
        _ = try scan()
    }

    private static func path(_ number: Int) -> String { "app/part\(number % 20)/module\(number).py" }

    private func scan(cached: Bool = true) throws -> ScanOutcome {
        try Scan.run(ScanFixture.request(tree.path, cacheFile: cached ? cacheFile : nil))
    }

    /// The number of the cache's file, another one each time that it is written.
    private var cacheNumber: ino_t {
        var status = stat()
        stat(cacheFile, &status)
        return status.st_ino
    }

    @Test("a scan after one change leaves the cache alone, and reads the file each time until it does not")
    func oneChange() throws {
        try settle()
        let before = cacheNumber
        try tree.write(Self.path(5), "from app.old import b\n")

        let after = try scan()
        #expect(after.freshFiles == 1)
        #expect(cacheNumber == before)
        #expect(try ScanFixture.bytes(after) == ScanFixture.bytes(scan(cached: false)))
        #expect(try scan().freshFiles == 1)

        for number in 0..<20 { try tree.write(Self.path(number), "from app.old import c\n") }
        let many = try scan()
        #expect(many.freshFiles == 20)
        #expect(cacheNumber != before)
        #expect(try ScanFixture.bytes(many) == ScanFixture.bytes(scan(cached: false)))
        #expect(try scan().freshFiles == 0)
    }

    @Test("files that are no more are forgotten once they are many")
    func vanished() throws {
        try settle()
        let before = cacheNumber
        unlink(tree.path + "/" + Self.path(7))
        let one = try scan()
        #expect(cacheNumber == before)
        #expect(try ScanFixture.bytes(one) == ScanFixture.bytes(scan(cached: false)))

        for number in 100..<250 { unlink(tree.path + "/" + Self.path(number)) }
        let many = try scan()
        #expect(cacheNumber != before)
        #expect(try ScanFixture.bytes(many) == ScanFixture.bytes(scan(cached: false)))
    }

    @Test(
        "writing is worth it from an eighth of the cache on",
        arguments: [
            (CacheGap(), false),
            (CacheGap(files: 1, bytes: 900), false),
            (CacheGap(files: 1, bytes: 50_000), true),
            (CacheGap(folders: 12), false),
            (CacheGap(folders: 13), true),
            (CacheGap(vanished: 125), false),
            (CacheGap(vanished: 126), true),
        ])
    func worth(gap: CacheGap, isWorth: Bool) {
        #expect(gap.isWorthWriting(size: 400_000, count: 1000) == isWorth)
    }

    @Test("whatever changes, a scan with a cache gives what one without gives")
    func changes() throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<25 {
            for _ in 0..<(1 + random.below(random.below(8) == 0 ? 200 : 12)) {
                let path = Self.path(random.below(Self.count))
                switch random.below(4) {
                case 0: unlink(tree.path + "/" + path)
                case 1: rename(tree.path + "/" + path, tree.path + "/app/part3/moved\(random.below(9)).py")
                case 2: try tree.write(path, "class S\(random.below(99)):\n    pass\nimport app.old\n")
                default: try tree.write("new\(random.below(5))/n\(random.below(30)).py", "def f(:\n")
                }
            }
            #expect(try ScanFixture.bytes(scan()) == ScanFixture.bytes(scan(cached: false)))
        }
    }

    /// Scans when files and folders can be known by their times; just after they were made they are not.
    private func settle() throws {
        sleep(3)
        _ = try scan()
    }
}
