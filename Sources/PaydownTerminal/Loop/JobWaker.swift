import CLinux
import Glibc

/// Wakes the loop from any thread: a job has finished.
package final class JobWaker: Sendable {
    /// To wait on; then call `drain`.
    package let descriptor: Int32

    package init() throws(TerminalError) {
        descriptor = paydown_eventfd()
        guard descriptor >= 0 else { throw .system(call: "eventfd", code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// Makes the next wait return; many calls before it count as one.
    package func wake() {
        var one: UInt64 = 1
        while write(descriptor, &one, 8) < 0, errno == EINTR {}
    }

    /// Whether someone called `wake` since the last time.
    package func drain() -> Bool {
        var count: UInt64 = 0
        return read(descriptor, &count, 8) == 8
    }
}
