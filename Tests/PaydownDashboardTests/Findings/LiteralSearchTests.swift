import PaydownTestSupport
import Testing

@testable import PaydownDashboard

/// Words looked for sixteen places at a time, against looking at each place.
struct LiteralSearchTests {
    private static func naive(_ word: [UInt8], in text: [UInt8], ignoresCase: Bool) -> Bool {
        let text = ignoresCase ? text.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 } : text
        guard word.count <= text.count else { return false }
        return (0...text.count - word.count).contains { Array(text[$0..<$0 + word.count]) == word }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a word is found where a plain search finds it`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        // Bytes that differ in the bit that tells capitals from small letters, letters or not.
        let letters: [UInt8] = [0x61, 0x41, 0x62, 0x5F, 0x7F, 0x2F, 0x0F, 0x5B, 0x7B, 0xC3, 0xE3, 0x00, 0x20]
        for _ in 0..<400 {
            func bytes(_ most: Int) -> [UInt8] {
                (0..<Int.random(in: 0...most, using: &random)).map { _ in letters.randomElement(using: &random) ?? 0 }
            }
            let ignoresCase = Bool.random(using: &random)
            var word = bytes(4)
            if ignoresCase { word.removeAll { (0x41...0x5A).contains($0) } }
            // Some are there for certain, at any place, the last included.
            var text = bytes(70)
            if Bool.random(using: &random) {
                text.insert(contentsOf: word, at: Int.random(in: 0...text.count, using: &random))
            }
            let search = LiteralSearch(word, ignoresCase: ignoresCase)
            let isFound = text.withUnsafeBufferPointer { search.isFound(in: $0) }
            #expect(isFound == Self.naive(word, in: text, ignoresCase: ignoresCase), "\(word) in \(text)")
        }
    }
}
