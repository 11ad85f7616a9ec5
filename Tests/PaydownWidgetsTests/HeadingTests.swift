import PaydownScreen
import PaydownWidgets
import Testing

struct HeadingTests {
    private func line(_ heading: Heading, width: Int, _ glyphs: GlyphSet = .unicode) -> String {
        var buffer = Buffer(size: Size(width: width, height: 1), glyphs: glyphs)
        heading.draw(on: &buffer)
        return buffer.lines[0]
    }

    @Test func `title at the left, fact at the right, a rule between them`() {
        #expect(line(Heading("1 IMPORTS", fact: "78 → 1"), width: 30) == "─ 1 IMPORTS ───────── 78 → 1 ─")
    }

    @Test func `the focused heading is heavier and bold`() {
        var buffer = Buffer(size: Size(width: 12, height: 1))
        Heading("PLAN", isFocused: true).draw(on: &buffer)
        #expect(buffer.lines == ["━ PLAN ━━━━━"])
        #expect(buffer[2, 0].ink.isBold)
    }

    @Test func `the detail stands beside the title`() {
        #expect(line(Heading("TREND", detail: "all checks"), width: 24, .ascii) == "- TREND  all checks ----")
    }

    @Test func `the fact goes first when there is no room, the title is cut last`() {
        #expect(line(Heading("GOLDEN PATH", fact: "36/42 → 42"), width: 20).contains("36") == false)
        for width in 0...40 {
            let text = line(Heading("GOLDEN PATH", detail: "detail", fact: "36/42 → 42"), width: max(1, width))
            #expect(DisplayWidth.of(text) == max(1, width))
        }
    }
}
