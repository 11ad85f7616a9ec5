import CLinux
import CNcurses
import Glibc

/// Where ncurses writes: a file in memory, so that a frame goes to the terminal in one piece.
///
/// ncurses flushes every 2,800 bytes; a terminal that draws between two flushes shows half a frame. Here
/// its bytes are gathered, counted and sent with one write(2).
final class FrameSink {
    /// For ncurses to write to.
    let output: UnsafeMutablePointer<FILE>
    /// For ncurses to read from: nothing, as keys are read elsewhere.
    let input: UnsafeMutablePointer<FILE>
    private let descriptor: Int32
    private var bytes: [UInt8] = []

    init() throws(TerminalError) {
        let descriptor = paydown_memory_file()
        guard descriptor >= 0 else { throw .system(call: "memfd_create", code: errno) }
        guard let output = fdopen(descriptor, "r+") else {
            let code = errno
            close(descriptor)
            throw .system(call: "fdopen", code: code)
        }
        guard let input = fopen("/dev/null", "re") else {
            let code = errno
            fclose(output)
            throw .system(call: "fopen of /dev/null", code: code)
        }
        self.descriptor = descriptor
        self.output = output
        self.input = input
    }

    deinit {
        fclose(input)
        fclose(output)
    }

    /// Hands over what was gathered since the last time, after the prefix and before the suffix, and forgets it.
    func take(
        prefix: [UInt8] = [], suffix: [UInt8] = [], _ consume: (UnsafeRawBufferPointer) -> Void
    ) {
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        let total = prefix.count + max(0, count) + suffix.count
        guard total > 0 else { return }
        if bytes.count < total {
            // Doubling keeps the number of growths small; the room is kept for later frames.
            bytes = Array(repeating: 0, count: max(total, 2 * bytes.count))
        }
        bytes.withUnsafeMutableBytes { room in
            room.copyBytes(from: prefix)
            var filled = 0
            while filled < count {
                let read = pread(descriptor, room.baseAddress! + prefix.count + filled, count - filled, off_t(filled))
                guard read > 0 else { break }
                filled += read
            }
            let end = prefix.count + filled
            UnsafeMutableRawBufferPointer(rebasing: room[end...]).copyBytes(from: suffix)
            consume(UnsafeRawBufferPointer(rebasing: room[..<(end + suffix.count)]))
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    /// Forgets what was gathered.
    func discard() {
        lseek(descriptor, 0, SEEK_SET)
    }
}
