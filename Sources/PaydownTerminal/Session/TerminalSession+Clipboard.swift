extension TerminalSession {
    /// Puts a text on the clipboard of the terminal's machine with OSC 52, also over ssh.
    ///
    /// The terminal does not answer, so whether it took the text is not known.
    ///
    /// - Returns: false when the text is too long for the sequence: terminals drop what goes beyond 100,000
    ///   bytes, which are 74,994 before encoding.
    package func copyToClipboard(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= 74_994 else { return false }
        let sequence = "\u{1B}]52;c;" + Base64.encode(bytes) + "\u{7}"
        Array(sequence.utf8).withUnsafeBytes { _ = device.write($0) }
        return true
    }
}
