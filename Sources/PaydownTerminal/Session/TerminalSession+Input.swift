import PaydownScreen

extension TerminalSession {
    /// Everything the person did since the last call, without waiting.
    package func readEvents() -> [InputEvent] {
        input.read(from: device)
    }

    /// When `readEvents` is to be called even if nothing more comes: an escape may be a key or the start of one.
    package var inputDeadline: ContinuousClock.Instant? { input.deadline }

    /// Whether the terminal is gone, as when its window was closed.
    package var isHungUp: Bool { input.isClosed }
}
