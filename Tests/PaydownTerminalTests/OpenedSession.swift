import PaydownScreen
import PaydownTerminal
import PaydownTestSupport

/// A session in this process on a pseudo terminal, with what the terminal shows.
final class OpenedSession {
    let terminal: PseudoTerminal
    let session: TerminalSession

    init(
        size: Size = Size(width: 80, height: 24), term: String = "xterm-256color",
        _ variables: [String: String] = [:]
    ) throws {
        terminal = try PseudoTerminal(size: size)
        var environment = ["TERM": term, "LANG": "C.UTF-8"]
        environment.merge(variables) { $1 }
        session = try TerminalSession.open(environment: environment, device: terminal.devicePath)
    }

    /// Shows a frame and takes what was written; returns the number of bytes.
    @discardableResult
    func show(_ buffer: Buffer, _ theme: Theme = ProbeFrame.theme, cursor: Point? = nil) -> Int {
        let before = session.bytesWritten
        session.show(buffer, theme, cursor: cursor)
        settle()
        return session.bytesWritten - before
    }

    /// Takes what was written.
    func settle() {
        while terminal.output.count < session.bytesWritten { terminal.pump(milliseconds: 1000) }
    }

    /// Types and waits until the session has as many events.
    func type(_ text: String, expecting count: Int) throws -> [InputEvent] {
        terminal.type(text)
        var events: [InputEvent] = []
        try terminal.wait(for: "\(count) events after \(text.debugDescription), not \(events)") {
            events += session.readEvents()
            return events.count >= count
        }
        return events
    }

    /// The first cell in which the terminal does not show the buffer; nil when all do.
    func difference(from buffer: Buffer, _ expected: (Cell) -> Style) -> String? {
        let emulator = terminal.emulator
        for y in 0..<buffer.size.height {
            for x in 0..<buffer.size.width {
                let cell = buffer[x, y]
                if cell.width == 0 { continue }
                let shown = emulator[x, y]
                let text = buffer.text(of: cell)
                var style = expected(cell)
                style.attributes.remove(.dim)
                let found = Style(
                    foreground: shown.foreground, background: shown.background, attributes: shown.attributes)
                if shown.text != text || shown.width != Int(cell.width) || !Self.looksSame(found, style, text) {
                    return "(\(x),\(y)) wanted \(text) \(style), found \(shown)"
                }
            }
        }
        return nil
    }

    /// The colour of a space is not to be seen unless it is underlined or reversed; ncurses makes use of that.
    private static func looksSame(_ found: Style, _ wanted: Style, _ text: String) -> Bool {
        if found == wanted { return true }
        guard text == " ", !wanted.attributes.contains(.underline), !wanted.attributes.contains(.reverse) else {
            return false
        }
        return found.background == wanted.background && !found.attributes.contains(.underline)
            && !found.attributes.contains(.reverse)
    }
}
