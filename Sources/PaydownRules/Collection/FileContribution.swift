import PaydownCore

/// What one file contributes to the rules of one rule set.
///
/// Rows of numbers, and strings by number. They lie in a `ContributionBlock`, which a file shares with others when they
/// come from a cache: there are tens of thousands of contributions, most of them nearly empty, and none is copied on its
/// way from a cache to an outcome.
package struct FileContribution: Sendable {
    package let path: String
    let block: ContributionBlock
    /// Which of the block's files this is.
    let number: Int

    package init(path: String, _ columns: ContributionColumns = ContributionColumns()) {
        self.path = path
        block = columns.isEmpty ? .empty : ContributionBlock(columns)
        number = 0
    }

    /// - Parameter number: of a file in the block.
    package init(path: String, in block: ContributionBlock, number: Int) {
        precondition(number < block.fileCount, "a contribution that its block does not have")
        self.path = path
        self.block = block
        self.number = number
    }

    var rowCount: Int { block.rows(of: number).count }

    func row(_ index: Int) -> ContributionRow {
        block.row(block.rows(of: number).lowerBound + index)
    }

    /// How many strings there are beside the empty one, whose number is 0.
    var stringCount: Int { block.stringCount(of: number) }

    package func string(_ number: UInt32) -> String {
        withString(number) { String(decoding: $0, as: UTF8.self) }
    }

    func withString<Result>(_ number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        block.withString(number, of: self.number, body)
    }

    /// Names of members that belong to a row, as numbers of strings.
    func members(of row: ContributionRow) -> [UInt32] {
        (row.firstMember..<row.firstMember + row.memberCount).map { block.member(Int($0), of: number) }
    }

    /// All of it, copied.
    package var columns: ContributionColumns { block.columns(of: number) }
}

extension FileContribution: Equatable {
    package static func == (left: FileContribution, right: FileContribution) -> Bool {
        left.path == right.path && left.columns == right.columns
    }
}

/// A finding, or something that a rule wants to know when all files have been seen.
///
/// A value of a fixed size in which every byte is a field's: it is kept in caches as it lies in memory.
package struct ContributionRow: Equatable, Sendable, BitwiseCopyable {
    package var context = SIMD4<UInt32>()
    package var statement: UInt64 = 0
    /// 40 bits, without the number that tells equal ones apart.
    package var identity: UInt64 = 0
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
    /// The index in `RuleSet.rules`.
    package var rule: UInt16 = 0
    private var tagBits: UInt16 = 0
    private var flags: UInt8 = 0
    /// Which of the four context hashes there are: bit 0 is the line two before.
    package var contextMask: UInt8 = 0
    // Up to a multiple of 16.
    private var unused: UInt16 = 0
    private var unusedToo: UInt64 = 0

    package init() {}

    package var tags: TagSet {
        get { TagSet(rawValue: tagBits) }
        set { tagBits = newValue.rawValue }
    }

    /// An observation is no finding by itself.
    package var isObservation: Bool {
        get { flags & 1 != 0 }
        set { flags = flags & ~1 | (newValue ? 1 : 0) }
    }

    package var hasStatement: Bool {
        get { flags & 2 != 0 }
        set { flags = flags & ~2 | (newValue ? 2 : 0) }
    }
}

/// How many places of a file a rule looked at, by what it counts.
package struct ContributionTally: Equatable, Sendable, BitwiseCopyable {
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
