import PaydownScreen
import PaydownTestSupport
import Testing

/// Plain ASCII is written by a shorter way; it must come out as glyphs do.
struct PlainTextCutTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `a plain text is cut where the same text with accents is`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let letters = (0..<Int.random(in: 0...14, using: &random)).map { _ in
                ["a", "b", "/", " "].randomElement(using: &random) ?? ""
            }
            let plain = letters.joined()
            // One cell each as before, but by the way of glyphs.
            let accented = plain.replacing("a", with: "á").replacing("b", with: "ḃ").replacing("/", with: "÷")
            let size = Size(width: Int.random(in: 1...12, using: &random), height: 1)
            let x = Int.random(in: -2...5, using: &random)
            let limit = Bool.random(using: &random) ? nil : Int.random(in: 0...12, using: &random)
            let truncation = [Buffer.Truncation.end, .middle, .none].randomElement(using: &random) ?? .end
            var first = Buffer(size: size)
            var second = Buffer(size: size)

            let used = first.write(plain, x: x, y: 0, limit: limit, truncation: truncation)
            let expected = second.write(accented, x: x, y: 0, limit: limit, truncation: truncation)

            let back = second.lines[0].replacing("á", with: "a").replacing("ḃ", with: "b").replacing("÷", with: "/")
            #expect(first.lines[0] == back, "\(plain), \(x), \(limit ?? -1), \(truncation)")
            #expect(used == expected)
        }
    }

    @Test func `a mark behind the cut goes with its letter`() {
        var buffer = Buffer(size: Size(width: 3, height: 1))
        buffer.write("abe\u{301}", x: 0, y: 0)
        #expect(buffer.lines == ["abe\u{301}"])
        buffer.reset(to: buffer.size, glyphs: .unicode)
        buffer.write("abe\u{301}d", x: 0, y: 0, truncation: .none)
        #expect(buffer.lines == ["abe\u{301}"])
    }
}
