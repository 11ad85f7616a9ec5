/// A file as the multiset of its findings, each in three ways: with the lines around it, without them, and without the
/// text of its statement as well.
struct FileFindings {
    let path: UInt32
    /// Of each finding, ascending.
    private let exact: [UInt64]
    private let same: [UInt64]
    private let alike: [UInt64]
    /// Whether the lines around its findings are known.
    let hasContext: Bool

    /// - Parameters:
    ///   - path: its number.
    ///   - group: its rows.
    ///   - count: how many rows stand before those of the table.
    init(
        _ path: Int, _ group: ArraySlice<Int32>, _ rows: IdentityRows, _ table: FindingTable, behind count: Int = 0
    ) {
        self.path = UInt32(path)
        same = group.map { rows.hash(Int($0), in: .statementInScope) }.sorted()
        alike = group.map { rows.hash(Int($0), in: .scope) }.sorted()
        exact = group.map { row in
            var hash = TextHash()
            hash.feed(rows.hash(Int(row), in: .statementInScope))
            var words = 1
            table.forEachContextLine(Int(row) - count) { line in
                hash.feed(TextHash.of(line))
                words += 1
            }
            return hash.finished(count: 8 * words)
        }.sorted()
        hasContext = group.contains { table.hasContext(Int($0) - count) }
    }

    var count: Int { same.count }

    /// What it has in common with others, each once.
    var features: [UInt64] { Self.distinct(same) + Self.distinct(alike) }

    /// How many findings two files have in common, repeated ones as often as both have them; the exact ones are among
    /// the same ones, and those among the ones that are alike.
    func common(_ other: FileFindings) -> (exact: Int, same: Int, alike: Int) {
        (
            Self.common(exact, other.exact), Self.common(same, other.same), Self.common(alike, other.alike)
        )
    }

    private static func distinct(_ hashes: [UInt64]) -> [UInt64] {
        hashes.enumerated().filter { $0 == 0 || hashes[$0 - 1] != $1 }.map(\.element)
    }

    private static func common(_ mine: [UInt64], _ theirs: [UInt64]) -> Int {
        var (first, second, common) = (0, 0, 0)
        while first < mine.count, second < theirs.count {
            let (left, right) = (mine[first], theirs[second])
            if left == right { common += 1 }
            if left <= right { first += 1 }
            if right <= left { second += 1 }
        }
        return common
    }
}
