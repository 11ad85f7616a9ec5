import PaydownCore

/// Puts a file's contribution together; strings that repeat are kept once.
struct ContributionBuilder {
    private(set) var contribution = FileContribution(path: "")
    private var numbers: [String: UInt32] = [:]

    mutating func begin(path: String) {
        contribution = FileContribution(path: path)
        numbers.removeAll(keepingCapacity: true)
    }

    mutating func string(_ text: String) -> UInt32 {
        if text.isEmpty { return 0 }
        if let number = numbers[text] { return number }
        contribution.text.append(contentsOf: text.utf8)
        contribution.textEnds.append(UInt32(contribution.text.count))
        let number = UInt32(contribution.textEnds.count)
        numbers[text] = number
        return number
    }

    mutating func members(_ names: [String]) -> (first: UInt32, count: UInt32) {
        let first = UInt32(contribution.members.count)
        for name in names { contribution.members.append(string(name)) }
        return (first, UInt32(names.count))
    }

    mutating func append(_ row: ContributionRow) {
        contribution.rows.append(row)
    }

    mutating func tally(rule: Int, slot: Int, _ value: Int) {
        guard value > 0 else { return }
        contribution.tallies.append(
            ContributionTally(rule: UInt16(rule), slot: UInt16(slot), value: UInt32(clamping: value)))
    }

    mutating func hold(scopes: [UInt64]) {
        contribution.scopes = scopes
    }

    /// The rows by rule, place and symbol, whatever order the rules found them in.
    mutating func finish() -> FileContribution {
        let rows = contribution.rows
        let ordered = rows.indices.sorted { left, right in
            let (a, b) = (rows[left], rows[right])
            let first = (a.rule, a.line, a.column, a.endLine, a.endColumn)
            let second = (b.rule, b.line, b.column, b.endLine, b.endColumn)
            if first != second { return first < second }
            if a.symbol != b.symbol {
                return contribution.text[contribution.range(a.symbol)]
                    .lexicographicallyPrecedes(contribution.text[contribution.range(b.symbol)])
            }
            return left < right
        }
        contribution.rows = ordered.map { rows[$0] }
        return contribution
    }
}
