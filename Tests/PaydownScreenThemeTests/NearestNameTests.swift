import PaydownScreen
import PaydownTestSupport
import Testing

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("mose", "mouse"), ("glpyhs", "glyphs"), ("Theme", "theme"), ("muted", "text.muted"), ("teext", "text"),
        ("selection.inactiv", "selection.inactive"), ("acent", "accent"),
    ])
    func `a slip of the finger is understood`(written: String, meant: String) {
        let known = ["theme", "mouse", "glyphs", "text", "text.muted", "selection", "selection.inactive", "accent"]

        #expect(NearestName.of(written, among: known) == meant)
    }

    @Test(arguments: ["zebra", "", "x", "qqqqqq"])
    func `a word like none of them is like none of them`(written: String) {
        #expect(NearestName.of(written, among: ["theme", "mouse", "glyphs", "good", "bad"]) == nil)
    }

    @Test func `of two that are equally near the first is taken`() {
        #expect(NearestName.of("bar", among: ["baz", "bat"]) == "baz")
        #expect(NearestName.of("bar", among: ["bat", "baz"]) == "bat")
    }

    @Test(arguments: 1...20)
    func `the distance is that of the plain recursion`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        func word() -> String {
            String((0..<Int.random(in: 0...6, using: &random)).map { _ in "abc".randomElement(using: &random) ?? "a" })
        }
        for _ in 0..<20 {
            let (left, right) = (word(), word())
            #expect(
                NearestName.distance(left, right) == plain(Array(left)[...], Array(right)[...]), "\(left) \(right)")
        }
    }

    /// Optimal string alignment by its definition, from the ends.
    private func plain(_ left: ArraySlice<Character>, _ right: ArraySlice<Character>) -> Int {
        guard let last = left.last else { return right.count }
        guard let other = right.last else { return left.count }
        var best = min(plain(left.dropLast(), right) + 1, plain(left, right.dropLast()) + 1)
        best = min(best, plain(left.dropLast(), right.dropLast()) + (last == other ? 0 : 1))
        if left.count > 1, right.count > 1, last == right[right.endIndex - 2], other == left[left.endIndex - 2] {
            best = min(best, plain(left.dropLast(2), right.dropLast(2)) + 1)
        }
        return best
    }
}
