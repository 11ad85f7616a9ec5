import PaydownScreen
import PaydownTestSupport
import Testing

@Suite struct BufferTests {
    private func line(_ text: String, width: Int, _ truncation: Buffer.Truncation = .end, x: Int = 0) -> String {
        var buffer = Buffer(size: Size(width: width, height: 1))
        buffer.fill(buffer.bounds, ".")
        buffer.write(text, x: x, y: 0, truncation: truncation)
        return buffer.lines[0]
    }

    @Test(arguments: 0..<300)
    func `random drawing in nested areas is what the naive twin draws`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let size = Size(width: Int.random(in: 1...24, using: &random), height: Int.random(in: 1...8, using: &random))
        var buffer = Buffer(size: size)
        var twin = NaiveGrid(size: size)
        for _ in 0..<30 {
            let areas = [Self.rect(&random), Self.rect(&random)].prefix(Int.random(in: 0...2, using: &random))
            draw(areas, [Rect(size)], &buffer, &twin, &random)
        }
        #expect(twin.difference(from: buffer) == nil)
    }

    private func draw(
        _ inner: ArraySlice<Rect>, _ areas: [Rect], _ buffer: inout Buffer, _ twin: inout NaiveGrid,
        _ random: inout SeededRandom
    ) {
        if let next = inner.first, let outer = areas.last {
            let absolute = Rect(x: outer.x + next.x, y: outer.y + next.y, width: next.width, height: next.height)
            var (copy, seed) = (twin, random)
            buffer.within(next) { draw(inner.dropFirst(), areas + [absolute], &$0, &copy, &seed) }
            (twin, random) = (copy, seed)
            return
        }
        let texts = ["plain", "漢字かな", "e\u{301}漢o\u{308}", "▌ x", "a\u{202E}b", "", "한", "🔥y"]
        let ink = Ink(Role.allCases[Int.random(in: 0..<28, using: &random)])
        let rect = Self.rect(&random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            buffer.fill(rect, "#", ink: ink)
            twin.fill(rect, "#", ink: ink, areas: areas)
        case 1:
            buffer.lay(.selection, under: rect)
            twin.lay(.selection, under: rect, areas: areas)
        default:
            let text = texts.randomElement(using: &random) ?? ""
            buffer.write(text, x: rect.x, y: rect.y, ink: ink, truncation: .none)
            twin.write(text, at: Point(x: rect.x, y: rect.y), ink: ink, areas: areas)
        }
    }

    private static func rect(_ random: inout SeededRandom) -> Rect {
        Rect(
            x: Int.random(in: -4...20, using: &random), y: Int.random(in: -2...8, using: &random),
            width: Int.random(in: 0...16, using: &random), height: Int.random(in: 0...6, using: &random))
    }

    @Test func `prose loses its end, paths their middle, and raw text what does not fit`() {
        #expect(line("a sentence that is long", width: 10) == "a sentenc…")
        #expect(line("src/deep/down/in/views.py", width: 14, .middle) == "src/…/views.py")
        #expect(line("0123456789abc", width: 10, .none) == "0123456789")
        #expect(line("fits", width: 4) == "fits")
        #expect(line("long", width: 1) == "…")
        #expect(line("漢字", width: 1) == "…")
    }

    @Test func `a wide glyph that is cut becomes a space`() {
        #expect(line("a漢字", width: 4, .none) == "a漢")
        #expect(line("a漢字", width: 4) == "a漢…")
        #expect(line("ab漢字", width: 4) == "ab …")
        #expect(line("漢字", width: 5, x: -1) == " 字..")
    }

    @Test(arguments: 1...30)
    func `a cut text takes exactly its room, however it is cut`(width: Int) {
        let text = "ein 漢字 path/ö/e\u{301}e\u{301}/漢漢漢漢/file.py"
        for truncation in [Buffer.Truncation.end, .middle, .none] {
            var buffer = Buffer(size: Size(width: 60, height: 1))
            buffer.fill(buffer.bounds, "~")
            let used = buffer.write(text, x: 3, y: 0, limit: width, truncation: truncation)
            #expect(used == min(width, DisplayWidth.of(text)))
            #expect(buffer[3 + used, 0].glyph == 0x7E && buffer[2, 0].glyph == 0x7E)
        }
    }

    @Test func `the middle form keeps the file's name`() {
        for width in 12...30 {
            #expect(line("some/very/deep/folder/of/things/views.py", width: width, .middle).hasSuffix("views.py"))
        }
    }

    @Test func `tabs go to the next multiple of four`() {
        #expect(line("a\tb\t\tc", width: 20, x: 0).hasPrefix("a   b       c"))
        #expect(line("漢\tb", width: 20).hasPrefix("漢  b"))
    }

    @Test func `writing over half of a wide glyph leaves a blank for the other half`() {
        var buffer = Buffer(size: Size(width: 4, height: 1))
        buffer.write("漢字", x: 0, y: 0)
        buffer.put("x", x: 1, y: 0)
        #expect(buffer.lines == [" x字"])
        buffer.put("y", x: 2, y: 0)
        #expect(buffer.lines == [" xy"])
    }

    @Test func `text that ends at a column ends there, cut at the left`() {
        var buffer = Buffer(size: Size(width: 8, height: 1))
        buffer.write("1234", endingAt: 6, y: 0)
        #expect(buffer.lines == ["  1234"])
        buffer.write("123456789", endingAt: 6, y: 0)
        #expect(buffer.lines == ["456789"])
    }

    @Test func `with ASCII signs no other sign is ever in a cell`() {
        var buffer = Buffer(size: Size(width: 12, height: 1), glyphs: .ascii)
        buffer.write("aé漢e\u{301}…─z", x: 0, y: 0)
        #expect(buffer.lines == ["a???e~?z"])
        #expect(buffer.cells.allSatisfy { (0x20...0x7E).contains($0.glyph) })
    }

    @Test func `a frame used again is as if new`() {
        var buffer = Buffer(size: Size(width: 5, height: 2))
        buffer.write("e\u{301}漢", x: 0, y: 0, ink: Ink(.bad))
        buffer.reset(to: Size(width: 5, height: 2), glyphs: .unicode)
        #expect(buffer == Buffer(size: Size(width: 5, height: 2)))
        buffer.reset(to: Size(width: 1, height: 1), glyphs: .ascii)
        #expect(buffer == Buffer(size: Size(width: 1, height: 1), glyphs: .ascii))
    }

    @Test func `a cell is eight bytes without a gap`() {
        #expect(MemoryLayout<Cell>.size == 8 && MemoryLayout<Cell>.stride == 8)
    }

    @Test(arguments: [(0, 0), (0, 5), (5, 0), (1, 1)])
    func `drawing on nearly nothing is no error`(width: Int, height: Int) {
        var buffer = Buffer(size: Size(width: width, height: height))
        buffer.write("漢字 text", x: -1, y: 0)
        buffer.fill(Rect(x: -5, y: -5, width: 50, height: 50), "#")
        buffer.within(Rect(x: 3, y: 3, width: 9, height: 9)) { $0.write("x", x: 0, y: 0) }
        #expect(buffer.lines.count == height)
    }
}
