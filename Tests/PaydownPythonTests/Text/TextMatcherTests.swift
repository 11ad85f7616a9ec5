import PaydownPython
import Testing
import paydown_fuzz

struct TextMatcherTests {
    private func source(_ text: String) -> SourceText {
        var source = SourceText()
        source.load(Array(text.utf8))
        return source
    }

    @Test func `matches have their pattern, line and column`() {
        let marked = MarkedPython("a = 1\n  ①print(x)  # ②Print(\nexcept: ③print(y)\n")
        var source = SourceText()
        source.load(marked.bytes)
        let matches = TextMatcher([TextPattern("print("), TextPattern("PRINT(", ignoresCase: true)]).matches(in: source)
        #expect(matches.filter { $0.pattern == 0 }.map(\.position) == [marked.places[0], marked.places[2]])
        #expect(matches.filter { $0.pattern == 1 }.map(\.position) == marked.places)
    }

    @Test func `mentions follow Python's lower case for the two characters that become ASCII`() {
        let matcher = TextMatcher([
            TextPattern("websocket", ignoresCase: true), TextPattern("socket.io", ignoresCase: true),
        ])
        #expect(matcher.occurrences(in: source("x = 'WebSoc\u{212A}et'; é")) == [true, false])
        #expect(matcher.occurrences(in: source("WEBSOCKET SOCKET.IO")) == [true, true])
        let folded = matcher.matches(in: source("\u{212A}\u{130} webSoc\u{212A}et!"))
        #expect(folded.map(\.position.column) == [4])
    }

    @Test func `any set of patterns finds what a naive search finds`() {
        var random = SeededBytes(seed: 11)
        let letters = Array("abAB_(é\n".unicodeScalars)
        for round in 0..<60 {
            func word(_ length: Int) -> String {
                var text = String.UnicodeScalarView()
                for _ in 0..<length { text.append(letters[random.below(3 + round % 5)]) }
                return String(text)
            }
            let text = word(300)
            let patterns = (0..<1 + random.below(8)).map { _ in
                TextPattern(word(1 + random.below(12)), ignoresCase: random.below(2) == 0)
            }
            let matches = TextMatcher(patterns).matches(in: source(text))
            let found = matches.map { [$0.pattern, Int($0.span.start)] }
            #expect(found == naive(patterns, text))
            let occurrences = TextMatcher(patterns).occurrences(in: source(text))
            #expect(occurrences == patterns.indices.map { index in matches.contains { $0.pattern == index } })
        }
    }

    private func naive(_ patterns: [TextPattern], _ text: String) -> [[Int]] {
        func folded(_ byte: UInt8, _ ignoresCase: Bool) -> UInt8 {
            ignoresCase && (65...90).contains(byte) ? byte + 32 : byte
        }
        let bytes = Array(text.utf8)
        var found: [[Int]] = []
        for start in bytes.indices {
            for (index, pattern) in patterns.enumerated() {
                let wanted = pattern.text.utf8.map { folded($0, pattern.ignoresCase) }
                guard start + wanted.count <= bytes.count else { continue }
                let here = bytes[start..<start + wanted.count].map { folded($0, pattern.ignoresCase) }
                if here == wanted { found.append([index, start]) }
            }
        }
        return found
    }
}
