import Synchronization

/// Tells superseded work to stop: each start makes all earlier tokens stale.
final class Generation: Sendable {
    private let current = Atomic<Int>(0)

    /// Begins a new piece of work; the closure says whether it has been superseded.
    func begin() -> @Sendable () -> Bool {
        let mine = current.wrappingAdd(1, ordering: .relaxed).newValue
        return { [self] in current.load(ordering: .relaxed) != mine }
    }
}
