import Dispatch
import Synchronization

/// A value that is made on another thread while this one goes on.
final class Later<Value: Sendable>: Sendable {
    private let ready = DispatchSemaphore(value: 0)
    private let value = Mutex<Value?>(nil)

    init(_ make: @escaping @Sendable () -> Value) {
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            let made = make()
            value.withLock { $0 = made }
            ready.signal()
        }
    }

    /// Waits until it is there.
    func wait() -> Value {
        ready.wait()
        defer { ready.signal() }
        return value.withLock { value in
            guard let value else { preconditionFailure("signalled before the value was there") }
            return value
        }
    }
}
