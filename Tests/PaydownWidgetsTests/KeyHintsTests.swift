import PaydownScreen
import PaydownWidgets
import Testing

struct KeyHintsTests {
    private let hints = [
        KeyHints.Hint("enter", "open"), KeyHints.Hint("/", "filter"), KeyHints.Hint("q", "quit"),
    ]
    private let help = KeyHints.Hint("?", "help")

    private func line(width: Int, status: String = "") -> String {
        var buffer = Buffer(size: Size(width: width, height: 1))
        KeyHints.draw(hints, last: help, status: status, on: &buffer, y: 0)
        return buffer.lines[0]
    }

    @Test func `hints stand in order, help behind them, the status at the right`() {
        #expect(line(width: 50, status: "2/9") == " enter open  / filter  q quit  ? help         2/9")
    }

    @Test func `hints are whole or not there, and help always is`() {
        let whole = ["enter open", "/ filter", "q quit"]
        for width in 8...60 {
            let text = line(width: width)
            #expect(text.contains("? help"))
            var rest = text.replacing("? help", with: "")
            for hint in whole { rest = rest.replacing(hint, with: "") }
            #expect(rest.allSatisfy { $0 == " " }, "\(text)")
        }
    }

    @Test func `the last hints go first`() {
        #expect(line(width: 22) == " enter open  ? help")
    }
}
