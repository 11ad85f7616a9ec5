import Glibc
import PaydownScreen

/// Waits for whatever comes first: a key, a signal, a finished job, a watched file, a moment in time.
///
/// One thread, one poll(2), no ticker: while nothing happens nothing runs.
package final class EventLoop {
    /// What a wait found; several things may be ready at once.
    package struct Ready {
        /// The keys, mouse actions and pastes that came.
        package var input: [InputEvent] = []
        /// What the terminal answered or reported by itself.
        package var replies: [TerminalReply] = []
        package var signals: [TerminalSignals.Event] = []
        package var hasFinishedJobs = false
        /// Those of the descriptors given to `watch` that can be read.
        package var descriptors: [Int32] = []
        /// Whether the deadline is reached.
        package var isDue = false
        /// Whether the terminal is gone: end as for SIGHUP.
        package var isHungUp = false
    }

    private let session: TerminalSession
    private let signals: TerminalSignals
    private let waker: JobWaker
    private var polled: [pollfd]
    private static let firstWatched = 3

    package init(session: TerminalSession, signals: TerminalSignals, waker: JobWaker) {
        self.session = session
        self.signals = signals
        self.waker = waker
        polled = [session.inputDescriptor, signals.descriptor, waker.descriptor].map(Self.reading)
    }

    /// Reports a descriptor, such as inotify's, when it can be read; the caller reads it.
    package func watch(_ descriptor: Int32) {
        polled.append(Self.reading(descriptor))
    }

    package func unwatch(_ descriptor: Int32) {
        polled[Self.firstWatched...].removeAll { $0.fd == descriptor }
    }

    /// Waits until something is ready or the deadline is reached; for ever when there is none.
    ///
    /// All input there is is drained, so that a frame is drawn once for many keys.
    package func wait(until deadline: ContinuousClock.Instant? = nil) -> Ready {
        var ready = Ready()
        while true {
            let wake = [deadline, session.inputDeadline].compactMap(\.self).min()
            poll(until: wake)
            collect(into: &ready)
            if let deadline, ContinuousClock.now >= deadline { ready.isDue = true }
            if ready.isSomething { return ready }
        }
    }

    private func poll(until deadline: ContinuousClock.Instant?) {
        let timeout = deadline.map { Self.milliseconds(until: $0) } ?? -1
        let count = polled.withUnsafeMutableBufferPointer {
            Glibc.poll($0.baseAddress, nfds_t($0.count), timeout)
        }
        if count <= 0 {
            for index in polled.indices { polled[index].revents = 0 }
        }
    }

    private func collect(into ready: inout Ready) {
        if polled[1].revents != 0 { ready.signals += signals.read() }
        if polled[2].revents != 0, waker.drain() { ready.hasFinishedJobs = true }
        if polled[0].revents != 0 || session.inputDeadline != nil { ready.input += session.readEvents() }
        ready.replies += session.takeReplies()
        if polled[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 || session.isHungUp { ready.isHungUp = true }
        for entry in polled[Self.firstWatched...] where entry.revents != 0 { ready.descriptors.append(entry.fd) }
    }

    /// Rounded up, so that the moment has come when the wait ends.
    private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
        let rest = ContinuousClock.now.duration(to: deadline)
        guard rest > .zero else { return 0 }
        let (seconds, attoseconds) = rest.components
        let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: milliseconds)
    }

    private static func reading(_ descriptor: Int32) -> pollfd {
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    }
}

extension EventLoop.Ready {
    fileprivate var isSomething: Bool {
        !input.isEmpty || !replies.isEmpty || !signals.isEmpty || hasFinishedJobs || !descriptors.isEmpty || isDue
            || isHungUp
    }
}
