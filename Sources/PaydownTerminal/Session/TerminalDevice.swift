import CNcurses
import Glibc
import PaydownScreen

/// The terminal as a device: two descriptors, the modes of its line, its size.
///
/// Reading and writing have an open file of their own each, so that reading can be non-blocking while a
/// frame is written whole; neither shares its flags with the shell's descriptors.
final class TerminalDevice {
    let path: String
    let input: Int32
    let output: Int32
    /// The modes before paydown changed them.
    let savedModes: termios
    /// Bytes written so far.
    private(set) var bytesWritten = 0
    /// Calls of write(2) so far.
    private(set) var writes = 0

    init(path: String) throws(TerminalError) {
        let input = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        guard input >= 0 else { throw .noTerminal(device: path, code: errno) }
        let output = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard output >= 0 else {
            let code = errno
            close(input)
            throw .noTerminal(device: path, code: code)
        }
        var modes = termios()
        guard tcgetattr(output, &modes) == 0 else {
            let code = errno
            close(input)
            close(output)
            throw .noTerminal(device: path, code: code)
        }
        self.path = path
        self.input = input
        self.output = output
        savedModes = modes
    }

    deinit {
        close(input)
        close(output)
    }

    /// Every byte as it was typed, at once and without echo; ^c, ^z and ^s are keys like others.
    ///
    /// What was typed before stays: the change is made without flushing.
    func setRawModes() {
        var modes = savedModes
        cfmakeraw(&modes)
        setModes(modes)
    }

    func restoreModes() {
        setModes(savedModes)
    }

    private func setModes(_ modes: termios) {
        var modes = modes
        while tcsetattr(output, TCSANOW, &modes) != 0, errno == EINTR {}
    }

    /// Whether this process may write: a job in the background would be stopped for it, or disturb another.
    var isInForeground: Bool {
        let group = tcgetpgrp(output)
        // A terminal that does not control this process has no foreground to be in.
        return group < 0 || group == getpgrp()
    }

    /// The extent in cells; LINES and COLUMNS where the device does not know, 80x24 where they do not either.
    func size(environment: [String: String]) -> Size {
        var window = winsize()
        if ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 {
            return Size(width: Int(window.ws_col), height: Int(window.ws_row))
        }
        let width = environment["COLUMNS"].flatMap { Int($0) } ?? 80
        let height = environment["LINES"].flatMap { Int($0) } ?? 24
        return Size(width: min(max(1, width), 1000), height: min(max(1, height), 1000))
    }

    /// Writes everything, with one call unless the terminal takes less.
    ///
    /// - Returns: false when the terminal is gone.
    @discardableResult
    func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(output, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            bytesWritten += count
            writes += 1
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// What was typed and not read yet, at most as much as fits.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Reading {
        while true {
            let count = Glibc.read(input, buffer.baseAddress, buffer.count)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .closed }
            if errno == EINTR { continue }
            return errno == EAGAIN ? .nothing : .closed
        }
    }

    enum Reading {
        case bytes(Int)
        case nothing
        /// The terminal is gone.
        case closed
    }
}
