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

    /// A snapshot that cannot be read: what is shown stays, and where the page is full a line says so.
    mutating func takeUnreadable(_ text: String) -> [Effect] {
        hasUnreadable = true
        note([text])
        guard header != nil else { return [] }
        let count = notices.count + archive.failures.count
        return show(Toast(text + (count > 1 ? "  (\(count) problems: ! shows them)" : ""), kind: .warning))
    }
}
