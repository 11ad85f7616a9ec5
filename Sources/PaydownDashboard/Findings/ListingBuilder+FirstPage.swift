import PaydownCore

extension ListingBuilder {
    /// So few findings are listed so quickly that a page before would only flicker.
    package static let fewRows = 100_000
    /// More than a screen has lines.
    private static let pageRows = 200
    /// So many rows are looked at for the page, some milliseconds; what is rare comes with the whole.
    package static let mostLooks = 1 << 15

    /// The first findings that match a filter, so that something stands there before all are looked at.
    ///
    /// Groups stand in the order of the list that is shown, or of the paths when that cannot tell; their counts are of
    /// this page. Nil when the whole comes soon enough, when nothing was found near the front, or when fixed findings
    /// are part of the question.
    ///
    /// - Parameters:
    ///   - shown: the listing that is on the screen.
    ///   - few: so many rows are listed without a first page.
    ///   - looks: so many rows are looked at.
    package func firstPage(
        after shown: Listing?, over few: Int = Self.fewRows, looks: Int = Self.mostLooks,
        isCancelled: () -> Bool = { false }
    ) -> Listing? {
        let all = current.index.rows[query.check] ?? []
        guard !filter.isEmpty, filter.problem == nil, !query.onlyChanges, all.count > few else { return nil }
        let candidates = shown.flatMap { narrows($0) ? $0.rows : nil } ?? all
        let findings = current.findings
        var matcher = matcher(filter, current, isForAll: false)
        var hidden = HiddenRows(query.hidden, in: findings)
        var page = Page(query.grouping, births)
        let isNew = comparison?.isNew ?? []
        func take(_ rows: UnsafeBufferPointer<Int32>) {
            for row in rows where page.count < Self.pageRows && hidden?.contain(Int(row)) != true {
                page.add(row, isNew: isNew.isEmpty ? false : isNew[Int(row)], in: current)
            }
        }
        var path: StringID?
        var mayMatch = false
        var added = 0
        for row in candidates.prefix(looks) where row >= 0 {
            if path != findings.path[Int(row)] {
                path = findings.path[Int(row)]
                if isCancelled() { return nil }
                mayMatch = matcher.enter(findings.path[Int(row)])
            }
            guard mayMatch else { continue }
            matcher.add(row)
            added += 1
            // Few at a time: the first ones may be enough.
            guard added.isMultiple(of: Self.pageRows) else { continue }
            matcher.decide(isNew: isNew, take)
            if page.count == Self.pageRows { break }
        }
        matcher.decide(isNew: isNew, take)
        return page.count == 0 ? nil : page.listing(of: self)
    }

    /// Whether what this query finds is among what another listing shows: letters were added to its filter.
    private func narrows(_ shown: Listing) -> Bool {
        var before = shown.query
        guard shown.isWhole, shown.current === current, query.filter.hasPrefix(before.filter) else { return false }
        before.filter = query.filter
        before.hasComparison = query.hasComparison
        before.hasBirths = query.hasBirths
        return before == query
    }
}

/// Findings as they are found, by groups as they are met.
private struct Page {
    private var names: GroupNames
    private var place: [Int32: Int] = [:]
    private var groups: [(number: Int32, rows: [Int32], newCount: Int)] = []
    private(set) var count = 0
    private let births: FindingBirths?

    init(_ grouping: Grouping, _ births: FindingBirths?) {
        names = GroupNames(grouping)
        self.births = births
    }

    mutating func add(_ row: Int32, isNew: Bool, in side: LoadedSnapshot) {
        let number = names.number(of: Int(row), in: side, births)
        let index = place[number] ?? groups.count
        if index == groups.count {
            place[number] = index
            groups.append((number, [], 0))
        }
        groups[index].rows.append(row)
        groups[index].newCount += isNew ? 1 : 0
        count += 1
    }

    func listing(of builder: ListingBuilder) -> Listing {
        var rows: [Int32] = []
        let shown = groups.map { group in
            rows += group.rows
            return Listing.Group(
                name: names[Int(group.number)], range: rows.count - group.rows.count..<rows.count,
                baselineCount: nil, newCount: group.newCount, fixedCount: 0)
        }
        return Listing(
            query: builder.query, current: builder.current, baseline: builder.baseline,
            comparison: builder.comparison, groups: shown, rows: rows,
            total: builder.current.index.count(builder.query.check), isWhole: false)
    }
}
