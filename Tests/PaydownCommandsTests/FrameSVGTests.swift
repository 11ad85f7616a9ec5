import PaydownReport
import PaydownScreen
import Testing

/// Frames as pictures: what a viewer's fonts must not decide.
struct FrameSVGTests {
    private static let theme = Theme(name: "test", mode: .dark) { ink in
        ink.ground == .selection
            ? Style(foreground: .indexed(7), background: .rgb(red: 4, green: 5, blue: 6))
            : Style(foreground: .indexed(7), background: .terminalDefault)
    }

    private func picture(_ lines: [String], selected: Int? = nil) -> [Substring] {
        var buffer = Buffer(size: Size(width: 20, height: lines.count))
        for (y, line) in lines.enumerated() { buffer.write(line, x: 0, y: y) }
        if let selected { buffer.lay(.selection, under: Rect(x: 0, y: selected, width: 20, height: 1)) }
        return FrameSVG.text(buffer, Self.theme).split(separator: "\n")
    }

    /// The numbers of an attribute in all lines that have it.
    private func values(_ name: String, _ lines: [Substring]) -> [Double] {
        lines.compactMap { line in
            let parts = line.split(separator: " \(name)=\"", maxSplits: 1)
            return parts.count == 2 ? Double(parts[1].prefix { $0 != "\"" }) : nil
        }
    }

    @Test func `a bar is two rectangles, without a seam between its cells`() {
        let lines = picture(["ab ████░░░ cd"])
        let bars = lines.filter { $0.hasPrefix("<rect x") }
        #expect(values("width", bars) == [33.6, 25.2] && values("height", bars) == [16, 16])
        #expect(values("x", bars) == [37.2, 70.8])
        #expect(!lines.contains { $0.contains("█") || $0.contains("░") })
        #expect(lines.count { $0.hasPrefix("<text") } == 2)
    }

    @Test func `words that stand apart each stand on the grid`() {
        let texts = picture(["  name of it     12"]).filter { $0.hasPrefix("<text") }
        #expect(values("x", texts) == [28.8, 154.8])
        #expect(values("textLength", texts) == [84, 16.8])
    }

    @Test func `the columns of a sparkline stand on one line, each as high as its glyph says`() {
        let bars = picture(["▁▄█"]).filter { $0.hasPrefix("<rect x") }
        #expect(values("height", bars) == [2, 8, 16])
        #expect(zip(values("y", bars), values("height", bars)).allSatisfy { $0 + $1 == 30 })
    }

    @Test func `a rule is one line, and what divides columns goes through all rows`() {
        #expect(picture(["─────"]).count { $0.hasPrefix("<rect x") } == 1)
        let split = picture(["│", "│"]).filter { $0.hasPrefix("<rect x") }
        #expect(values("y", split) == [12, 30] && values("height", split) == [18, 18])
    }

    @Test func `grounds lie below all text, and a row has one however many inks it has`() {
        let lines = picture(["plain", "selected ✗ row", "more"], selected: 1)
        let grounds = lines.indices.filter { lines[$0].contains("#040506") }
        #expect(grounds.count == 1)
        #expect(values("width", grounds.map { lines[$0] }) == [168])
        let firstText = lines.firstIndex { $0.hasPrefix("<text") }
        #expect(grounds.allSatisfy { $0 < firstText ?? 0 })
    }
}
