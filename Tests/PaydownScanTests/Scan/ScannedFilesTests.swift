import PaydownTestSupport
import Testing

@testable import PaydownScan

@Suite("Scanned files")
struct ScannedFilesTests {
    @Test("what several threads have read is in the order of the listing, nothing lost and nothing twice")
    func all() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<200 {
            let count = random.below(60)
            let read = Self.read(Array(0..<count), &random)
            #expect(read.all(count).map(\.byteCount) == (0..<count).map { $0 * 10 })
        }
    }

    @Test("what was read stands in its place, and what was known stays")
    func recognised() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<200 {
            var lots: [RecognisedFiles] = []
            var wanted: [Int] = []
            var count = 0
            for _ in 0..<random.below(6) {
                var lot = RecognisedFiles()
                for _ in 0..<random.below(12) {
                    if random.below(3) == 0 {
                        lot.appendWanted(-1)
                        wanted.append(count)
                    } else {
                        lot.append(ScannedFile(.parsed, byteCount: count * 10, origin: .unchanged), count)
                    }
                    count += 1
                }
                lots.append(lot)
            }
            var all = RecognisedFiles()
            for lot in lots { all.append(lot) }
            let known = Set(0..<count).subtracting(wanted)

            #expect(all.wanted == wanted)
            #expect(all.numbers == (0..<count).map { known.contains($0) ? Int32($0) : -1 })
            #expect(all.byteCount == known.reduce(0) { $0 + $1 * 10 })
            let files = all.merged(with: Self.read(wanted, &random))
            #expect(files.map(\.byteCount) == (0..<count).map { $0 * 10 })
            #expect(files.map { $0.origin == .unchanged } == (0..<count).map { known.contains($0) })
        }
    }

    /// These files, each ten times its index long, as some threads have read them.
    private static func read(_ files: [Int], _ random: inout SeededRandom) -> ScannedFiles {
        var parts = [ScannedFiles.Part](repeating: ScannedFiles.Part(), count: 1 + random.below(5))
        for index in files {
            parts[random.below(parts.count)].append(ScannedFile(.parsed, byteCount: index * 10), index: index)
        }
        return ScannedFiles(parts)
    }
}
