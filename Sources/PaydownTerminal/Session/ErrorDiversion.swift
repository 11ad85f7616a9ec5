import CLinux
import Glibc

/// Keeps what is written to standard error off the screen, and hands it on when the screen is left.
///
/// A library's warning or a child's complaint in the middle of a frame would stay there until the next
/// redraw, and what Swift says before a trap would vanish with the alternate screen.
final class ErrorDiversion {
    /// A file in memory that takes the text; -1 when standard error is not this terminal.
    let file: Int32
    /// Standard error as it was; -1 likewise.
    let original: Int32

    /// - Parameter terminal: a descriptor of the terminal that is drawn on.
    init(terminal: Int32) {
        guard let device = Self.device(terminal), Self.device(STDERR_FILENO) == device else {
            (file, original) = (-1, -1)
            return
        }
        let file = paydown_memory_file()
        let original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        guard file >= 0, original >= 0 else {
            // Without it the screen may be spoilt by a stray line, which a redraw repairs.
            for descriptor in [file, original] where descriptor >= 0 { close(descriptor) }
            (self.file, self.original) = (-1, -1)
            return
        }
        _ = fcntl(file, F_SETFL, O_APPEND)
        (self.file, self.original) = (file, original)
    }

    deinit {
        for descriptor in [file, original] where descriptor >= 0 { close(descriptor) }
    }

    func begin() {
        if file >= 0 { dup2(file, STDERR_FILENO) }
    }

    /// Gives standard error back and hands on what was written meanwhile.
    func end() {
        guard file >= 0 else { return }
        dup2(original, STDERR_FILENO)
        var buffer = [UInt8](repeating: 0, count: 4096)
        var offset = 0
        while true {
            let count = pread(file, &buffer, buffer.count, off_t(offset))
            guard count > 0 else { break }
            offset += count
            write(STDERR_FILENO, buffer, count)
        }
        ftruncate(file, 0)
    }

    /// The device behind a descriptor, also where that was opened as /dev/tty; nil when it is no terminal.
    private static func device(_ descriptor: Int32) -> UInt32? {
        // TIOCGDEV of asm-generic/ioctls.h, whose macro Swift does not import.
        let request: UInt = 0x8004_5432
        var device: UInt32 = 0
        return ioctl(descriptor, request, &device) == 0 ? device : nil
    }
}
