import CNcurses
import PaydownScreen
import PaydownTestSupport
import Testing

extension TerminalTests {
    /// Our widths against those of ncurses, which decides where a terminal's cells are.
    @Suite struct WidthTests {
        /// Text as it comes in files, names and messages.
        static let corpus: [String] = [
            "plain", "äöüß", "e\u{301}a\u{308}", "o\u{302}\u{323}\u{301}\u{300}\u{304}\u{306}\u{307}", "漢字かな", "한국어",
            "ﾊﾝｶｸ",
            "👩\u{200D}💻 x", "👨\u{200D}👩\u{200D}👧\u{200D}👦", "🇩🇪🇫🇷", "👍🏽", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "🔥▁▂▃█", "⣿⡇⠁",
            "─━│╭╮", "\u{202E}evil\u{202C}", "a\u{200B}b", "\u{FEFF}bom", "tab\there", "\u{301}lonely", "नमस्ते", "สวัสดี",
            "עברית",
            "العربية", "\u{1B}[31mred\u{1B}[0m", "nul\0nul", "\u{7F}\u{85}\u{9B}", "ｆｕｌｌ", "\u{115F}\u{1160}",
            "\u{E0041}tag",
            "한\u{1100}\u{1161}\u{11A8}", "…—·●▼▲→›±≤", "\u{AD}soft", "\u{1F3FD}", "\u{200D}joined",
        ]

        @Test(arguments: corpus)
        func `a text takes the columns in ncurses that it takes in a buffer`(text: String) throws {
            let opened = try OpenedSession(size: Size(width: 80, height: 2))
            defer { opened.session.close() }
            var buffer = Buffer(size: Size(width: 80, height: 1))
            let used = buffer.write(text, x: 0, y: 0)
            #expect(used == DisplayWidth.of(text) || text.contains("\t"))
            let pad = try #require(newpad(1, 200))
            defer { delwin(pad) }

            for x in 0..<used {
                let cell = buffer[x, 0]
                #expect(getcurx(pad) == Int32(x) + (cell.width == 0 ? 1 : 0))
                let written = buffer.text(of: cell)
                written.withCString { _ = waddstr(pad, $0) }
            }

            #expect(Int(getcurx(pad)) == used)
        }
    }
}
