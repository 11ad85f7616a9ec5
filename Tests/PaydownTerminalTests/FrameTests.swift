import PaydownScreen
import PaydownTestSupport
import Testing

@testable import PaydownTerminal

extension TerminalTests {
    @Suite struct FrameTests {
        @Test(arguments: [(80, 24), (1, 1), (2, 1), (7, 3), (200, 60), (300, 100)])
        func `a terminal shows the cells, colours and wide glyphs of any frame`(width: Int, height: Int) throws {
            let opened = try OpenedSession(size: Size(width: width, height: height))

            for seed in 1...4 {
                let frame = ProbeFrame.noise(size: Size(width: width, height: height), seed: UInt64(seed))
                opened.show(frame)
                #expect(opened.difference(from: frame) { ProbeFrame.theme.style($0.ink) } == nil)
            }
        }

        @Test func `frames that differ in a few cells are shown like whole ones`() throws {
            let size = Size(width: 40, height: 10)
            let opened = try OpenedSession(size: size)
            var random = SeededRandom(seed: 7)
            var frame = ProbeFrame.noise(size: size, seed: 1)
            opened.show(frame)

            for _ in 0..<60 {
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    let x = Int.random(in: 0..<size.width, using: &random)
                    let y = Int.random(in: 0..<size.height, using: &random)
                    // libvterm loses a mark after the last column.
                    let glyphs = x + 1 < size.width ? ["x", "漢", "e\u{301}", "ö", " "] : ["x", "ö"]
                    let glyph = glyphs.randomElement(using: &random) ?? "x"
                    frame.write(glyph, x: x, y: y, ink: Ink(.good), truncation: .none)
                }
                opened.show(frame)
                #expect(opened.difference(from: frame) { ProbeFrame.theme.style($0.ink) } == nil)
            }
        }

        @Test func `clusters that change their place in the table are painted anew`() throws {
            let size = Size(width: 10, height: 2)
            let opened = try OpenedSession(size: size)
            var first = Buffer(size: size)
            first.write("e\u{301}o\u{308}", x: 0, y: 0)
            var second = Buffer(size: size)
            second.write("o\u{308}e\u{301}", x: 0, y: 0)

            opened.show(first)
            opened.show(second)

            #expect(opened.terminal.emulator.lines[0] == "o\u{308}e\u{301}")
        }

        @Test func `a frame goes out with one write`() throws {
            let size = Size(width: 120, height: 36)
            let opened = try OpenedSession(size: size)
            opened.show(ProbeFrame.noise(size: size, seed: 1))
            let before = opened.session.writes

            let bytes = opened.show(ProbeFrame.noise(size: size, seed: 2))

            #expect(bytes > 2800)
            #expect(opened.session.writes - before == 1)
        }

        @Test func `an unchanged frame sends nothing`() throws {
            let size = Size(width: 120, height: 36)
            let opened = try OpenedSession(size: size)
            let frame = ProbeFrame.list(size: size, selected: 3)
            opened.show(frame)

            #expect(opened.show(frame) == 0)
            #expect(opened.show(ProbeFrame.list(size: size, selected: 3)) == 0)
        }

        @Test(arguments: ["xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "xterm"])
        func `a move of the selection sends at most 600 bytes`(term: String) throws {
            let size = Size(width: 120, height: 36)
            let opened = try OpenedSession(size: size, term: term)
            opened.show(ProbeFrame.list(size: size, selected: 3))

            for selected in 4..<34 {
                let bytes = opened.show(ProbeFrame.list(size: size, selected: selected))
                #expect(bytes <= 600 && bytes > 0)
            }
        }

        @Test func `a whole new frame of 200x60 stays within 24 kB of text in one style`() throws {
            let size = Size(width: 200, height: 60)
            let opened = try OpenedSession(size: size)
            opened.show(Buffer(size: size))
            var frame = Buffer(size: size)
            for y in 0..<60 { frame.write(String(repeating: "row \(y) ", count: 40), x: 0, y: y, truncation: .none) }

            #expect(opened.show(frame) <= 24_000)
        }

        @Test func `the screen is cleared once, by the first frame, and again only when asked`() throws {
            let size = Size(width: 80, height: 24)
            let opened = try OpenedSession(size: size)
            opened.show(ProbeFrame.noise(size: size, seed: 1))
            #expect(opened.terminal.hasWritten("\u{1B}[2J"))
            let start = opened.terminal.output.count
            for seed in 2...20 { opened.show(ProbeFrame.noise(size: size, seed: UInt64(seed))) }
            #expect(!opened.terminal.hasWritten("\u{1B}[2J", since: start))

            opened.session.redraw()
            opened.settle()

            #expect(opened.terminal.hasWritten("\u{1B}[2J", since: start))
        }

        @Test func `redrawing repairs what another program wrote over the screen`() throws {
            let size = Size(width: 80, height: 24)
            let opened = try OpenedSession(size: size)
            let frame = ProbeFrame.noise(size: size, seed: 1)
            opened.show(frame)
            opened.terminal.emulator.feed(Array("\u{1B}[5;5Hstray\u{1B}[31m text".utf8))

            opened.session.redraw()
            opened.settle()

            #expect(opened.difference(from: frame) { ProbeFrame.theme.style($0.ink) } == nil)
        }

        @Test func `a frame of another size is shown as far as it goes`() throws {
            let opened = try OpenedSession(size: Size(width: 20, height: 5))
            opened.show(ProbeFrame.noise(size: Size(width: 20, height: 5), seed: 3))
            var small = Buffer(size: Size(width: 10, height: 2))
            small.write("漢字漢字漢", x: 0, y: 1)

            opened.show(small)
            #expect(opened.terminal.emulator.lines == ["", "漢字漢字漢", "", "", ""])

            var large = Buffer(size: Size(width: 40, height: 9))
            large.write("0123456789012345678漢", x: 0, y: 4)
            opened.show(large)
            #expect(opened.terminal.emulator.lines == ["", "", "", "", "0123456789012345678"])
        }

        @Test func `the cursor is hidden unless a place is given for it`() throws {
            let size = Size(width: 20, height: 5)
            let opened = try OpenedSession(size: size)
            let emulator = opened.terminal.emulator
            opened.show(Buffer(size: size))
            #expect(!emulator.isCursorVisible)

            opened.show(Buffer(size: size), cursor: Point(x: 7, y: 2))
            #expect(emulator.isCursorVisible && emulator.cursor == Point(x: 7, y: 2))
            opened.show(Buffer(size: size), cursor: Point(x: 8, y: 2))
            #expect(emulator.isCursorVisible && emulator.cursor == Point(x: 8, y: 2))

            opened.show(Buffer(size: size))
            #expect(!emulator.isCursorVisible)
        }

        @Test func `marks of a synchronised frame stand around its bytes only when they are wanted`() throws {
            let size = Size(width: 20, height: 5)
            let opened = try OpenedSession(size: size)
            opened.show(ProbeFrame.noise(size: size, seed: 1))
            #expect(!opened.terminal.hasWritten("\u{1B}[?2026"))

            opened.session.usesSynchronizedOutput = true
            let start = opened.terminal.output.count
            opened.show(ProbeFrame.noise(size: size, seed: 2))

            let frame = opened.terminal.output[start...]
            #expect(frame.starts(with: Array("\u{1B}[?2026h".utf8)))
            #expect(frame.suffix(8).elementsEqual(Array("\u{1B}[?2026l".utf8)))
        }
    }
}
