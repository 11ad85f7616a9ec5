import CCrash
import CNcurses
import PaydownScreen
import Synchronization

/// The terminal while paydown has it: one frame out, what the person does in.
///
/// There is one at a time. It works on /dev/tty, so standard output may go elsewhere. On every way out the
/// terminal is as it was: `close`, the end of the object's life, and a crash.
package final class TerminalSession {
    package let capabilities: TerminalCapabilities
    /// To wait on; then call `readEvents`.
    package var inputDescriptor: Int32 { device.input }
    /// In cells, as of opening or the last `updateSize`.
    package private(set) var size: Size
    /// Whether each frame is marked as one for terminals that then draw it at once (mode 2026).
    package var usesSynchronizedOutput = false
    /// Bytes sent so far.
    package var bytesWritten: Int { device.bytesWritten }
    /// Calls of write(2) so far.
    package var writes: Int { device.writes }

    let device: TerminalDevice
    var input: InputReader
    let environment: [String: String]
    private let screen: NcursesScreen
    private let errors: ErrorDiversion
    var modes: TerminalModes
    private var state = State.fresh

    private enum State {
        /// Nothing was sent yet.
        case fresh
        case shown
        /// The terminal belongs to another program or to the shell.
        case left
        case closed
    }

    /// One session at a time: ncurses and the terminal's modes are the process's.
    private static let isOpen = Atomic(false)

    /// Takes the terminal: raw modes now, the alternate screen with the first frame.
    ///
    /// Keys typed before are kept. Nothing waits for an answer of the terminal; what is asked of it is asked by
    /// `askForSynchronizedOutput` and `askForColors`.
    ///
    /// - Parameters:
    ///   - environment: of this process; TERM, COLORTERM, NO_COLOR, TMUX, LC_ALL, LC_CTYPE, LANG, ESCDELAY,
    ///     LINES and COLUMNS are looked at.
    ///   - device: the terminal's path.
    package static func open(
        environment: [String: String], device: String = "/dev/tty"
    ) throws(TerminalError) -> TerminalSession {
        guard isOpen.compareExchange(expected: false, desired: true, ordering: .sequentiallyConsistent).exchanged else {
            throw .alreadyOpen
        }
        do {
            return try TerminalSession(environment: environment, device: device)
        } catch {
            isOpen.store(false, ordering: .sequentiallyConsistent)
            throw error
        }
    }

    private init(environment: [String: String], device path: String) throws(TerminalError) {
        let device = try TerminalDevice(path: path)
        let description = try TerminalDescription(named: environment["TERM"] ?? "")
        guard description.string("cup") != nil else { throw .cannotDraw(name: description.name) }
        let isUTF8 = TerminalLocale.establish(environment: environment)
        var capabilities = TerminalCapabilities(
            name: description.name, environment: environment, isUTF8: isUTF8, colors: description.number("colors"))
        size = device.size(environment: environment)
        screen = try NcursesScreen(terminal: description, depth: capabilities.depth, size: size)
        capabilities.depth = screen.depth
        self.capabilities = capabilities
        TerminalSignals.restoreActions()
        self.environment = environment
        self.device = device
        errors = ErrorDiversion(terminal: device.output)
        modes = TerminalModes(description)
        input = InputReader(isUTF8: isUTF8, escapeDelay: environment["ESCDELAY"].flatMap { Int($0) })
        paydown_crash_install()
        takeLine()
    }

    deinit {
        close()
    }

    /// Shows a frame: what differs from the last one, with one write.
    ///
    /// - Parameter cursor: where the terminal's cursor is to be seen, for text fields and screen readers.
    package func show(_ buffer: Buffer, _ theme: Theme, cursor: Point? = nil) {
        guard state == .fresh || state == .shown else { return }
        screen.show(buffer, theme: theme, cursor: cursor)
        send()
    }

    /// Paints everything anew: after something else has written to the terminal.
    package func redraw() {
        guard state == .shown else { return }
        screen.repaint()
        send()
    }

    /// Asks the device for its size after a signal; true when it changed and a frame of the new size is due.
    package func updateSize() -> Bool {
        let now = device.size(environment: environment)
        guard now != size else { return false }
        size = now
        screen.resize(to: now)
        return true
    }

    /// Switches reports of clicks and the wheel on or off; off gives the mouse back to the terminal, for selecting.
    package func setMouse(_ isOn: Bool) {
        guard isOn != modes.hasMouse else { return }
        modes.hasMouse = isOn
        guard state == .shown else { return }
        modes.mouse.withUnsafeBytes { _ = device.write($0) }
    }

    /// Gives the terminal to another program: the normal screen, the modes of before.
    package func leave() {
        guard state == .fresh || state == .shown else { return }
        if state == .shown, device.isInForeground {
            screen.leave()
            screen.sink.take(prefix: modes.leaving) { _ = device.write($0) }
            input.discardReports(from: device)
        } else {
            screen.leave()
            screen.sink.discard()
        }
        if device.isInForeground { device.restoreModes() }
        errors.end()
        paydown_crash_disarm()
        state = .left
    }

    /// Takes the terminal back and paints it; true when its size changed, and then a frame of the new size is due.
    @discardableResult
    package func reenter() -> Bool {
        guard state == .left else { return false }
        takeLine()
        state = .shown
        let isResized = updateSize()
        screen.repaint()
        send(prefix: modes.entering)
        return isResized
    }

    /// After a stop and a continue that came from outside: modes and picture are set anew, whatever they are.
    @discardableResult
    package func resume() -> Bool {
        guard state == .shown else { return reenter() }
        takeLine()
        let isResized = updateSize()
        screen.repaint()
        send(prefix: modes.entering)
        return isResized
    }

    /// Gives the terminal back for good; a second call does nothing.
    package func close() {
        guard state != .closed else { return }
        leave()
        state = .closed
        Self.isOpen.store(false, ordering: .sequentiallyConsistent)
    }

    private func takeLine() {
        var saved = device.savedModes
        modes.abandoning.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                paydown_crash_arm(device.output, &saved, $0.baseAddress, $0.count, errors.file, errors.original)
            }
        }
        device.setRawModes()
        errors.begin()
    }

    private func send(prefix: [UInt8] = []) {
        var prefix = prefix
        if state == .fresh {
            prefix = modes.entering
            state = .shown
        }
        let marks = usesSynchronizedOutput
        screen.sink.take(
            prefix: marks ? TerminalModes.synchronizedStart + prefix : prefix,
            suffix: marks ? TerminalModes.synchronizedEnd : []
        ) { _ = device.write($0) }
    }
}
