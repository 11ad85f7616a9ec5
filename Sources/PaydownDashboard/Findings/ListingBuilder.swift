import PaydownCore

/// Makes a `Listing` from its query. Pure; meant to run off the main thread for large snapshots.
///
/// A performance file: linear in the findings. Rows come from the index in the order of path and line, are
/// filtered, counted by group and dealt out (a counting sort), so the findings within a group are never
/// sorted; only the groups are.
package struct ListingBuilder {
    private let query: ListingQuery
    private let current: LoadedSnapshot
    private let baseline: LoadedSnapshot?
    private let comparison: Comparison?
    private let filter: FilterQuery

    package init(
        _ query: ListingQuery, current: LoadedSnapshot, baseline: LoadedSnapshot?, comparison: Comparison?
    ) {
        self.query = query
        self.current = current
        self.baseline = baseline
        self.comparison = comparison?.isOf(baseline, current) == true ? comparison : nil
        filter = FilterQuery(query.filter)
    }

    /// - Parameter isCancelled: asked every few thousand rows; nil comes back when it says so.
    package func build(isCancelled: () -> Bool = { false }) -> Listing? {
        var names = GroupNames(query.grouping)
        guard let now = kept(current, isCancelled: isCancelled, names: &names) else { return nil }
        var fixed = Kept()
        if query.onlyChanges, let comparison, let baseline {
            guard let rows = keptFixed(comparison, baseline, isCancelled: isCancelled, names: &names) else {
                return nil
            }
            fixed = rows
        }
        var before: [Int32]?
        if let baseline {
            before = counts(baseline, names: &names, isCancelled: isCancelled)
            if before == nil { return nil }
        }
        return deal(now: now, fixed: fixed, before: before, names: names)
    }

    /// Rows with the number of their group.
    private struct Kept {
        var rows: [Int32] = []
        var groups: [Int32] = []
    }

    private func kept(_ side: LoadedSnapshot, isCancelled: () -> Bool, names: inout GroupNames) -> Kept? {
        let findings = side.findings
        var matcher = FilterMatcher(filter, findings, checkOfRule: { side.header.rule($0)?.check ?? $0 })
        var numbers = names.numbering(findings)
        let isHidden = hiddenTest(findings)
        let rows = side.index.rows[query.check] ?? []
        var kept = Kept()
        kept.rows.reserveCapacity(filter.isEmpty ? rows.count : rows.count / 4)
        kept.groups.reserveCapacity(filter.isEmpty ? rows.count : rows.count / 4)
        for (count, row) in rows.enumerated() {
            if count & 0x3FFF == 0, isCancelled() { return nil }
            let isNew = comparison?.isNew[Int(row)] ?? false
            if query.onlyChanges, !isNew { continue }
            if !filter.isEmpty, !matcher.matches(Int(row), isNew: isNew, isFixed: false, in: findings) { continue }
            if let isHidden, isHidden(Int(row)) { continue }
            kept.rows.append(row)
            kept.groups.append(numbers.group(Int(row), in: findings, names: &names))
        }
        return kept
    }

    private func keptFixed(
        _ comparison: Comparison, _ baseline: LoadedSnapshot, isCancelled: () -> Bool, names: inout GroupNames
    ) -> Kept? {
        let findings = baseline.findings
        var matcher = FilterMatcher(filter, findings, checkOfRule: { baseline.header.rule($0)?.check ?? $0 })
        var numbers = names.numbering(findings)
        var belongs = Set<Int32>()
        for row in baseline.index.rows[query.check] ?? [] { belongs.insert(row) }
        var kept = Kept()
        for (count, row) in comparison.fixed.enumerated() where belongs.contains(row) {
            if count & 0x3FFF == 0, isCancelled() { return nil }
            if !filter.isEmpty, !matcher.matches(Int(row), isNew: false, isFixed: true, in: findings) { continue }
            kept.rows.append(~row)
            kept.groups.append(numbers.group(Int(row), in: findings, names: &names))
        }
        return kept
    }

    /// Findings of the baseline by group, with the same filter; groups that only the baseline has get a number too.
    private func counts(_ side: LoadedSnapshot, names: inout GroupNames, isCancelled: () -> Bool) -> [Int32]? {
        let findings = side.findings
        // What is new or fixed since the baseline cannot be asked of the baseline itself.
        let plain = filter.terms.filter { $0.field != .new && $0.field != .fixed }
        var query = FilterQuery("")
        query.terms = plain
        var matcher = FilterMatcher(query, findings, checkOfRule: { side.header.rule($0)?.check ?? $0 })
        var numbers = names.numbering(findings)
        var counts = [Int32](repeating: 0, count: names.count)
        for (count, row) in (side.index.rows[self.query.check] ?? []).enumerated() {
            if count & 0x3FFF == 0, isCancelled() { return nil }
            if !plain.isEmpty, !matcher.matches(Int(row), isNew: false, isFixed: false, in: findings) { continue }
            let group = Int(numbers.group(Int(row), in: findings, names: &names))
            while counts.count <= group { counts.append(0) }
            counts[group] += 1
        }
        return counts
    }

    /// Deals the rows out to their groups and orders the groups.
    private func deal(now: Kept, fixed: Kept, before: [Int32]?, names: GroupNames) -> Listing {
        var counts = [Int32](repeating: 0, count: names.count)
        var fixedCounts = counts
        var newCounts = counts
        for group in now.groups { counts[Int(group)] += 1 }
        for group in fixed.groups {
            counts[Int(group)] += 1
            fixedCounts[Int(group)] += 1
        }
        if let comparison {
            for (row, group) in zip(now.rows, now.groups) where comparison.isNew[Int(row)] {
                newCounts[Int(group)] += 1
            }
        }
        let order = order(counts: counts, fixed: fixedCounts, before: before, names: names, now: now)
        var groups: [Listing.Group] = []
        groups.reserveCapacity(order.count)
        var next = [Int32](repeating: 0, count: names.count)
        var begin = 0
        for number in order {
            let end = begin + Int(counts[number])
            groups.append(
                Listing.Group(
                    name: names[number], range: begin..<end,
                    baselineCount: before.map { number < $0.count ? Int($0[number]) : 0 },
                    newCount: Int(newCounts[number]), fixedCount: Int(fixedCounts[number])))
            next[number] = Int32(begin)
            begin = end
        }
        var rows = [Int32](repeating: 0, count: begin)
        for (row, group) in zip(now.rows, now.groups) {
            rows[Int(next[Int(group)])] = row
            next[Int(group)] += 1
        }
        for (row, group) in zip(fixed.rows, fixed.groups) {
            rows[Int(next[Int(group)])] = row
            next[Int(group)] += 1
        }
        return Listing(
            query: query, current: current, baseline: baseline, comparison: comparison, groups: groups, rows: rows,
            total: current.index.count(query.check), filterProblem: filter.problem)
    }

    /// The numbers of the groups that have rows, in the order they are shown.
    private func order(
        counts: [Int32], fixed: [Int32], before: [Int32]?, names: GroupNames, now: Kept
    ) -> [Int] {
        let shown = counts.indices.filter { counts[$0] > 0 }
        // Ties stand in a fixed order whatever the direction, so that reversing is easy to follow.
        let direction = query.isDescending ? -1 : 1
        func sorted(by key: (Int) -> Int) -> [Int] {
            let keys = shown.map { key($0) * direction }
            return shown.indices.sorted { left, right in
                keys[left] != keys[right] ? keys[left] < keys[right] : names.isOrdered(shown[left], shown[right])
            }
            .map { shown[$0] }
        }
        switch query.sort {
        case .name:
            let byName = shown.sorted { names.isOrdered($0, $1) }
            return query.isDescending ? byName.reversed() : byName
        case .count:
            return sorted { Int(counts[$0] - fixed[$0]) }
        case .delta:
            return sorted { number in
                abs(Int(counts[number] - fixed[number]) - (before.map { number < $0.count ? Int($0[number]) : 0 } ?? 0))
            }
        case .path:
            var first = [Int](repeating: Int.max, count: counts.count)
            for (index, group) in now.groups.enumerated() where first[Int(group)] == Int.max {
                first[Int(group)] = index
            }
            return sorted { first[$0] == Int.max ? Int(Int32.max) : first[$0] }
        }
    }

    private func hiddenTest(_ findings: FindingTable) -> ((Int) -> Bool)? {
        guard !query.hidden.isEmpty else { return nil }
        return { row in query.hidden.contains(FindingIdentity(findings[row])) }
    }
}

/// The groups met so far: numbers by name, over both snapshots.
private struct GroupNames {
    private let grouping: Grouping
    private var names: [String] = []
    private var numbers: [String: Int32] = [:]

    init(_ grouping: Grouping) {
        self.grouping = grouping
    }

    var count: Int { names.count }

    subscript(number: Int) -> String { names[number] }

    func isOrdered(_ left: Int, _ right: Int) -> Bool { names[left] < names[right] }

    mutating func number(_ name: String) -> Int32 {
        if let known = numbers[name] { return known }
        let number = Int32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }

    func numbering(_ findings: FindingTable) -> Numbering {
        Numbering(grouping: grouping, known: [Int32](repeating: -1, count: findings.strings.count))
    }

    /// Remembers the group of each string of one table, so that a row costs one look-up.
    struct Numbering {
        let grouping: Grouping
        var known: [Int32]

        mutating func group(_ row: Int, in findings: FindingTable, names: inout GroupNames) -> Int32 {
            let id =
                switch grouping {
                case .symbol: findings.symbol[row]
                case .file, .folder: findings.path[row]
                case .rule: findings.rule[row]
                }
            let index = Int(id.rawValue)
            if known[index] >= 0 { return known[index] }
            let text = findings.strings[id]
            let number = names.number(grouping == .folder ? Self.folder(of: text) : text)
            known[index] = number
            return number
        }

        private static func folder(of path: String) -> String {
            guard let slash = path.lastIndex(of: "/") else { return "." }
            return String(path[..<slash])
        }
    }
}
