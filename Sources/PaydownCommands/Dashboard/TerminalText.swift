import Glibc

/// Text on the terminal itself while the dashboard is away.
enum TerminalText {
    /// Writes a text and waits for a key or for a signal; ^c and ^z stay signals.
    static func show(_ text: String, signals: Int32) {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return }
        defer { close(terminal) }
        StandardOutput.write(text, to: terminal)
        var before = termios()
        let hasModes = tcgetattr(terminal, &before) == 0
        var single = before
        single.c_lflag &= ~tcflag_t(ICANON | ECHO)
        if hasModes { tcsetattr(terminal, TCSANOW, &single) }
        defer { if hasModes { tcsetattr(terminal, TCSANOW, &before) } }
        var waiting = [
            pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&waiting, 2, -1) < 0, errno == EINTR {}
        guard waiting[0].revents != 0 else { return }
        // All bytes of the key, and of what was typed with it.
        var typed = [UInt8](repeating: 0, count: 4096)
        _ = read(terminal, &typed, typed.count)
    }
}
