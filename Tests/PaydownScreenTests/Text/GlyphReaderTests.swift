import PaydownScreen
import PaydownTestSupport
import Testing

@Suite struct GlyphReaderTests {
    private func glyphs(_ text: String) -> [String] {
        var reader = GlyphReader(text.unicodeScalars)
        var glyphs: [String] = []
        while let glyph = reader.next() {
            var scalars = String.UnicodeScalarView([glyph.base])
            scalars.append(contentsOf: glyph.marks)
            glyphs.append(String(scalars))
        }
        return glyphs
    }

    @Test(arguments: [
        ("plain", ["p", "l", "a", "i", "n"]),
        ("e\u{301}x", ["e\u{301}", "x"]),
        ("漢字", ["漢", "字"]),
        // A sequence with joiners is its first scalar.
        ("👩\u{200D}💻x", ["👩", "x"]),
        ("👨\u{200D}👩\u{200D}👧!", ["👨", "!"]),
        ("👍🏽x", ["👍", "x"]),
        ("🇩🇪", ["D", "E"]),
        ("❤\u{FE0F}x", ["❤", "x"]),
    ])
    func `a text falls into the glyphs that cells hold`(text: String, expected: [String]) {
        #expect(glyphs(text) == expected)
    }

    @Test(arguments: [
        "\u{1B}[31m", "\0", "\r", "\n", "\u{7F}", "\u{9B}31m", "\u{85}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}",
        "\u{AD}", "\u{2028}", "\u{3164}", "\u{E0041}", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{10FFFF}", "\u{FFF9}",
    ])
    func `what could move or hide text is shown as a question mark`(hostile: String) {
        let first = glyphs(hostile + "x").first
        #expect(first == "?")
    }

    @Test(arguments: 0..<200)
    func `any text comes out as glyphs of one or two cells with nothing to obey`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var text = String.UnicodeScalarView()
        for _ in 0..<80 {
            let ranges: [ClosedRange<UInt32>] = [
                0...0xFF, 0x300...0x36F, 0x1100...0x11FF, 0x2000...0x206F, 0xFE00...0xFE0F, 0x1F1E6...0x1F3FF,
                0x4E00...0x4E20, 0xE0000...0xE01EF, 0...0xD7FF, 0xE000...0x10FFFF,
            ]
            let range = ranges.randomElement(using: &random) ?? 0...0x7F
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.append(scalar) }
        }
        var reader = GlyphReader(text)
        var width = 0
        while let glyph = reader.next() {
            #expect(glyph.width == DisplayWidth.of(glyph.base) && (1...2).contains(glyph.width))
            #expect(glyph.marks.count <= 4 && glyph.marks.allSatisfy { DisplayWidth.of($0) == 0 })
            width += glyph.width
        }
        #expect(DisplayWidth.of(String(text)) == width)
    }
}
