extension FindingTable: Equatable {
    /// Linear: every pair of ids is compared by its text once, then by number.
    package static func == (left: FindingTable, right: FindingTable) -> Bool {
        guard left.count == right.count, left.line == right.line, left.column == right.column,
            left.endLine == right.endLine, left.endColumn == right.endColumn,
            left.relatedRows == right.relatedRows, left.relatedEnds == right.relatedEnds
        else { return false }
        var pairs = IDPairs(left: left, right: right)
        let texts: [KeyPath<FindingTable, [StringID]>] = [
            \.rule, \.path, \.symbol, \.message, \.excerpt, \.fingerprint, \.scope, \.statement, \.properties,
        ]
        for column in texts {
            let others = right[keyPath: column]
            for (row, id) in left[keyPath: column].enumerated() where !pairs.match(id, others[row]) { return false }
        }
        let lists: [KeyPath<FindingTable, [StringListID]>] = [\.tags, \.members]
        for column in lists {
            let others = right[keyPath: column]
            for (row, id) in left[keyPath: column].enumerated() where !pairs.match(id, others[row]) { return false }
        }
        for row in 0..<left.count where !pairs.matchContext(row) { return false }
        for (place, other) in zip(left.relatedPlaces, right.relatedPlaces) {
            guard place.line == other.line, place.column == other.column, pairs.match(place.path, other.path),
                pairs.match(place.message, other.message)
            else { return false }
        }
        return true
    }
}

/// Which id of one table says the same as which id of another, as far as that is known.
private struct IDPairs {
    private let left: FindingTable
    private let right: FindingTable
    /// By an id of the left table: the right id + 1, or 0.
    private var partners: [UInt32]

    init(left: FindingTable, right: FindingTable) {
        self.left = left
        self.right = right
        partners = [UInt32](repeating: 0, count: left.strings.count)
    }

    mutating func match(_ id: StringID, _ other: StringID) -> Bool {
        let known = partners[Int(id.rawValue)]
        if known != 0 { return known == other.rawValue + 1 }
        let isEqual = left.strings.withUTF8(id) { right.strings.isEqual(other, $0) }
        if isEqual { partners[Int(id.rawValue)] = other.rawValue + 1 }
        return isEqual
    }

    mutating func matchContext(_ row: Int) -> Bool {
        let (mine, theirs) = (left.context[row], right.context[row])
        switch (left.lists.hashes(mine), right.lists.hashes(theirs)) {
        case (nil, nil): return match(mine, theirs)
        case (let mine?, let theirs?): return mine == theirs
        default: return left.contextTexts(row) == right.contextTexts(row)
        }
    }

    mutating func match(_ id: StringListID, _ other: StringListID) -> Bool {
        let items = left.lists[id]
        let others = right.lists[other]
        guard items.count == others.count else { return false }
        for (item, other) in zip(items, others) where !match(item, other) { return false }
        return true
    }
}
