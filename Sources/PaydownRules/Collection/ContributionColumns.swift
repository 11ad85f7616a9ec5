/// A file's contribution while it is put together.
package struct ContributionColumns: Equatable, Sendable {
    package var rows: [ContributionRow] = []
    package var tallies: [ContributionTally] = []
    /// Members of classes, as numbers of strings; rows say which are theirs.
    package var members: [UInt32] = []
    /// Where string *n* ends in `text`; string 0 is empty and has no entry.
    package var stringEnds: [UInt32] = []
    package var text: [UInt8] = []
    /// Bits of the scopes that hold the file, by `RuleSet.scopes`; in words of 64.
    package var scopes: [UInt64] = []

    package init() {}

    var isEmpty: Bool { counts == ContributionCounts() }

    var counts: ContributionCounts {
        ContributionCounts(
            rows: UInt32(rows.count), tallies: UInt32(tallies.count), members: UInt32(members.count),
            strings: UInt32(stringEnds.count), bytes: UInt32(text.count), scopes: UInt32(scopes.count))
    }

    /// The bytes of a string.
    func range(_ number: UInt32) -> Range<Int> {
        if number == 0 { return 0..<0 }
        let begin = number == 1 ? 0 : Int(stringEnds[Int(number) - 2])
        return begin..<Int(stringEnds[Int(number) - 1])
    }

    /// Nothing again; the memory is kept.
    mutating func removeAll() {
        // Most files contribute nothing.
        if isEmpty { return }
        rows.removeAll(keepingCapacity: true)
        tallies.removeAll(keepingCapacity: true)
        members.removeAll(keepingCapacity: true)
        stringEnds.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        scopes.removeAll(keepingCapacity: true)
    }
}
