import PaydownScreen

extension TerminalSession {
    /// Everything the person did since the last call, without waiting.
    package func readEvents() -> [InputEvent] {
        input.read(from: device)
    }

    /// What the terminal answered or reported by itself since the last call, as far as others are concerned.
    package func takeReplies() -> [TerminalReply] {
        input.takeReplies().filter { reply in
            guard case .mode(let number, let canBeSet) = reply else { return true }
            if number == TerminalModes.synchronizedNumber { usesSynchronizedOutput = canBeSet }
            return false
        }
    }

    /// When `readEvents` is to be called even if nothing more comes: an escape may be a key or the start of one.
    package var inputDeadline: ContinuousClock.Instant? { input.deadline }

    /// Whether the terminal is gone, as when its window was closed.
    package var isHungUp: Bool { input.isClosed }
}
