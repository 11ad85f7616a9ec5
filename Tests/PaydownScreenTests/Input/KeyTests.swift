import PaydownScreen
import Testing

@Suite struct KeyTests {
    static let all: [Key] =
        [
            .enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown,
        ]
        + (1...12).map { .function($0) } + (0x20...0x7E).map { .character(Unicode.Scalar($0)) }
        + ["é", "漢", "🔥"].map { .character($0) }
        + (0x61...0x7A).map { .control(Unicode.Scalar($0)) } + ["@", "\\", "]", "^", "_", "?"].map { .control($0) }

    @Test func `every key is read back from its name, and no two share one`() {
        for key in Self.all { #expect(Key(key.name) == key) }
        #expect(Set(Self.all.map(\.name)).count == Self.all.count)
    }

    @Test(arguments: ["", "F0", "F13", "F", "ab", "^", "^ab", "^é", "C-x", "\u{1B}", "\u{7F}", "F1x"])
    func `what is no key's name is no key, but for a sign alone`(name: String) {
        let sign =
            name.unicodeScalars.count == 1 && name.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
        #expect((Key(name) != nil) == sign)
    }

    @Test(arguments: [
        ("ESC", Key.escape), ("s-TAB", .backtab), ("f5", .function(5)), ("^D", .control("d")),
        ("Space", .character(" ")),
    ])
    func `names may be written in either case`(name: String, key: Key) {
        #expect(Key(name) == key)
    }

    @Test func `arrows are arrows on screen where signs allow`() {
        #expect(Key.up.label(.unicode) == "↑" && Key.up.label(.ascii) == "up")
        #expect(Key.escape.label(.unicode) == "esc")
    }
}
