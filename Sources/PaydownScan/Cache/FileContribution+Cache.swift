import PaydownRules

/// Contributions as bytes: every field of every row, so that no layout in memory is taken for granted.
extension FileContribution {
    func append(to cache: inout CacheBytes) {
        let columns = columns
        cache.append(columns.scopes)
        cache.append(columns.members)
        cache.append(columns.stringEnds)
        cache.append(columns.text)
        cache.append(UInt32(columns.tallies.count))
        for tally in columns.tallies {
            cache.append(tally.rule)
            cache.append(tally.slot)
            cache.append(tally.value)
        }
        cache.append(UInt32(columns.rows.count))
        for row in columns.rows { row.append(to: &cache) }
    }

    init(path: String, from cache: inout UnsafeCacheReader, ruleCount: Int) throws(CacheDamage) {
        self.init(path: path, try ContributionColumns(from: &cache, ruleCount: ruleCount))
    }
}

extension ContributionColumns {
    fileprivate init(from cache: inout UnsafeCacheReader, ruleCount: Int) throws(CacheDamage) {
        self.init()
        scopes = try cache.numbers()
        members = try cache.numbers()
        stringEnds = try cache.numbers()
        text = try cache.text()
        for _ in 0..<(try cache.number(UInt32.self)) {
            tallies.append(
                ContributionTally(rule: try cache.number(), slot: try cache.number(), value: try cache.number()))
        }
        let count = Int(try cache.number(UInt32.self))
        rows.reserveCapacity(min(count, 1 << 16))
        for _ in 0..<count { rows.append(try ContributionRow(from: &cache)) }
        guard isSound(ruleCount: ruleCount) else { throw CacheDamage() }
    }

    /// Whether all numbers lead to something that is there.
    private func isSound(ruleCount: Int) -> Bool {
        var last: UInt32 = 0
        for end in stringEnds {
            guard end >= last, end <= text.count else { return false }
            last = end
        }
        let strings = stringEnds.count
        guard members.allSatisfy({ $0 <= strings }), tallies.allSatisfy({ $0.rule < ruleCount }) else { return false }
        return rows.allSatisfy { row in
            row.rule < ruleCount && row.strings.allSatisfy { $0 <= strings }
                && Int(row.firstMember) + Int(row.memberCount) <= members.count
        }
    }
}

extension ContributionRow {
    /// Numbers of strings.
    fileprivate var strings: [UInt32] { [symbol, message, excerpt, scope, detail, properties] }

    fileprivate func append(to cache: inout CacheBytes) {
        cache.append(rule)
        cache.append(tags.rawValue)
        cache.append(UInt8(isObservation ? 1 : 0) | UInt8(hasStatement ? 2 : 0))
        cache.append(contextMask)
        for number in [line, column, endLine, endColumn, firstMember, memberCount] { cache.append(number) }
        for number in strings { cache.append(number) }
        cache.append(statement)
        cache.append(identity)
        for index in 0..<4 { cache.append(context[index]) }
    }

    fileprivate init(from cache: inout UnsafeCacheReader) throws(CacheDamage) {
        self.init()
        rule = try cache.number()
        tags = TagSet(rawValue: try cache.number())
        let flags = try cache.number(UInt8.self)
        isObservation = flags & 1 != 0
        hasStatement = flags & 2 != 0
        contextMask = try cache.number()
        line = try cache.number()
        column = try cache.number()
        endLine = try cache.number()
        endColumn = try cache.number()
        firstMember = try cache.number()
        memberCount = try cache.number()
        symbol = try cache.number()
        message = try cache.number()
        excerpt = try cache.number()
        scope = try cache.number()
        detail = try cache.number()
        properties = try cache.number()
        statement = try cache.number()
        identity = try cache.number()
        for index in 0..<4 { context[index] = try cache.number() }
    }
}
