import CNcurses

/// The modes of the terminal that ncurses leaves to us, and the bytes that leave everything from any state.
struct TerminalModes {
    /// Presses and releases, motion while a button is held, coordinates without a limit.
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"
    private static let modeReportsOn = "\u{1B}[?2031h"
    private static let modeReportsOff = "\u{1B}[?2031l"
    static let synchronizedNumber = 2026
    static let synchronizedStart = Array("\u{1B}[?2026h".utf8)
    static let synchronizedEnd = Array("\u{1B}[?2026l".utf8)

    /// Whether clicks and the wheel are reported, and so not the terminal's own.
    var hasMouse = false
    /// Whether the terminal reports when it becomes dark or light.
    var reportsColors = false
    private let terminal: TerminalDescription

    init(_ terminal: TerminalDescription) {
        self.terminal = terminal
    }

    var entering: [UInt8] {
        Array((Self.pasteOn + (hasMouse ? Self.mouseOn : "") + (reportsColors ? Self.modeReportsOn : "")).utf8)
    }

    var leaving: [UInt8] {
        Array(((reportsColors ? Self.modeReportsOff : "") + (hasMouse ? Self.mouseOff : "") + Self.pasteOff).utf8)
    }

    var mouse: [UInt8] {
        Array((hasMouse ? Self.mouseOn : Self.mouseOff).utf8)
    }

    /// Everything off without knowing what is on: for a crash, where only bytes can be written.
    var abandoning: [UInt8] {
        var bytes = TerminalModes.synchronizedEnd
        bytes += Array((Self.mouseOff + Self.pasteOff + (reportsColors ? Self.modeReportsOff : "")).utf8)
        for capability in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] {
            bytes += withoutDelays(terminal.string(capability) ?? [])
        }
        // A line of its own for what the crash has to say.
        return bytes + Array("\r\n".utf8)
    }

    /// Without `$<5>` and the like, which only old hardware needs.
    private func withoutDelays(_ string: [UInt8]) -> [UInt8] {
        var rest = string[...]
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                rest = rest[(end + 1)...]
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
