import Synchronization

/// What the last texts were read as, so that a file that has not changed is not parsed again.
///
/// TOMLKit 0.6.0 keeps what it parsed until the program ends. A project's file is read for each scan, thousands of times in
/// a long session, and nearly always as it was.
enum TOMLMemory {
    private struct State {
        var roots: [String: [String: TOMLNode]] = [:]
        /// The texts in the order in which they were met.
        var order: [String] = []
        var parsed = 0
    }

    private static let state = Mutex(State())
    /// More than the files of themes and configuration that one has.
    private static let limit = 64

    /// How many texts had to be parsed so far.
    static var parsed: Int { state.withLock { $0.parsed } }

    static func root(of text: String) -> [String: TOMLNode]? {
        state.withLock { $0.roots[text] }
    }

    static func remember(_ root: [String: TOMLNode], of text: String) {
        state.withLock { state in
            state.parsed += 1
            guard state.roots.updateValue(root, forKey: text) == nil else { return }
            state.order.append(text)
            if state.order.count > limit { state.roots[state.order.removeFirst()] = nil }
        }
    }
}
