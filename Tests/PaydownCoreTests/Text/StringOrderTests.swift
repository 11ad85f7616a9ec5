import PaydownCore
import PaydownTestSupport
import Testing

/// Strings of a table put in order, against Swift's own comparison of bytes.
@Suite struct StringOrderTests {
    /// Texts that begin alike for longer than a word of eight bytes, end at its edges, and have zero bytes in them.
    private static func text(_ random: inout SeededRandom) -> String {
        let beginning = random.pick(["", "app/core/", "app/core/services/web", "é漢", "1234567", "12345678", "\u{0}"])
        let end = (0..<random.below(12)).map { _ in random.pick(["a", "b", "\u{0}", "é", "😀"]) }.joined()
        return beginning + end
    }

    @Test(arguments: 0..<20)
    func `strings are sorted as their bytes are`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var table = StringTable()
        let ids = (0..<random.below(400)).map { _ in table.intern(Self.text(&random)) }

        let sorted = table.sorted(ids).map { table[$0] }

        #expect(sorted == ids.map { table[$0] }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test(arguments: 0..<10)
    func `two strings are ordered as their bytes are`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var table = StringTable()
        let ids = (0..<60).map { _ in table.intern(Self.text(&random)) }

        for left in ids {
            for right in ids {
                let expected = table[left].utf8.lexicographicallyPrecedes(table[right].utf8)
                #expect(table.isOrdered(left, before: right) == expected, "\(table[left]) \(table[right])")
            }
        }
    }

    @Test func `nothing is sorted into nothing`() {
        #expect(StringTable().sorted([]).isEmpty)
        #expect(StringTable().sorted([.empty]) == [.empty])
    }
}
