import PaydownCore

/// What one file contributes to the rules of one rule set.
///
/// Flat on purpose: rows of numbers, and strings in one block with their ends. Nothing refers to anything outside, so
/// that it can be written to a cache as it is (rows are trivial values of a fixed size: `rows`, `tallies`, `members`,
/// `textEnds` and `text` one after the other, each with its count before it) and read back without decoding.
package struct FileContribution: Equatable, Sendable {
    package var path: String
    package var rows: [ContributionRow] = []
    package var tallies: [ContributionTally] = []
    /// Members of classes, as numbers of strings; rows say which are theirs.
    package var members: [UInt32] = []
    /// Where string *n* ends in `text`; string 0 is empty and has no entry.
    package var textEnds: [UInt32] = []
    package var text: [UInt8] = []
    /// Bits of the scopes that hold the file, by `RuleSet.scopes`; in words of 64.
    package var scopes: [UInt64] = []

    package init(path: String) {
        self.path = path
    }

    package func string(_ number: UInt32) -> String {
        String(decoding: text[range(number)], as: UTF8.self)
    }

    func range(_ number: UInt32) -> Range<Int> {
        if number == 0 { return 0..<0 }
        let begin = number == 1 ? 0 : Int(textEnds[Int(number) - 2])
        return begin..<Int(textEnds[Int(number) - 1])
    }
}

/// A finding, or something that a rule wants to know when all files have been seen.
package struct ContributionRow: Equatable, Sendable {
    /// The index in `RuleSet.rules`.
    package var rule: UInt16 = 0
    package var tags: TagSet = []
    /// An observation is no finding by itself.
    package var isObservation = false
    /// Which of the four context hashes there are: bit 0 is the line two before.
    package var contextMask: UInt8 = 0
    package var hasStatement = false
    /// 1-based; 0 for the whole file.
    package var line: UInt32 = 0
    package var column: UInt32 = 0
    package var endLine: UInt32 = 0
    package var endColumn: UInt32 = 0
    // Numbers of strings.
    package var symbol: UInt32 = 0
    package var message: UInt32 = 0
    package var excerpt: UInt32 = 0
    package var scope: UInt32 = 0
    /// What only the kind understands.
    package var detail: UInt32 = 0
    package var properties: UInt32 = 0
    package var firstMember: UInt32 = 0
    package var memberCount: UInt32 = 0
    package var statement: UInt64 = 0
    /// 40 bits, without the number that tells equal ones apart.
    package var identity: UInt64 = 0
    package var context = SIMD4<UInt32>()

    package init() {}
}

/// How many places of a file a rule looked at, by what it counts.
package struct ContributionTally: Equatable, Sendable {
    package var rule: UInt16
    /// 0 is the rule's population; the others are the kind's own.
    package var slot: UInt16
    package var value: UInt32

    package init(rule: UInt16, slot: UInt16, value: UInt32) {
        self.rule = rule
        self.slot = slot
        self.value = value
    }
}
