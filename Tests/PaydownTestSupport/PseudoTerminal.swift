import Glibc
import PaydownScreen

/// A terminal for a program under test: what it writes goes to an emulator and is kept, keys are typed by the test.
///
/// Nothing here sleeps for a fixed time: a test says what it waits for and gets it as soon as it is there,
/// with a limit generous enough for a machine that does much else.
package final class PseudoTerminal {
    package let emulator: TerminalEmulator
    /// The device that the program has as its terminal.
    package let devicePath: String
    /// Everything written so far.
    package private(set) var output: [UInt8] = []
    private let master: Int32
    private let drain: TerminalDrain
    private var marks = 0
    /// Kept open, so that the device lives on between two programs.
    private let slave: Int32

    package static let patience = Duration.seconds(40)

    package enum PseudoTerminalError: Error {
        case notOpened(code: Int32)
        /// What was waited for did not come; what the terminal shows instead.
        case timedOut(waitingFor: String, screen: [String])
    }

    package init(size: Size = Size(width: 80, height: 24)) throws {
        var (master, slave) = (Int32(-1), Int32(-1))
        var window = winsize(
            ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&master, &slave, &name, nil, &window) == 0 else {
            throw PseudoTerminalError.notOpened(code: errno)
        }
        _ = fcntl(master, F_SETFD, FD_CLOEXEC)
        _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        self.master = master
        drain = TerminalDrain(master: master)
        self.slave = slave
        devicePath = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        emulator = TerminalEmulator(size: size)
    }

    deinit {
        drain.stop()
        close(slave)
    }

    /// The modes of the line, as the program has set them.
    package var modes: termios {
        var modes = termios()
        tcgetattr(slave, &modes)
        return modes
    }

    /// Whether typed keys are echoed and held back to the end of a line, as a shell's program has it.
    package var isCooked: Bool {
        modes.c_lflag & UInt32(ECHO) != 0 && modes.c_lflag & UInt32(ICANON) != 0
            && modes.c_lflag & UInt32(ISIG) != 0 && modes.c_oflag & UInt32(OPOST) != 0
    }

    /// The process group that the terminal belongs to now.
    package var foreground: pid_t? {
        var group: pid_t = 0
        // tcgetpgrp would want the terminal to be this process's own.
        return ioctl(master, UInt(TIOCGPGRP), &group) == 0 ? group : nil
    }

    package func type(_ text: String) {
        type(Array(text.utf8))
    }

    package func type(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else {
                pump(milliseconds: 10)
            }
        }
    }

    /// Whether something was typed that a descriptor of the device would read.
    package func hasInput(for descriptor: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }

    /// What was typed and nobody has read: what the next program would get.
    package func unread() throws -> String {
        let device = open(devicePath, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        guard device >= 0 else { throw PseudoTerminalError.notOpened(code: errno) }
        defer { close(device) }
        var modes = termios()
        tcgetattr(device, &modes)
        let before = modes
        cfmakeraw(&modes)
        tcsetattr(device, TCSANOW, &modes)
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(device, &bytes, bytes.count)
        modes = before
        tcsetattr(device, TCSANOW, &modes)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    /// Changes the window's size; the kernel tells the program in front.
    package func resize(to size: Size) {
        pump(milliseconds: 0)
        emulator.resize(to: size)
        var window = winsize(
            ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    /// Takes what was written; waits for the first byte that long.
    package func pump(milliseconds: Int32 = 0) {
        let bytes = drain.take(milliseconds: milliseconds)
        output += bytes
        emulator.feed(bytes)
    }

    /// Takes everything that was written before this call, even if it is still on its way.
    ///
    /// A mark that terminals ignore is written behind it and waited for.
    package func settle() throws {
        marks += 1
        let mark = Array("\u{1B}]9999;\(marks)\u{7}".utf8)
        let start = output.count
        _ = mark.withUnsafeBytes { write(slave, $0.baseAddress, $0.count) }
        var place: Range<Int>?
        try wait(for: "mark \(marks)") {
            place = output[start...].firstRange(of: mark)
            return place != nil
        }
        if let place { output.removeSubrange(place) }
    }

    /// Waits until the condition holds.
    package func wait(for what: String, until condition: () throws -> Bool) throws {
        let limit = ContinuousClock.now + Self.patience
        while true {
            pump()
            if try condition() { return }
            guard ContinuousClock.now < limit else {
                throw PseudoTerminalError.timedOut(waitingFor: what, screen: emulator.lines)
            }
            pump(milliseconds: 20)
        }
    }

    /// Waits until a text is on the screen.
    package func waitForText(_ text: String) throws {
        try wait(for: text) { emulator.contains(text) }
    }

    /// Whether bytes were written at some time, since a position in `output`.
    package func hasWritten(_ text: String, since start: Int = 0) -> Bool {
        output[min(start, output.count)...].firstRange(of: Array(text.utf8)) != nil
    }
}

extension Collection where Element: Equatable {
    fileprivate func firstRange(of wanted: [Element]) -> Range<Index>? {
        var start = startIndex
        while start != endIndex {
            let rest = self[start...]
            if rest.starts(with: wanted) { return start..<(index(start, offsetBy: wanted.count)) }
            start = index(after: start)
        }
        return nil
    }
}
