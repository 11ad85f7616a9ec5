/// Why there is no terminal to draw on.
package enum TerminalError: Error, Equatable, Sendable {
    /// The device could not be opened or is no terminal; `code` is the system's errno.
    case noTerminal(device: String, code: Int32)
    /// TERM is empty or not set.
    case unnamed
    /// No terminfo entry has the name in TERM.
    case unknown(name: String)
    /// The entry in TERM cannot place a cursor, as `dumb` cannot.
    case cannotDraw(name: String)
    /// A session is open already; there is one terminal.
    case alreadyOpen
    /// A call of the system failed while opening.
    case system(call: String, code: Int32)
}

extension TerminalError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noTerminal(let device, let code):
            "\(device) is not a terminal (error \(code)); run paydown in a terminal, or use --plain for text"
        case .unnamed:
            "TERM is not set; set it to your terminal's name, such as xterm-256color, or use --plain for text"
        case .unknown(let name):
            "no terminfo entry for TERM=\(name); install it (package ncurses-term), "
                + "set TERM=xterm-256color, or use --plain for text"
        case .cannotDraw(let name):
            "TERM=\(name) cannot place a cursor; set TERM to your terminal's name, or use --plain for text"
        case .alreadyOpen:
            "the terminal is in use already; close the session that has it first"
        case .system(let call, let code):
            "\(call) failed while opening the terminal (error \(code)); check the limits of open files and try again"
        }
    }
}
