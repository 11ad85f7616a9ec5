import PaydownScreen
import PaydownWidgets

/// A screen that is not there yet: what it will show, the command that brings it, and what serves until then.
struct AnnouncedView {
    var title: String
    var command: String
    /// What the screen will hold: a heading and a sentence each.
    var holds: [(name: String, sentence: String)]
    var meanwhile: String

    func draw(_ isFocused: Bool, on buffer: inout Buffer) {
        Heading(title, isFocused: isFocused).draw(on: &buffer)
        let left = buffer.width >= 60 ? 3 : 1
        var y = buffer.height >= 14 ? 2 : 1
        func write(_ text: String, _ ink: Ink, indent: Int = 0) {
            for line in Wrapping.lines(text, width: max(1, min(buffer.width - left - indent - 1, 84))) {
                buffer.write(line, x: left + indent, y: y, ink: ink)
                y += 1
            }
        }
        write("Not in this version yet. It comes with the command \(command).", .strong)
        if buffer.height >= 14 { y += 1 }
        let nameWidth = (holds.map { DisplayWidth.of($0.name) }.max() ?? 0) + 3
        let isWide = buffer.width >= 60
        for hold in holds {
            if isWide {
                buffer.write(hold.name, x: left, y: y, ink: .text)
                write(hold.sentence, .muted, indent: nameWidth)
            } else {
                write(hold.name + ": " + hold.sentence, .muted)
            }
        }
        if buffer.height >= 14 { y += 1 }
        write(meanwhile, .text)
    }
}
