import Dispatch

/// Does blocking work on a thread that no task needs.
///
/// Whoever waits for Git waits for a task; tests that did so on the few threads that tasks have could leave none for it.
func offPool<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
    }
}
