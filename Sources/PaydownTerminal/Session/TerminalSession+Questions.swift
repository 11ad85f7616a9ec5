extension TerminalSession {
    /// Asks whether the terminal can take a frame as one (mode 2026); its answer switches that on whenever it comes.
    ///
    /// Not inside tmux and GNU screen: tmux 3.7 says yes for terminals that cannot, and then sends the whole pane for
    /// each frame.
    package func askForSynchronizedOutput() {
        guard canAsk, !isMultiplexed else { return }
        ask(mode: TerminalModes.synchronizedNumber)
    }

    /// Asks for the colour of the ground and for reports when it becomes dark or light.
    ///
    /// - Returns: whether an answer may come.
    package func askForColors() -> Bool {
        guard canAsk || !(environment["TMUX"] ?? "").isEmpty else { return false }
        modes.reportsColors = true
        ask("\u{1B}]11;?\u{1B}\\")
        return true
    }

    private var isMultiplexed: Bool {
        !(environment["TMUX"] ?? "").isEmpty || !(environment["STY"] ?? "").isEmpty
            || ["tmux", "screen"].contains { capabilities.name.hasPrefix($0) }
    }

    /// Whether a question does no harm: consoles of old print its letters. By the names under which terminals go that
    /// know questions or pass them over.
    private var canAsk: Bool {
        let names = [
            "xterm", "alacritty", "foot", "kitty", "wezterm", "ghostty", "contour", "mintty", "iterm", "rio", "st",
        ]
        return capabilities.isUTF8 && names.contains { capabilities.name.hasPrefix($0) }
    }

    /// Apple's terminal shows the last letter of this question, so the cursor comes back and takes it away.
    private func ask(mode: Int) {
        ask("\u{1B}7\u{1B}[?\(mode)$p\u{1B}8\u{1B}[K")
    }

    private func ask(_ question: String) {
        guard device.isInForeground else { return }
        input.expectAnswer()
        Array(question.utf8).withUnsafeBytes { _ = device.write($0) }
    }
}
