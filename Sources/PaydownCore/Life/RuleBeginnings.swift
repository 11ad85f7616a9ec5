/// Since which of some snapshots each rule has been looked for: what it found in the first one may have been there before.
package struct RuleBeginnings {
    /// By rule, the number of the first snapshot that has it.
    private var first: [String: Int] = [:]
    /// The first snapshot that does not say what it looked for.
    private var mute: Int?

    private var count = 0

    /// Of no snapshot yet.
    package init() {}

    /// - Parameter headers: oldest first.
    package init(_ headers: some Sequence<SnapshotHeader>) {
        for header in headers { add(header) }
    }

    /// Takes the snapshot after those before.
    package mutating func add(_ header: SnapshotHeader) {
        if header.rules.isEmpty, mute == nil { mute = count }
        for rule in header.rules where rule.isSeen && first[rule.id] == nil { first[rule.id] = count }
        count += 1
    }

    /// Whether a finding that was met first in a snapshot may be older than that.
    package func mayBeOlder(_ rule: String, metIn number: Int) -> Bool {
        number <= min(first[rule] ?? 0, mute ?? .max)
    }
}
