import PaydownScreen
import PaydownTestSupport
import Testing

@testable import PaydownTerminal

@Suite struct InputParserTests {
    /// What a terminal sends for each key, in all the ways we know of.
    static let sequences: [(String, String)] = [
        ("a", "a"), ("Z", "Z"), (" ", "space"), ("é", "é"), ("漢", "漢"), ("🔥", "🔥"),
        ("\r", "enter"), ("\n", "enter"), ("\t", "tab"), ("\u{7F}", "backspace"), ("\u{8}", "backspace"),
        ("\u{1}", "^a"), ("\u{3}", "^c"), ("\u{1A}", "^z"), ("\u{C}", "^l"), ("\0", "^@"), ("\u{1C}", "^\\"),
        ("\u{1F}", "^_"),
        ("\u{1B}[A", "up"), ("\u{1B}[B", "down"), ("\u{1B}[C", "right"), ("\u{1B}[D", "left"),
        ("\u{1B}OA", "up"), ("\u{1B}OB", "down"), ("\u{1B}OC", "right"), ("\u{1B}OD", "left"),
        ("\u{1B}[1;2A", "up"), ("\u{1B}[1;5C", "right"), ("\u{1B}[1;6D", "left"), ("\u{1B}O5B", "down"),
        ("\u{1B}[a", "up"), ("\u{1B}Ob", "down"),
        ("\u{1B}[H", "home"), ("\u{1B}OH", "home"), ("\u{1B}[1~", "home"), ("\u{1B}[7~", "home"),
        ("\u{1B}[7$", "home"), ("\u{1B}[1;5H", "home"),
        ("\u{1B}[F", "end"), ("\u{1B}OF", "end"), ("\u{1B}[4~", "end"), ("\u{1B}[8~", "end"), ("\u{1B}[8^", "end"),
        ("\u{1B}[2~", "insert"), ("\u{1B}[3~", "delete"), ("\u{1B}[3;5~", "delete"), ("\u{1B}[5~", "pgup"),
        ("\u{1B}[6~", "pgdn"), ("\u{1B}[6;2~", "pgdn"),
        ("\u{1B}[Z", "S-tab"), ("\u{1B}[9;2u", "S-tab"), ("\u{1B}[27;2;9~", "S-tab"),
        ("\u{1B}OP", "F1"), ("\u{1B}[11~", "F1"), ("\u{1B}[[A", "F1"), ("\u{1B}[P", "F1"),
        ("\u{1B}OQ", "F2"), ("\u{1B}[12~", "F2"), ("\u{1B}[[E", "F5"), ("\u{1B}[15~", "F5"), ("\u{1B}[17~", "F6"),
        ("\u{1B}[21~", "F10"), ("\u{1B}[23~", "F11"), ("\u{1B}[24~", "F12"), ("\u{1B}OS", "F4"),
        ("\u{1B}OM", "enter"), ("\u{1B}Op", "0"), ("\u{1B}Oy", "9"), ("\u{1B}Ok", "+"),
        ("\u{1B}[97;5u", "^a"), ("\u{1B}[27;5;99~", "^c"), ("\u{1B}[65;2u", "A"), ("\u{1B}[27u", "esc"),
        ("\u{1B}[13u", "enter"),
    ]

    /// Things that mean nothing to us and must not come out as the letters they are made of.
    static let silent = [
        "\u{1B}[1;3A", "\u{1B}\u{1B}[A",
        "\u{1B}\u{1B}OA", "\u{1B}[I", "\u{1B}[O", "\u{1B}[24;80R", "\u{1B}[?2026;2$y", "\u{1B}[?62;22c",
        "\u{1B}[1;2P", "\u{1B}[25~", "\u{1B}[99~", "\u{1B}[201~", "\u{1B}]11;rgb:1515/1818/1d1d\u{7}",
        "\u{1B}]11;rgb:1515/1818/1d1d\u{1B}\\", "\u{1B}P1+r524742\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
        "\u{1B}[97;3u", "\u{1B}[57358u", "\u{1B}[<2;5;5M", "\u{1B}[<35;5;5M", "\u{1B}[<66;5;5M", "\u{1B}[<0;0;0M",
        "\u{1B}[M", "\u{80}", "\u{9B}",
    ]

    private func events(_ pieces: [[UInt8]], isUTF8: Bool = true) -> [InputEvent] {
        var parser = InputParser(isUTF8: isUTF8)
        var events: [InputEvent] = []
        for piece in pieces { parser.feed(piece, into: &events) }
        parser.settle(into: &events)
        return events
    }

    private func events(_ text: String) -> [InputEvent] {
        events([Array(text.utf8)])
    }

    @Test(arguments: sequences)
    func `each key is recognised`(sent: String, name: String) {
        #expect(events(sent).map(Self.name) == [name])
    }

    private static func name(_ event: InputEvent) -> String {
        if case .key(let key) = event { return key.name }
        return "\(event)"
    }

    @Test(arguments: silent)
    func `what means nothing says nothing, and the next key is read`(sent: String) {
        // A mouse report in the old form takes three more bytes, which settling gives up on.
        var parser = InputParser()
        var found: [InputEvent] = []
        parser.feed(Array(sent.utf8), into: &found)
        parser.settle(into: &found)
        parser.feed([UInt8(ascii: "j")], into: &found)

        #expect(found == [.key(.character("j"))])
    }

    @Test func `an escape is a key only when nothing follows in time`() {
        var parser = InputParser()
        var found: [InputEvent] = []
        parser.feed([0x1B], into: &found)
        #expect(found.isEmpty && parser.waiting == .escape)

        parser.settle(into: &found)

        #expect(found == [.key(.escape)] && parser.waiting == nil)
    }

    /// With Alt a key sends the same; no binding has one, and what is typed on a slow line must not be lost.
    @Test(arguments: ["a", "q", "\r", "\t", "é", "1", "漢", "[", "O", "]", "P", "X", "_", "^"])
    func `an escape and a key that come together are both`(key: String) {
        let alone = events(key)
        #expect(alone.count == 1)
        #expect(events("\u{1B}" + key) == [.key(.escape)] + alone)
        #expect(events([[0x1B], Array(key.utf8)]) == [.key(.escape)] + alone)
        #expect(events("\u{1B}\u{1B}" + key).first == .key(.escape))
    }

    @Test func `two escapes are two keys, and an arrow after one is not lost`() {
        #expect(events("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
        #expect(events("\u{1B}\u{1B}\u{1B}[A") == [.key(.escape)])
        #expect(events([[0x1B]] + [Array("\u{1B}[A".utf8)]) == [])
        #expect(events("\u{1B}[A\u{1B}[B") == [.key(.up), .key(.down)])
    }

    @Test func `where reads end makes no difference`() {
        let all = Self.sequences.map(\.0).joined() + "\u{1B}[<0;3;4M\u{1B}[200~päste\u{1B}[201~x"
        let bytes = Array(all.utf8)
        let whole = events([bytes])

        for cut in 0...bytes.count {
            #expect(events([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
        }
        #expect(events(bytes.map { [$0] }) == whole)
    }

    @Test(arguments: 0..<200)
    func `random bytes never trap, and after a pause the next key is read`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let likely = Array("\u{1B}[O<;?0123456789~MmABu$ \u{7}\\]P_é漢".utf8)
        var parser = InputParser()
        var found: [InputEvent] = []
        for _ in 0..<400 {
            let byte =
                Bool.random(using: &random)
                ? likely.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
            parser.feed([byte], into: &found)
        }
        parser.feed(Array("\u{1B}[201~".utf8), into: &found)
        parser.settle(into: &found)
        found = []

        parser.feed([UInt8(ascii: "j")], into: &found)

        #expect(found == [.key(.character("j"))])
    }

    @Test(arguments: [
        ("\u{1B}[<0;3;4M", MouseEvent(.press, at: Point(x: 2, y: 3))),
        ("\u{1B}[<0;3;4m", MouseEvent(.release, at: Point(x: 2, y: 3))),
        ("\u{1B}[<32;300;200M", MouseEvent(.drag, at: Point(x: 299, y: 199))),
        ("\u{1B}[<64;1;1M", MouseEvent(.wheelUp, at: Point(x: 0, y: 0))),
        ("\u{1B}[<65;1;1M", MouseEvent(.wheelDown, at: Point(x: 0, y: 0))),
        ("\u{1B}[<81;1;2M", MouseEvent(.wheelDown, at: Point(x: 0, y: 1))),
        ("\u{1B}[M #$", MouseEvent(.press, at: Point(x: 2, y: 3))),
        ("\u{1B}[M##$", MouseEvent(.release, at: Point(x: 2, y: 3))),
        ("\u{1B}[M`!!", MouseEvent(.wheelUp, at: Point(x: 0, y: 0))),
    ])
    func `mouse reports are read in both forms`(sent: String, expected: MouseEvent) {
        #expect(events(sent) == [.mouse(expected)])
    }

    @Test func `a paste is one event, whatever it holds`() {
        let text = "rm -rf\rq\u{1B}[A\u{1B}[20\u{1B}\u{1B}[201\u{3}ü"

        #expect(events("\u{1B}[200~\(text)\u{1B}[201~j") == [.paste(text), .key(.character("j"))])
    }

    @Test func `a paste has no end but its own`() {
        var parser = InputParser()
        var found: [InputEvent] = []
        parser.feed(Array("\u{1B}[200~abc".utf8), into: &found)
        #expect(parser.waiting == nil)
        parser.settle(into: &found)
        parser.feed(Array("q\u{1B}[201~".utf8), into: &found)

        #expect(found == [.paste("abcq")])
    }

    @Test func `a paste is cut at a megabyte and its end is still found`() {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: InputParser.mostPastedBytes + 5000)

        let found = events([Array("\u{1B}[200~".utf8), long, Array("\u{1B}[201~j".utf8)])

        #expect(found == [.paste(String(repeating: "x", count: InputParser.mostPastedBytes)), .key(.character("j"))])
    }

    @Test func `an overlong sequence is swallowed whole`() {
        #expect(events("\u{1B}[" + String(repeating: "1;", count: 5000) + "Aj") == [.key(.character("j"))])
    }

    @Test func `bytes that are not UTF-8 vanish, and the character after them stays`() {
        #expect(events([[0xC3, 0x41]]) == [.key(.character("A"))])
        #expect(events([[0xFF, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x42]]) == [.key(.character("B"))])
    }

    @Test func `without UTF-8 a byte is a character`() {
        #expect(events([[0xE4, 0x9B]], isUTF8: false) == [.key(.character("ä"))])
    }
}
