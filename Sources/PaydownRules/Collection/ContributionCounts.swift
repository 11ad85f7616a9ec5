/// How long the columns of contributions are: of one file, of several, or up to one of them.
package struct ContributionCounts: Equatable, Sendable, BitwiseCopyable {
    package var rows: UInt32 = 0
    package var tallies: UInt32 = 0
    package var members: UInt32 = 0
    package var strings: UInt32 = 0
    /// Of all strings together.
    package var bytes: UInt32 = 0
    /// In words.
    package var scopes: UInt32 = 0

    package init(
        rows: UInt32 = 0, tallies: UInt32 = 0, members: UInt32 = 0, strings: UInt32 = 0, bytes: UInt32 = 0,
        scopes: UInt32 = 0
    ) {
        self.rows = rows
        self.tallies = tallies
        self.members = members
        self.strings = strings
        self.bytes = bytes
        self.scopes = scopes
    }

    static func + (left: ContributionCounts, right: ContributionCounts) -> ContributionCounts {
        ContributionCounts(
            rows: left.rows + right.rows, tallies: left.tallies + right.tallies,
            members: left.members + right.members, strings: left.strings + right.strings,
            bytes: left.bytes + right.bytes, scopes: left.scopes + right.scopes)
    }

    static func - (left: ContributionCounts, right: ContributionCounts) -> ContributionCounts {
        ContributionCounts(
            rows: left.rows - right.rows, tallies: left.tallies - right.tallies,
            members: left.members - right.members, strings: left.strings - right.strings,
            bytes: left.bytes - right.bytes, scopes: left.scopes - right.scopes)
    }

    /// Whether no column is shorter than there.
    func isBehind(_ other: ContributionCounts) -> Bool {
        rows >= other.rows && tallies >= other.tallies && members >= other.members && strings >= other.strings
            && bytes >= other.bytes && scopes >= other.scopes
    }
}

/// Where the columns of a block begin, in bytes from its beginning; those whose values are wider come first, so that each
/// is aligned when the block is, to 16 bytes.
struct ContributionLayout {
    let scopes: Int
    let ends: Int
    let tallies: Int
    let members: Int
    let stringEnds: Int
    let text: Int
    let byteCount: Int

    init(files: Int, _ counts: ContributionCounts) {
        scopes = Int(counts.rows) * MemoryLayout<ContributionRow>.stride
        ends = scopes + Int(counts.scopes) * MemoryLayout<UInt64>.stride
        tallies = ends + files * MemoryLayout<ContributionCounts>.stride
        members = tallies + Int(counts.tallies) * MemoryLayout<ContributionTally>.stride
        stringEnds = members + Int(counts.members) * MemoryLayout<UInt32>.stride
        text = stringEnds + Int(counts.strings) * MemoryLayout<UInt32>.stride
        byteCount = text + Int(counts.bytes)
    }
}
