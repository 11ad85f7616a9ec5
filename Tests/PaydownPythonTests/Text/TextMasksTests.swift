import CVector
import PaydownTestSupport
import Testing

@testable import PaydownPython

@Suite("Masks of a text")
struct TextMasksTests {
    private typealias Read = (
        UnsafePointer<UInt8>, UInt64, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt64>,
        UnsafeMutablePointer<UInt64>
    ) -> masks_seen

    private struct Masks: Equatable {
        var starts: [UInt64]
        var words: [UInt64]
        var lines: [UInt64]
        var isHigh: Bool
        var isOdd: Bool
    }

    /// What a form of the loop makes of a text.
    private func masks(of bytes: [UInt8], _ read: Read) -> Masks {
        let count = bytes.count / 64 + 1
        var (starts, words, lines) = (
            [UInt64](repeating: 1, count: count), [UInt64](repeating: 1, count: count),
            [UInt64](repeating: 1, count: count)
        )
        let padded = bytes + [UInt8](repeating: 0, count: SourceText.padding)
        let seen = read(padded, UInt64(bytes.count), &starts, &words, &lines)
        return Masks(
            starts: starts, words: words, lines: lines, isHigh: seen.high != 0, isOdd: seen.odd != 0)
    }

    /// The same, byte by byte, and told by what the words mean.
    private func naive(_ bytes: [UInt8]) -> Masks {
        let count = bytes.count / 64 + 1
        var masks = Masks(
            starts: [UInt64](repeating: 0, count: count), words: [UInt64](repeating: 0, count: count),
            lines: [UInt64](repeating: 0, count: count), isHigh: false, isOdd: false)
        var wasInWord = false
        for index in 0..<count * 64 {
            let byte = index < bytes.count ? bytes[index] : 0
            let scalar = Unicode.Scalar(byte)
            let isInWord =
                byte >= 0x80 || scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            let bit = UInt64(1) << UInt64(index % 64)
            if isInWord { masks.words[index / 64] |= bit }
            if byte != 0x20, !(isInWord && wasInWord) { masks.starts[index / 64] |= bit }
            wasInWord = isInWord
            guard index < bytes.count else { continue }
            if byte == 0x0A { masks.lines[index / 64] |= bit }
            masks.isHigh = masks.isHigh || byte >= 0x80
            masks.isOdd = masks.isOdd || byte <= 0x0D && byte != 0x0A && byte != 0x09
        }
        return masks
    }

    @Test("every form of the loop sees what a look at each byte sees")
    func forms() {
        var random = SeededRandom(seed: 64)
        let alphabets = ["ab_9 \n", "x.y(z) = 1\n\t#'", "\n", "a \r\n", "ä€😀 b\n", "\u{0}\u{C}a~@[`{/:\u{7F} "].map {
            Array($0.utf8)
        }
        for round in 0..<3000 {
            let alphabet = alphabets[round % alphabets.count]
            let bytes = (0..<Int.random(in: 0...260, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0x20
            }
            let truth = naive(bytes)
            #expect(masks(of: bytes, masks_read_plain) == truth)
            #expect(masks(of: bytes, masks_read_vector) == truth)
            if masks_wide_is_there() != 0 { #expect(masks(of: bytes, masks_read_wide) == truth) }
        }
    }

    @Test("every byte is told apart", arguments: UInt8.min...UInt8.max)
    func bytes(byte: UInt8) {
        let text = [UInt8](repeating: byte, count: 130)
        let truth = naive(text)
        #expect(masks(of: text, masks_read_vector) == truth)
        if masks_wide_is_there() != 0 { #expect(masks(of: text, masks_read_wide) == truth) }
    }

    @Test("a window has the bits from any place on, and zeros behind the text")
    func windows() {
        var random = SeededRandom(seed: 57)
        let bytes = (0..<500).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
        var text = SourceText()
        text.load(bytes)
        let truth = naive(bytes)
        let words = TextMask(text.masks.words)
        for offset in 0...bytes.count {
            let window = words.window(offset)
            for index in 0..<TextMasks.window {
                let place = offset + index
                let isSet = place < truth.words.count * 64 && truth.words[place / 64] >> UInt64(place % 64) & 1 == 1
                #expect(window >> UInt64(index) & 1 == (isSet ? 1 : 0))
            }
        }
    }
}
