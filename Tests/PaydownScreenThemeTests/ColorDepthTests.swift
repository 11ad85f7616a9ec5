import PaydownScreen
import Testing

@Suite struct ColorDepthTests {
    @Test(arguments: [
        (-1, ColorDepth.mono), (0, .mono), (2, .mono), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .indexed),
        (16_777_216, .indexed),
    ])
    func `a terminal shows as many colours as it says`(colors: Int, expected: ColorDepth) {
        #expect(ColorDepth(terminalColors: colors) { _ in nil } == expected)
    }

    @Test(arguments: ["truecolor", "24bit", "TrueColor"])
    func `COLORTERM promises more than terminfo can`(claim: String) {
        #expect(ColorDepth(terminalColors: 256) { $0 == "COLORTERM" ? claim : nil } == .trueColor)
    }

    @Test func `COLORTERM does not give colours to a terminal with sixteen`() {
        #expect(ColorDepth(terminalColors: 16) { $0 == "COLORTERM" ? "truecolor" : nil } == .sixteen)
    }

    @Test(arguments: ["1", "0", "false"])
    func `NO_COLOR with any value means no colour`(value: String) {
        let environment = ["NO_COLOR": value, "COLORTERM": "truecolor"]

        #expect(ColorDepth(terminalColors: 256) { environment[$0] } == .mono)
    }

    @Test func `an empty NO_COLOR is none`() {
        #expect(ColorDepth(terminalColors: 256) { $0 == "NO_COLOR" ? "" : nil } == .indexed)
    }

    @Test func `depths are ordered from none to all`() {
        #expect(ColorDepth.allCases.sorted() == [.mono, .eight, .sixteen, .indexed, .trueColor])
    }

    @Test(arguments: [
        ("15;0", Theme.Mode.dark), ("0;15", .light), ("0;default;7", .light), ("12;8", .dark), ("7;9", .light),
    ])
    func `COLORFGBG tells dark from light`(value: String, expected: Theme.Mode) {
        #expect(Theme.Mode(colorFGBG: value) == expected)
    }

    @Test(arguments: [nil, "", "default", "default;default", "0;99", "0;-1", ";"] as [String?])
    func `COLORFGBG that says nothing about the background says nothing`(value: String?) {
        #expect(Theme.Mode(colorFGBG: value) == nil)
    }
}
