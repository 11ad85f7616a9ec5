import PaydownDashboard
import PaydownTerminal
import Synchronization

/// Events from other threads, in the order they were posted; posting wakes the loop.
final class Mailbox: Sendable {
    private let events = Mutex<[Event]>([])
    private let waker: JobWaker

    init(waker: JobWaker) {
        self.waker = waker
    }

    func post(_ event: Event) {
        events.withLock { $0.append(event) }
        waker.wake()
    }

    func take() -> [Event] {
        events.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
