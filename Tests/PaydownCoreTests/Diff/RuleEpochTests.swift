import PaydownCore
import Testing

struct RuleEpochTests {
    private func header(_ digest: String, _ rules: [String: String]) -> SnapshotHeader {
        SnapshotHeader(
            project: SnapshotHeader.Project(name: "p"), takenAt: Timestamp(seconds: 0),
            tool: SnapshotHeader.Tool(rules: digest),
            rules: rules.sorted { $0.key < $1.key }.map { Rule(id: $0.key, check: "c", digest: $0.value) })
    }

    private func epoch(_ old: SnapshotHeader, _ new: SnapshotHeader) -> RuleEpoch { RuleEpoch(old: old, new: new) }

    @Test func `an epoch ends for the rule that was defined anew, and for no other`() {
        let epoch = epoch(header("one", ["a": "1", "b": "2"]), header("two", ["a": "1", "b": "3"]))

        #expect(epoch.redefined == ["b"] && !epoch.isUntold && epoch.isChanged)
        #expect(epoch.isBroken("b") && !epoch.isBroken("a"))
    }

    @Test func `a rule that comes or goes ends no epoch of the others`() {
        let epoch = epoch(header("one", ["a": "1", "old": "2"]), header("two", ["a": "1", "new": "2"]))

        #expect(epoch.redefined.isEmpty && !epoch.isUntold && epoch.isChanged)
        #expect(epoch.isBroken("new") && epoch.isBroken("old") && !epoch.isBroken("a"))
    }

    @Test func `what no rule is touched by is no change`() {
        // The rules changed places, or a scope that none uses did.
        #expect(!epoch(header("one", ["a": "1"]), header("two", ["a": "1"])).isChanged)
    }

    @Test(arguments: [("", "1"), ("1", ""), ("", "")])
    func `where a snapshot does not tell, no count compares`(before: String, after: String) {
        let epoch = epoch(header("one", ["a": before, "b": "2"]), header("two", ["a": after, "b": "2"]))

        #expect(epoch.isUntold && epoch.redefined.isEmpty)
        #expect(epoch.isBroken("a") && epoch.isBroken("b"))
    }

    @Test func `equal digests of all rules together are one epoch`() {
        #expect(!epoch(header("one", ["a": ""]), header("one", ["a": "1"])).isChanged)
    }
}
