extension Model {
    /// Keeps what a person should know for the list of problems: what is said again moves to the end instead of standing
    /// there twice, and in a long session the oldest go.
    mutating func note(_ texts: [String]) {
        guard !texts.isEmpty else { return }
        let new = Set(texts)
        notices.removeAll { new.contains($0) }
        for (index, text) in texts.enumerated() where !texts[..<index].contains(text) { notices.append(text) }
        notices.removeFirst(max(0, notices.count - Self.mostNotices))
    }

    static let mostNotices = 200
}
