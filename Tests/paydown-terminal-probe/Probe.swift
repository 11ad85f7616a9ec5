import Glibc
import PaydownScreen
import PaydownTerminal
import PaydownTestSupport

/// The smallest program with the terminal's loop: it shows what it is told and does what its keys say.
///
/// `q` quits, `M` switches the mouse, `E` hands the terminal to the program in PROBE_EDITOR, `L` shows a list
/// that `j` and `k` move in, `T` traps, `A` aborts, `O` overflows the stack, `S` writes to standard error.
struct Probe {
    private let session: TerminalSession
    private let signals: TerminalSignals
    private let loop: EventLoop
    private let environment: [String: String]
    private var lines: [String] = []
    private var selected: Int?
    private var hasMouse = false
    private var isDone = false

    init(environment: [String: String]) throws(TerminalError) {
        signals = try TerminalSignals()
        session = try TerminalSession.open(environment: environment)
        loop = EventLoop(session: session, signals: signals, waker: try JobWaker())
        self.environment = environment
    }

    mutating func run() {
        show()
        while !isDone {
            let ready = loop.wait()
            for signal in ready.signals { take(signal) }
            for event in ready.input { take(event) }
            if ready.isHungUp { end(by: SIGHUP) }
            if !isDone { show() }
        }
        session.close()
    }

    private func show() {
        if let selected {
            session.show(ProbeFrame.list(size: session.size, selected: selected), ProbeFrame.theme)
        } else {
            let status = "\(session.capabilities.depth.rawValue) mouse \(hasMouse ? "on" : "off")"
            session.show(ProbeFrame.log(size: session.size, status: status, lines: lines), ProbeFrame.theme)
        }
    }

    private mutating func take(_ signal: TerminalSignals.Event) {
        switch signal {
        case .resize: _ = session.updateSize()
        case .suspend: suspend()
        case .resume: session.resume()
        case .terminate(let number): end(by: number)
        case .child: break
        }
    }

    private func end(by number: Int32) {
        session.close()
        TerminalSignals.die(by: number)
    }

    private mutating func suspend() {
        session.suspend()
        lines.append("continued")
    }

    private mutating func take(_ event: InputEvent) {
        switch event {
        case .key(let key): press(key)
        case .mouse(let mouse): lines.append("mouse \(mouse.kind) \(mouse.at.x),\(mouse.at.y)")
        case .paste(let text): lines.append("paste \(text.utf8.count) \(text.prefix(40))")
        case .resize: break
        }
    }

    private mutating func press(_ key: Key) {
        lines.append("key \(key.name)")
        switch key.name {
        case "q": isDone = true
        case "^z": suspend()
        case "^l": session.redraw()
        case "M":
            hasMouse.toggle()
            session.setMouse(hasMouse)
        case "E": edit()
        case "L": selected = selected == nil ? 1 : nil
        case "j": selected = selected.map { min($0 + 1, session.size.height - 2) }
        case "k": selected = selected.map { max($0 - 1, 1) }
        case "T": fatalError("the probe was asked to trap")
        case "A": abort()
        case "S": _ = "stray words\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
        case "O": lines.append("depth \(overflow(1))")
        default: break
        }
    }

    private mutating func edit() {
        let words = (environment["PROBE_EDITOR"] ?? "true").split(separator: " ").map(String.init)
        lines.append("editor \(session.hand(to: words, environment: environment, signals: signals))")
    }

    private func overflow(_ depth: Int) -> Int {
        depth == 0 ? 0 : overflow(depth + 1) &+ overflow(depth &* 2 | 1)
    }
}
