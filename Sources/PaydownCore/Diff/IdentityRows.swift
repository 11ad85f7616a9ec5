/// What identifies the findings of two snapshots, as numbers of one numbering: equal numbers are equal texts.
///
/// A performance file: the rows of the old snapshot come first, those of the new one behind them, so that a row is
/// one number everywhere. Each text that identity needs is looked at once; fingerprints, messages and excerpts,
/// which are most of the text, are not.
struct IdentityRows {
    let oldCount: Int
    private(set) var strings = StringTable()
    private(set) var path: [UInt32] = []
    private(set) var rule: [UInt32] = []
    /// The symbol; where there is none, as in lists from other tools, the message.
    private(set) var subject: [UInt32] = []
    private(set) var scope: [UInt32] = []
    private(set) var statement: [UInt32] = []
    private(set) var line: [UInt32] = []
    private(set) var column: [UInt32] = []
    /// By row: which of `ruleNames` it is of.
    private(set) var ruleNumber: [UInt32] = []
    private(set) var ruleNames: [String] = []

    init(old: FindingTable, new: FindingTable) {
        oldCount = old.count
        let count = old.count + new.count
        path.reserveCapacity(count)
        rule.reserveCapacity(count)
        subject.reserveCapacity(count)
        scope.reserveCapacity(count)
        statement.reserveCapacity(count)
        append(old)
        append(new)
        line = old.line + new.line
        column = old.column + new.column
        numberRules()
    }

    var count: Int { path.count }

    private mutating func append(_ table: FindingTable) {
        var numbers = Numbers(of: table.strings)
        for id in table.path { path.append(numbers.number(id, &strings)) }
        for id in table.rule { rule.append(numbers.number(id, &strings)) }
        for (row, id) in table.symbol.enumerated() {
            subject.append(numbers.number(id.isEmpty ? table.message[row] : id, &strings))
        }
        for id in table.scope { scope.append(numbers.number(id, &strings)) }
        for id in table.statement { statement.append(numbers.number(id, &strings)) }
    }

    private mutating func numberRules() {
        var numbers = [UInt32](repeating: .max, count: strings.count)
        ruleNumber.reserveCapacity(rule.count)
        for id in rule {
            if numbers[Int(id)] == .max {
                numbers[Int(id)] = UInt32(ruleNames.count)
                ruleNames.append(strings[StringID(id)])
            }
            ruleNumber.append(numbers[Int(id)])
        }
    }
}

/// From the ids of one table to the common numbering.
private struct Numbers {
    private let table: StringTable
    private var known: [UInt32]

    init(of table: StringTable) {
        self.table = table
        known = [UInt32](repeating: .max, count: table.count)
    }

    mutating func number(_ id: StringID, _ strings: inout StringTable) -> UInt32 {
        let index = Int(id.rawValue)
        if known[index] == .max {
            known[index] = table.withUTF8(id) { strings.intern($0).rawValue }
        }
        return known[index]
    }
}
