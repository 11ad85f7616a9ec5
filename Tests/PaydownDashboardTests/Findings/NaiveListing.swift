import PaydownCore
import PaydownDashboard

/// A listing made the obvious way, with dictionaries and sorting: the plain twin of `ListingBuilder`.
struct NaiveListing {
    struct Group: Equatable {
        var name: String
        var baselineCount: Int?
        var newCount: Int
        var fixedCount: Int
        /// `symbol path:line`, what was fixed behind what is there.
        var findings: [String]
    }

    private let query: ListingQuery
    private let current: LoadedSnapshot
    private let baseline: LoadedSnapshot?
    private let comparison: Comparison?

    init(_ query: ListingQuery, current: LoadedSnapshot, baseline: LoadedSnapshot?, comparison: Comparison?) {
        self.query = query
        self.current = current
        self.baseline = baseline
        self.comparison = comparison
    }

    var groups: [Group] {
        let filter = NaiveFilter(query.filter)
        var groups: [String: Group] = [:]
        var firstRank: [String: Int] = [:]
        for (rank, row) in rows(of: current).enumerated() {
            let finding = current.findings[row]
            let isNew = comparison?.isNew[row] ?? false
            guard !query.onlyChanges || isNew, !query.hidden.contains(FindingIdentity(finding)),
                filter.matches(finding, check: query.check, isNew: isNew, isFixed: false)
            else { continue }
            let name = name(finding)
            groups[name, default: empty(name)].findings.append(Self.text(finding))
            if isNew { groups[name]?.newCount += 1 }
            if firstRank[name] == nil { firstRank[name] = rank }
        }
        if query.onlyChanges, let baseline, let comparison {
            let mine = Set(rows(of: baseline))
            for row in comparison.fixed.map({ Int($0) }) where mine.contains(row) {
                let finding = baseline.findings[row]
                guard filter.matches(finding, check: query.check, isNew: false, isFixed: true) else { continue }
                let name = name(finding)
                groups[name, default: empty(name)].findings.append(Self.text(finding))
                groups[name]?.fixedCount += 1
            }
        }
        if let baseline {
            for name in groups.keys { groups[name]?.baselineCount = 0 }
            for row in rows(of: baseline) {
                let finding = baseline.findings[row]
                guard filter.withoutChanges.matches(finding, check: query.check, isNew: false, isFixed: false) else {
                    continue
                }
                groups[name(finding)]?.baselineCount? += 1
            }
        }
        return sorted(Array(groups.values), firstRank)
    }

    private func sorted(_ groups: [Group], _ firstRank: [String: Int]) -> [Group] {
        func key(_ group: Group) -> Int {
            let count = group.findings.count - group.fixedCount
            switch query.sort {
            case .name: return 0
            case .count: return count
            case .delta: return abs(count - (group.baselineCount ?? 0))
            // Nothing is known of these.
            case .owner, .age, .returned: return 0
            case .path: return firstRank[group.name] ?? Int.max
            }
        }
        if query.sort == .name {
            return groups.sorted { left, right in
                query.isDescending ? isOrdered(right, left) : isOrdered(left, right)
            }
        }
        return groups.sorted { left, right in
            let (leftKey, rightKey) = (key(left), key(right))
            if leftKey != rightKey { return query.isDescending ? leftKey > rightKey : leftKey < rightKey }
            return isOrdered(left, right)
        }
    }

    private func isOrdered(_ left: Group, _ right: Group) -> Bool {
        left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }

    /// The rows of the check by path, line and column.
    private func rows(of side: LoadedSnapshot) -> [Int] {
        let all = (0..<side.findings.count).map { (row: $0, finding: side.findings[$0]) }
        let mine = all.filter { side.header.rule($0.finding.rule)?.check == query.check }
        let sorted = mine.sorted { left, right in
            let (a, b) = (left.finding, right.finding)
            return (a.path, a.line, a.column, left.row) < (b.path, b.line, b.column, right.row)
        }
        return sorted.map(\.row)
    }

    private func name(_ finding: Finding) -> String {
        switch query.grouping {
        case .symbol: return finding.symbol
        case .file: return finding.path
        case .rule: return finding.rule
        case .owner, .age: return ""
        case .folder:
            let parts = finding.path.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count < 2 ? "." : parts.dropLast().joined(separator: "/")
        }
    }

    private func empty(_ name: String) -> Group {
        Group(name: name, baselineCount: nil, newCount: 0, fixedCount: 0, findings: [])
    }

    static func text(_ finding: Finding) -> String { "\(finding.symbol) \(finding.path):\(finding.line)" }
}
