import PaydownTestSupport
import Testing

@testable import PaydownPython

@Suite("Lines of a text")
struct LineStartsTests {
    /// Where lines begin, byte by byte.
    private func naive(_ bytes: [UInt8]) -> [UInt32] {
        var starts: [UInt32] = [0]
        for (index, byte) in bytes.enumerated() {
            let isBeforeLineFeed = index + 1 < bytes.count && bytes[index + 1] == 0x0A
            if byte == 0x0A || byte == 0x0D && !isBeforeLineFeed { starts.append(UInt32(index + 1)) }
        }
        return starts
    }

    private func random(_ random: inout SeededRandom, from alphabet: [UInt8]) -> [UInt8] {
        (0..<Int.random(in: 0...300, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0x20 }
    }

    @Test("lines begin where a look at every byte finds them")
    func starts() {
        var random = SeededRandom(seed: 41)
        for alphabet in ["ab\n", "a\r\n", "\r\n", "a\t\u{C} \n", "äb\r\n😀"] {
            for _ in 0..<400 {
                let bytes = self.random(&random, from: Array(alphabet.utf8))
                var text = SourceText()
                text.load(bytes)
                let found = Array(text.lines.offsets)
                #expect(found == naive(bytes))
                #expect(text.isASCII == bytes.allSatisfy { $0 < 0x80 })
                #expect(text.hasCarriageReturn == bytes.contains(0x0D))
            }
        }
    }

    @Test("more lines than there was room for are all there, and a shorter text forgets them")
    func growth() {
        var text = SourceText()
        text.load([UInt8](repeating: 0x0A, count: 100_000))
        #expect(text.lines.offsets.count == 100_001)
        #expect(text.lines.offsets[99_999] == 99_999)
        text.load(Array("a\nb".utf8))
        #expect(text.lines.offsets.count == 2)
    }

    @Test("the first zero byte is told by its place")
    func zero() {
        var text = SourceText()
        text.load(Array("ab\n\t".utf8) + [0x20, 0, 0])
        #expect(text.lines.zero == 5)
        #expect(text.problem?.position == Position(line: 2, column: 3))
        text.load(Array("ab".utf8))
        #expect(text.lines.zero == nil)
    }

    @Test("places are told in any order as a look from the beginning tells them")
    func positions() {
        var random = SeededRandom(seed: 7)
        for alphabet in ["ab\n", "ä€😀 \n", "a\r\n"] {
            for _ in 0..<60 {
                let bytes = Array(
                    String(
                        (0..<Int.random(in: 1...400, using: &random)).compactMap { _ in
                            alphabet.randomElement(using: &random)
                        }
                    ).utf8)
                var text = SourceText()
                text.load(bytes)
                let finder = text.lineFinder()
                let starts = naive(bytes)
                for _ in 0..<80 {
                    let offset = Int.random(in: 0..<bytes.count, using: &random)
                    let line = (starts.lastIndex { Int($0) <= offset } ?? 0)
                    let before = bytes[Int(starts[line])..<offset].filter { $0 & 0xC0 != 0x80 }.count
                    #expect(
                        finder.position(of: text.base + offset)
                            == Position(line: UInt32(line + 1), column: UInt32(before + 1)))
                }
            }
        }
    }
}
