import PaydownTestSupport
import Testing

@testable import PaydownScan

@Suite("Scanned files")
struct ScannedFilesTests {
    @Test("what several threads have read is in the order of the listing, nothing lost and nothing twice")
    func merging() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<200 {
            let count = random.below(60)
            var parts = [ScannedFiles](repeating: ScannedFiles(), count: 1 + random.below(5))
            for index in 0..<count {
                parts[random.below(parts.count)].append(ScannedFile(.parsed, byteCount: index * 10), index: index * 2)
            }
            let merged = ScannedFiles(merging: parts)
            #expect(merged.indices == (0..<count).map { $0 * 2 })
            #expect(merged.files.map(\.byteCount) == (0..<count).map { $0 * 10 })
        }
    }
}
