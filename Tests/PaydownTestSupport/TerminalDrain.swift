import CLinux
import Glibc
import Synchronization

/// A thread that takes what a program writes to its pseudo terminal as soon as it is there.
///
/// The kernel keeps 8 kB for a terminal that nobody reads; a session in the test's own thread would wait
/// for ever in the middle of its first frame.
final class TerminalDrain: Sendable {
    private let master: Int32
    private let arrived: Int32
    private let stopped: Int32
    private let bytes = Mutex<[UInt8]>([])

    init(master: Int32) {
        self.master = master
        arrived = paydown_eventfd()
        stopped = paydown_eventfd()
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            {
                Unmanaged<Run>.fromOpaque($0!).takeRetainedValue().drain.run(); return nil
            }, Unmanaged.passRetained(Run(self)).toOpaque())
        pthread_detach(thread)
    }

    /// What the thread is given: it keeps the drain alive until it ends.
    private final class Run: Sendable {
        let drain: TerminalDrain

        init(_ drain: TerminalDrain) {
            self.drain = drain
        }
    }

    deinit {
        close(master)
        close(arrived)
        close(stopped)
    }

    /// Ends the thread; what it waits on is closed when it is gone.
    func stop() {
        var one: UInt64 = 1
        write(stopped, &one, 8)
    }

    /// What came since the last call; waits for the first byte that long.
    func take(milliseconds: Int32) -> [UInt8] {
        var polled = pollfd(fd: arrived, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, milliseconds) > 0 else { return [] }
        var count: UInt64 = 0
        read(arrived, &count, 8)
        return bytes.withLock { bytes in
            defer { bytes = [] }
            return bytes
        }
    }

    private func run() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var polled = [master, stopped].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while true {
            guard poll(&polled, 2, -1) > 0 else { continue }
            if polled[1].revents != 0 { return }
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { continue }
            bytes.withLock { $0 += buffer[..<count] }
            var one: UInt64 = 1
            write(arrived, &one, 8)
        }
    }
}
