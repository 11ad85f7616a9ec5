/// Where the file of each row is now: its path, or the one it was renamed to.
struct PathGroups {
    /// By row: the number of that path in `strings`.
    private(set) var path: [UInt32]
    /// The rows' own strings, and behind them paths that no row has.
    private(set) var strings: StringTable
    /// From old paths to new ones.
    private(set) var renames: [String: String] = [:]
    private let oldCount: Int
    private var targets: Set<UInt32> = []

    init(rows: IdentityRows, renames: [String: String]) {
        path = rows.path
        strings = rows.strings
        oldCount = rows.oldCount
        rename(renames)
    }

    /// - Parameter pairs: from old paths to new ones; paths that no old row has are only kept.
    mutating func rename(_ pairs: [String: String]) {
        if pairs.isEmpty { return }
        renames.merge(pairs) { _, later in later }
        var targetOf: [UInt32: UInt32] = [:]
        // Sorted, so that numbers do not depend on the order of a dictionary.
        for (old, new) in pairs.sorted(by: { $0.key < $1.key }) {
            targetOf[strings.intern(old).rawValue] = strings.intern(new).rawValue
        }
        targets.formUnion(targetOf.values)
        for row in 0..<oldCount {
            if let target = targetOf[path[row]] { path[row] = target }
        }
    }

    /// Whether an old file is said to have this path now.
    func isRenamed(_ number: Int) -> Bool {
        targets.contains(UInt32(number))
    }
}
