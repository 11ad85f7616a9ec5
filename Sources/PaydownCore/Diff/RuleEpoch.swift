/// Whether two snapshots were made with the same rules. Where they were not, a difference in numbers is a break
/// in the line, and neither progress nor the lack of it.
package struct RuleEpoch: Equatable, Sendable {
    /// Both snapshots say which rules they were made with, and say different things.
    package let isDigestChanged: Bool
    /// Rules that both have and that look for something else now, in the order of the new one.
    package let redefined: [String]
    /// Whether the rules are others and nothing says which of them, so that no count compares.
    package let isUntold: Bool
    /// Rules that only the new snapshot has, in its order.
    package let appeared: [String]
    /// Rules that only the old snapshot has, in its order.
    package let disappeared: [String]

    package init(old: SnapshotHeader, new: SnapshotHeader) {
        let digests = (old.tool.rules, new.tool.rules)
        self.init(
            old: old.rules, new: new.rules,
            isDigestChanged: !digests.0.isEmpty && !digests.1.isEmpty && digests.0 != digests.1)
    }

    /// - Parameter isDigestChanged: whether the digests of all rules together differ.
    package init(old: [Rule], new: [Rule], isDigestChanged: Bool) {
        self.isDigestChanged = isDigestChanged
        let (oldRules, newRules) = (Set(old.map(\.id)), Set(new.map(\.id)))
        // A snapshot that lists no rules says nothing about them.
        appeared = oldRules.isEmpty ? [] : new.map(\.id).filter { !oldRules.contains($0) }
        disappeared = newRules.isEmpty ? [] : old.map(\.id).filter { !newRules.contains($0) }
        let before = Dictionary(old.map { ($0.id, $0.digest) }) { first, _ in first }
        let common = new.filter { before[$0.id] != nil }
        let areTold = !common.isEmpty && common.allSatisfy { !$0.digest.isEmpty && before[$0.id]?.isEmpty == false }
        isUntold = isDigestChanged && !areTold
        redefined = isDigestChanged && areTold ? common.filter { before[$0.id] != $0.digest }.map(\.id) : []
    }

    /// Rules that are not checked any more. A list that only ever names rules with findings, as other tools have it,
    /// drops none: there the digest stays.
    var dropped: Set<String> { isDigestChanged ? Set(disappeared) : [] }

    /// Rules that were not checked before.
    var added: Set<String> { isDigestChanged ? Set(appeared) : [] }

    /// Whether anything about the rules is different.
    package var isChanged: Bool { isUntold || !redefined.isEmpty || !appeared.isEmpty || !disappeared.isEmpty }

    /// Whether a rule's findings do not compare.
    package func isBroken(_ rule: String) -> Bool {
        isUntold || redefined.contains(rule)
            || isDigestChanged && (appeared.contains(rule) || disappeared.contains(rule))
    }
}
