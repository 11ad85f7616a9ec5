/// The parts of a path, without regard to case: names that differ in nothing else are called the same.
struct PathEnd {
    private let parts: [Substring]
    /// The path's last part, and its last two.
    let keys: [Substring]

    init(_ path: String) {
        let text = path.lowercased()
        parts = text.split(separator: "/")
        keys = parts.count > 1 ? [parts[parts.count - 1], text[parts[parts.count - 2].startIndex...]] : parts
    }

    /// How many parts at the end both have.
    func common(_ other: PathEnd) -> Int {
        zip(parts.reversed(), other.parts.reversed()).prefix { $0 == $1 }.count
    }
}
