import PaydownTestSupport
import Testing

@testable import PaydownRules

/// The search that looks at 64 places together, and the one that does without, against a plain one.
struct WordSearchTests {
    @Test(arguments: 0..<60) func `both ways find the places that a plain search finds`(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let ignoresCase = seed % 2 == 1
        let letters = Array("abcxyz_(. \n".utf8) + [0xC3, 0xA9, 0x00]
        func bytes(_ count: Int) -> [UInt8] {
            (0..<count).map { _ in letters.randomElement(using: &random) ?? 0 }
        }
        let words = Array(
            Set(
                (0..<Int.random(in: 1...40, using: &random)).map { _ in
                    bytes(Int.random(in: 1...12, using: &random))
                }))
        var text = bytes(Int.random(in: 0...900, using: &random))
        // Whole words as well, up to both ends of the text.
        for word in words where word.count <= text.count {
            let places = [0, text.count - word.count, Int.random(in: 0...(text.count - word.count), using: &random)]
            let place = places.randomElement(using: &random) ?? 0
            let written =
                ignoresCase && Bool.random(using: &random) ? word.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 } : word
            text.replaceSubrange(place..<(place + word.count), with: written)
        }
        let folded = ignoresCase ? text.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 } : text
        let expected = words.map { word in
            folded.count < word.count
                ? []
                : (0...(folded.count - word.count)).filter { folded[$0..<($0 + word.count)].elementsEqual(word) }
        }

        for isAccelerated in GroupSets.areThere ? [true, false] : [false] {
            let search = LiteralSearch(words, ignoresCase: ignoresCase, isAccelerated: isAccelerated)
            var hits = LiteralSearch.Hits()
            text.withUnsafeBytes { search.find(in: SourceBytes($0), into: &hits) }
            for index in words.indices {
                #expect(hits[index].map(Int.init) == expected[index], "accelerated: \(isAccelerated)")
            }
        }
    }

    @Test func `a long text without any word is passed over`() {
        let search = LiteralSearch([Array("websocket_host".utf8)])
        let text = [UInt8](repeating: UInt8(ascii: "w"), count: 10_000)
        var hits = LiteralSearch.Hits()

        text.withUnsafeBytes { search.find(in: SourceBytes($0), into: &hits) }

        #expect(!hits.has(0))
    }
}
