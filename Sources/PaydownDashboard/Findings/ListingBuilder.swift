import PaydownCore

/// Makes a `Listing` from its query. Pure; meant to run off the main thread for large snapshots.
///
/// A performance file: linear in the findings. Rows come from the index in the order of path and line, are
/// filtered, counted by group and dealt out (a counting sort), so the findings within a group are never
/// sorted; only the groups are.
package struct ListingBuilder {
    let query: ListingQuery
    let current: LoadedSnapshot
    let baseline: LoadedSnapshot?
    let comparison: Comparison?
    /// Since when the findings of the one side and of the other are there.
    let births: FindingBirths?
    let baselineBirths: FindingBirths?
    let filter: FilterQuery

    package init(
        _ query: ListingQuery, current: LoadedSnapshot, baseline: LoadedSnapshot?, comparison: Comparison?,
        births: FindingBirths? = nil, baselineBirths: FindingBirths? = nil
    ) {
        self.query = query
        self.current = current
        self.baseline = baseline
        self.comparison = comparison?.isOf(baseline, current) == true ? comparison : nil
        self.births = births ?? current.births
        self.baselineBirths = baselineBirths ?? baseline?.births
        filter = FilterQuery(query.filter).usable(on: current, hasBirths: self.births != nil)
    }

    /// - Parameter isCancelled: asked every few thousand rows; nil comes back when it says so.
    package func build(isCancelled: () -> Bool = { false }) -> Listing? {
        var names = GroupNames(query.grouping)
        guard let now = kept(isCancelled: isCancelled, names: &names) else { return nil }
        var fixed = Kept()
        if query.onlyChanges, let comparison, let baseline {
            guard let rows = keptFixed(comparison, baseline, isCancelled: isCancelled, names: &names) else {
                return nil
            }
            fixed = rows
        }
        var before: [Int32]?
        // Findings go from one age to the next by themselves: a difference in these groups is no movement.
        if let baseline, query.grouping != .age || births == nil {
            before = counts(baseline, names: &names, isCancelled: isCancelled)
            if before == nil { return nil }
        }
        if isCancelled() { return nil }
        return deal(now: now, fixed: fixed, before: before, names: names)
    }

    /// Rows with the number of their group.
    private struct Kept {
        var rows: [Int32] = []
        var groups: [Int32] = []
    }

    func matcher(_ filter: FilterQuery, _ side: LoadedSnapshot, isForAll: Bool = true) -> FilterMatcher {
        FilterMatcher(
            filter, side, births: births(of: side), isForAll: isForAll,
            checkOfRule: { side.header.rule($0)?.check ?? $0 })
    }

    private func births(of side: LoadedSnapshot) -> FindingBirths? {
        side === current ? births : baselineBirths
    }

    private func kept(isCancelled: () -> Bool, names: inout GroupNames) -> Kept? {
        let rows = current.index.rows[query.check] ?? []
        var numbers = names.numbering(current, births)
        var kept = Kept()
        if filter.isEmpty, query.hidden.isEmpty, !query.onlyChanges {
            kept.rows = rows
            kept.groups.reserveCapacity(rows.count)
            rows.withUnsafeBufferPointer { numbers.append(groupsOf: $0, to: &kept.groups, names: &names) }
            return kept
        }
        var hidden = HiddenRows(query.hidden, in: current.findings)
        // Room that is not used costs nothing, growing does.
        kept.rows.reserveCapacity(rows.count)
        kept.groups.reserveCapacity(rows.count)
        let wasWalked = walk(current, filter, isCancelled: isCancelled) { rows in
            if hidden == nil {
                kept.rows.append(contentsOf: rows)
                numbers.append(groupsOf: rows, to: &kept.groups, names: &names)
                return
            }
            for row in rows where hidden?.contain(Int(row)) == false {
                kept.rows.append(row)
                kept.groups.append(numbers.group(Int(row), names: &names))
            }
        }
        return wasWalked ? kept : nil
    }

    private func keptFixed(
        _ comparison: Comparison, _ baseline: LoadedSnapshot, isCancelled: () -> Bool, names: inout GroupNames
    ) -> Kept? {
        let findings = baseline.findings
        var matcher = matcher(filter, baseline)
        var numbers = names.numbering(baseline, baselineBirths)
        var isMine = [Bool](repeating: false, count: findings.count)
        for row in baseline.index.rows[query.check] ?? [] { isMine[Int(row)] = true }
        var kept = Kept()
        func take(_ rows: UnsafeBufferPointer<Int32>) {
            for row in rows {
                kept.rows.append(~row)
                kept.groups.append(numbers.group(Int(row), names: &names))
            }
        }
        for row in comparison.fixed where isMine[Int(row)] {
            if matcher.enter(findings.path[Int(row)]) { matcher.add(row) }
            if !matcher.isFull { continue }
            if isCancelled() { return nil }
            matcher.decide(isFixed: true, take)
        }
        matcher.decide(isFixed: true, take)
        return kept
    }

    /// Findings of the baseline by group, with the same filter; groups that only the baseline has get a number too.
    private func counts(_ side: LoadedSnapshot, names: inout GroupNames, isCancelled: () -> Bool) -> [Int32]? {
        // What is new or fixed since the baseline cannot be asked of the baseline itself.
        let plain = filter.without([.new, .fixed]).usable(on: side, hasBirths: births(of: side) != nil)
        var numbers = names.numbering(side, births(of: side))
        var counts = [Int32](repeating: 0, count: names.count)
        let wasWalked = walk(side, plain, isCancelled: isCancelled) { rows in
            for row in rows {
                let group = Int(numbers.group(Int(row), names: &names))
                while counts.count <= group { counts.append(0) }
                counts[group] += 1
            }
        }
        return wasWalked ? counts : nil
    }

    /// Hands over the rows of the check that a filter lets through, block by block, and on the current side only new ones
    /// if the query says so.
    ///
    /// - Returns: false when it was cancelled.
    private func walk(
        _ side: LoadedSnapshot, _ filter: FilterQuery, isCancelled: () -> Bool,
        _ take: (UnsafeBufferPointer<Int32>) -> Void
    ) -> Bool {
        let rows = side.index.rows[query.check] ?? []
        let order = side.index.paths
        var matcher = matcher(filter, side)
        let isNew = side === current ? comparison?.isNew ?? [] : []
        let onlyNew = query.onlyChanges && side === current
        var begin = 0
        var nextQuestion = 0
        for run in side.index.runs[query.check] ?? [] {
            let end = Int(run.end)
            defer { begin = end }
            guard order.withPath(run.path, { matcher.enter($0, of: order.paths[Int(run.path)]) }) else { continue }
            while begin < end {
                // Asked within a run too: all findings may be of one file.
                if begin >= nextQuestion {
                    if isCancelled() { return false }
                    nextQuestion = begin + 4 * FilterMatcher.blockRows
                }
                if !onlyNew {
                    begin += matcher.add(rows[begin..<end])
                } else {
                    if !isNew.isEmpty, isNew[Int(rows[begin])] { matcher.add(rows[begin]) }
                    begin += 1
                }
                if matcher.isFull { matcher.decide(isNew: isNew, take) }
            }
        }
        matcher.decide(isNew: isNew, take)
        return true
    }

    /// Deals the rows out to their groups and orders the groups.
    private func deal(now: Kept, fixed: Kept, before: [Int32]?, names: GroupNames) -> Listing {
        var counts = [Int32](repeating: 0, count: names.count)
        var fixedCounts = counts
        var newCounts = counts
        counts.withUnsafeMutableBufferPointer { counts in
            for group in now.groups { counts[Int(group)] += 1 }
        }
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
        var rows = Self.dealt(now, &next, count: begin)
        orderWithin(groups, &rows)
        for (row, group) in zip(fixed.rows, fixed.groups) {
            rows[Int(next[Int(group)])] = row
            next[Int(group)] += 1
        }
        return Listing(
            query: query, current: current, baseline: baseline, comparison: comparison, groups: groups, rows: rows,
            total: current.index.count(query.check), filterProblem: filter.problem)
    }

    /// Room for so many rows, with these at the next place of their group each.
    private static func dealt(_ kept: Kept, _ next: inout [Int32], count: Int) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: count) { rows, initialized in
            initialized = count
            // Every place of a group is dealt to, but for those of what was fixed.
            if kept.rows.count < count { rows.initialize(repeating: 0) }
            next.withUnsafeMutableBufferPointer { next in
                for index in kept.rows.indices {
                    let group = Int(kept.groups[index])
                    rows[Int(next[group])] = kept.rows[index]
                    next[group] += 1
                }
            }
        }
    }

    /// The oldest findings, or those that came back most often, stand first in their group; what is alike stays in the order
    /// of paths.
    private func orderWithin(_ groups: [Listing.Group], _ rows: inout [Int32]) {
        guard let births, query.sort == .age || query.sort == .returned else { return }
        let direction = query.isDescending ? -1 : 1
        for group in groups where group.count > 1 {
            let range = group.range.lowerBound..<group.range.lowerBound + group.count
            var keys = range.map { index in
                let row = Int(rows[index])
                let key = query.sort == .age ? births.day(row).number : births.returns(row)?.count ?? 0
                return (key * direction) << 32 | (index - range.lowerBound)
            }
            let before = Array(rows[range])
            keys.sort()
            for (place, key) in keys.enumerated() { rows[range.lowerBound + place] = before[key & 0xFFFF_FFFF] }
        }
    }

    /// The numbers of the groups that have rows, in the order they are shown.
    private func order(
        counts: [Int32], fixed: [Int32], before: [Int32]?, names: GroupNames, now: Kept
    ) -> [Int] {
        let byName = names.sorted(counts.indices.filter { counts[$0] > 0 })
        // Ties stand in a fixed order whatever the direction, so that reversing is easy to follow.
        let direction = query.isDescending ? -1 : 1
        func sorted(by key: (Int) -> Int) -> [Int] {
            // A key and a place in one number: numbers are sorted without asking anybody.
            var keys = byName.indices.map { key(byName[$0]) * direction << 32 | $0 }
            keys.sort()
            return keys.map { byName[$0 & 0xFFFF_FFFF] }
        }
        switch query.sort {
        case .name:
            return query.isDescending ? byName.reversed() : byName
        case .count:
            return sorted { Int(counts[$0] - fixed[$0]) }
        case .delta:
            return sorted { number in
                abs(Int(counts[number] - fixed[number]) - (before.map { number < $0.count ? Int($0[number]) : 0 } ?? 0))
            }
        case .owner:
            var rank = [Int](repeating: Int(Int32.max), count: counts.count)
            for (row, group) in zip(now.rows, now.groups) {
                guard let owners = current.owners else { break }
                rank[Int(group)] = min(rank[Int(group)], owners.rank(current.findings.path[Int(row)]))
            }
            return sorted { rank[$0] }
        case .age:
            var birth = [Int](repeating: Int(Int32.max), count: counts.count)
            for (row, group) in zip(now.rows, now.groups) {
                guard let births else { break }
                birth[Int(group)] = min(birth[Int(group)], births.day(Int(row)).number)
            }
            return sorted { birth[$0] }
        case .returned:
            var most = [Int](repeating: 0, count: counts.count)
            for (row, group) in zip(now.rows, now.groups) {
                guard let births, births.hasReturns else { break }
                most[Int(group)] = max(most[Int(group)], births.returns(Int(row))?.count ?? 0)
            }
            return sorted { most[$0] }
        case .path:
            var first = [Int](repeating: Int.max, count: counts.count)
            for (index, group) in now.groups.enumerated() where first[Int(group)] == Int.max {
                first[Int(group)] = index
            }
            return sorted { first[$0] == Int.max ? Int(Int32.max) : first[$0] }
        }
    }
}
