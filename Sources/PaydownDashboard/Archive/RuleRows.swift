import PaydownCore

/// The rules that findings have, the checks that they belong to, and the rows of both.
struct RuleRows {
    /// The rules in the order in which the table has them first.
    private(set) var rules: [StringID] = []
    /// The snapshot's checks, then those that only findings name.
    private(set) var checks: [String]
    /// The number of each rule's check.
    private(set) var checkOfRule: [Int] = []
    /// Of each rule, in the given order.
    private(set) var rows: [[Int32]] = []

    /// - Parameter order: all rows of the table.
    init(_ snapshot: Snapshot, _ order: [Int32]) {
        let findings = snapshot.findings
        checks = snapshot.header.checks.map(\.id)
        // A rule's number + 1, by its id.
        var numbers = [Int32](repeating: 0, count: findings.strings.count)
        var counts: [Int] = []
        for rule in findings.rule {
            let id = Int(rule.rawValue)
            if numbers[id] == 0 {
                rules.append(rule)
                counts.append(0)
                numbers[id] = Int32(rules.count)
            }
            counts[Int(numbers[id]) - 1] += 1
        }
        for rule in rules {
            let id = findings.strings[rule]
            // A finding of a rule that the snapshot does not describe still belongs somewhere: a check of its own.
            let check = snapshot.header.rule(id)?.check ?? id
            let number = checks.firstIndex(of: check) ?? checks.count
            if number == checks.count { checks.append(check) }
            checkOfRule.append(number)
        }
        rows = counts.map { count in
            var rows: [Int32] = []
            rows.reserveCapacity(count)
            return rows
        }
        for row in order {
            rows[Int(numbers[Int(findings.rule[Int(row)].rawValue)]) - 1].append(row)
        }
    }

    /// The rows of a check, in the given order: those of its rules.
    func rows(ofCheck number: Int, _ findings: FindingTable, among order: [Int32]) -> [Int32] {
        let mine = rules.indices.filter { checkOfRule[$0] == number }
        // All of them: the same array, not a copy of it.
        if mine.count == rules.count { return order }
        if mine.isEmpty { return [] }
        if mine.count == 1 { return rows[mine[0]] }
        var isMine = [Bool](repeating: false, count: findings.strings.count)
        for rule in mine { isMine[Int(rules[rule].rawValue)] = true }
        return order.filter { isMine[Int(findings.rule[Int($0)].rawValue)] }
    }
}
