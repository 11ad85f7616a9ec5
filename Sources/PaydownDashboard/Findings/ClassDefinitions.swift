import PaydownCore

/// The definitions of the class that is selected in the list, in the order of their paths, and the one to keep.
package struct ClassDefinitions: Equatable, Sendable {
    package struct Definition: Equatable, Sendable {
        package var path: String
        /// 1-based; 0 when not known.
        package var line: Int
        /// 1-based and inclusive; 0 when not known.
        package var endLine: Int
        /// As the snapshot has them; empty when not known.
        package var members: [String]
    }

    package let name: String
    /// At least two; the reference first: the one to keep, else the first one.
    package let all: [Definition]
    /// Whether the reference is suggested: it alone has the most members.
    package let suggestsFirst: Bool
    /// The definition selected in the list, an index into `all`.
    package let selected: Int

    /// Definitions looked at; more are compared no more.
    private static let limit = 64

    /// Nil when the selected finding is no definition of a class, or the only one.
    package init?(_ tree: TreeState) {
        guard let listing = tree.listing, let index = tree.selectedIndex, !listing.isFixed(index) else { return nil }
        let finding = listing.finding(index)
        guard finding.rule.hasPrefix("duplicate") || !finding.members.isEmpty else { return nil }
        var found = Self.siblings(of: index, finding, in: listing)
        let row = Int(listing.rows[index])
        for place in listing.current.findings.related(row).prefix(Self.limit) {
            let definition = Self.related(place, to: row, in: listing.current)
            if !found.contains(where: { $0.path == definition.path && $0.line == definition.line }) {
                found.append(definition)
            }
        }
        guard found.count >= 2 else { return nil }
        found.sort { ($0.path, $0.line) < ($1.path, $1.line) }
        let most = found.map(\.members.count).max() ?? 0
        let richest = found.indices.filter { found[$0].members.count == most }
        suggestsFirst = most > 0 && richest.count == 1
        if suggestsFirst { found.insert(found.remove(at: richest[0]), at: 0) }
        name = finding.symbol
        all = found
        selected = found.firstIndex { $0.path == finding.path && $0.line == finding.line } ?? 0
    }

    private static func siblings(of index: Int, _ finding: Finding, in listing: Listing) -> [Definition] {
        guard listing.query.grouping == .symbol, let group = listing.groups.first(where: { $0.range.contains(index) })
        else { return [Definition(finding)] }
        let findings = listing.current.findings
        let own = Int(listing.rows[index])
        var found: [Definition] = []
        for other in group.range.prefix(limit * 4) where listing.rows[other] >= 0 && found.count < limit {
            let row = Int(listing.rows[other])
            guard findings.rule[row] == findings.rule[own], findings.symbol[row] == findings.symbol[own] else {
                continue
            }
            found.append(Definition(findings[row]))
        }
        // The selected one may stand behind the limit.
        if !found.contains(Definition(finding)) { found.append(Definition(finding)) }
        return found
    }

    /// A related place is often a finding of its own, which knows its members and its end.
    private static func related(_ place: RelatedRow, to row: Int, in snapshot: LoadedSnapshot) -> Definition {
        let findings = snapshot.findings
        let twin = snapshot.index.paths.rows(of: place.path, in: findings).prefix(1000).first { other in
            findings.line[Int(other)] == place.line && findings.rule[Int(other)] == findings.rule[row]
        }
        if let twin { return Definition(findings[Int(twin)]) }
        return Definition(path: findings.strings[place.path], line: Int(place.line), endLine: 0, members: [])
    }

    /// The columns to show, as indices into `all`: the reference, then the one that is chosen, and those behind it.
    ///
    /// - Parameters:
    ///   - pair: which of the others is chosen, counted from the selected one.
    package func columns(_ count: Int, pair: Int, isSwapped: Bool) -> [Int] {
        let others = all.count - 1
        let base = max(0, selected - 1)
        var columns = [0]
        for step in 0..<min(count - 1, others) {
            columns.append(1 + ((base + pair + step) % others + others) % others)
        }
        if isSwapped, columns.count >= 2 { columns.swapAt(0, 1) }
        return columns
    }
}

extension ClassDefinitions.Definition {
    init(_ finding: Finding) {
        self.init(path: finding.path, line: finding.line, endLine: finding.endLine, members: finding.members)
    }
}
