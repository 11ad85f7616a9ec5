/// Whether two snapshots were made with the same rules. Where they were not, a difference in numbers is a break
/// in the line, and neither progress nor the lack of it.
package struct RuleEpoch: Equatable, Sendable {
    /// Both snapshots say which rules they were made with, and say different things.
    package let isDigestChanged: Bool
    /// Rules that only the new snapshot has, in its order.
    package let appeared: [String]
    /// Rules that only the old snapshot has, in its order.
    package let disappeared: [String]

    init(old: SnapshotHeader, new: SnapshotHeader) {
        let digests = (old.tool.rules, new.tool.rules)
        isDigestChanged = !digests.0.isEmpty && !digests.1.isEmpty && digests.0 != digests.1
        let oldRules = Set(old.rules.map(\.id))
        let newRules = Set(new.rules.map(\.id))
        // A snapshot that lists no rules says nothing about them.
        appeared = oldRules.isEmpty ? [] : new.rules.map(\.id).filter { !oldRules.contains($0) }
        disappeared = newRules.isEmpty ? [] : old.rules.map(\.id).filter { !newRules.contains($0) }
    }

    /// Rules that are not checked any more. A list that only ever names rules with findings, as other tools have it,
    /// drops none: there the digest stays.
    var dropped: Set<String> { isDigestChanged ? Set(disappeared) : [] }

    /// Rules that were not checked before.
    var added: Set<String> { isDigestChanged ? Set(appeared) : [] }

    /// Whether anything about the rules is different.
    package var isChanged: Bool { isDigestChanged || !appeared.isEmpty || !disappeared.isEmpty }
}
