/// All findings of a snapshot as columns: row *n* of every column belongs to finding *n*.
///
/// A performance file: 1,000,000 findings as objects with strings take 1.2 GB and seconds to walk; as
/// 17 columns of 32-bit numbers over shared strings they take some 70 MB and group in milliseconds.
/// All ids are of `strings` and `lists`. Rows stand in the order of the file they came from. Two tables are
/// equal when their rows say the same, whatever ids they say it with.
package struct FindingTable: Sendable {
    package var strings = StringTable()
    package var lists = StringListTable()

    package private(set) var rule: [StringID] = []
    package private(set) var path: [StringID] = []
    package private(set) var line: [UInt32] = []
    package private(set) var column: [UInt32] = []
    package private(set) var endLine: [UInt32] = []
    package private(set) var endColumn: [UInt32] = []
    package private(set) var symbol: [StringID] = []
    package private(set) var message: [StringID] = []
    package private(set) var excerpt: [StringID] = []
    package private(set) var fingerprint: [StringID] = []
    package private(set) var scope: [StringID] = []
    package private(set) var statement: [StringID] = []
    /// For `forEachContextLine` and its siblings: of `lists`, or of the hashes in it.
    package private(set) var context: [StringListID] = []
    package private(set) var tags: [StringListID] = []
    package private(set) var members: [StringListID] = []
    package private(set) var properties: [StringID] = []
    /// Rows that have related places, ascending; most findings have none, so this is kept apart.
    private(set) var relatedRows: [UInt32] = []
    private(set) var relatedEnds: [UInt32] = []
    private(set) var relatedPlaces: [RelatedRow] = []

    package init() {}

    package var count: Int { rule.count }

    package var isEmpty: Bool { rule.isEmpty }

    /// Makes room for that many rows, to spare growth while a large file is read.
    package mutating func reserve(_ rows: Int) {
        rule.reserveCapacity(rows)
        path.reserveCapacity(rows)
        line.reserveCapacity(rows)
        column.reserveCapacity(rows)
        endLine.reserveCapacity(rows)
        endColumn.reserveCapacity(rows)
        symbol.reserveCapacity(rows)
        message.reserveCapacity(rows)
        excerpt.reserveCapacity(rows)
        fingerprint.reserveCapacity(rows)
        scope.reserveCapacity(rows)
        statement.reserveCapacity(rows)
        context.reserveCapacity(rows)
        tags.reserveCapacity(rows)
        members.reserveCapacity(rows)
        properties.reserveCapacity(rows)
    }

    package mutating func append(_ row: FindingRow) {
        if !row.related.isEmpty {
            relatedRows.append(UInt32(count))
            relatedPlaces.append(contentsOf: row.related)
            relatedEnds.append(UInt32(relatedPlaces.count))
        }
        rule.append(row.rule)
        path.append(row.path)
        line.append(row.line)
        column.append(row.column)
        endLine.append(row.endLine)
        endColumn.append(row.endColumn)
        symbol.append(row.symbol)
        message.append(row.message)
        excerpt.append(row.excerpt)
        fingerprint.append(row.fingerprint)
        scope.append(row.scope)
        statement.append(row.statement)
        context.append(row.context)
        tags.append(row.tags)
        members.append(row.members)
        properties.append(row.properties)
    }

    package mutating func append(_ finding: Finding) {
        var row = FindingRow()
        row.rule = strings.intern(finding.rule)
        row.path = strings.intern(finding.path)
        row.line = UInt32(clamping: finding.line)
        row.column = UInt32(clamping: finding.column)
        row.endLine = UInt32(clamping: finding.endLine)
        row.endColumn = UInt32(clamping: finding.endColumn)
        row.symbol = strings.intern(finding.symbol)
        row.message = strings.intern(finding.message)
        row.excerpt = strings.intern(finding.excerpt)
        row.fingerprint = strings.intern(finding.fingerprint)
        row.scope = strings.intern(finding.scope)
        row.statement = strings.intern(finding.statement)
        row.context = intern(context: finding.context)
        row.tags = lists.intern(finding.tags.map { strings.intern($0) })
        row.members = lists.intern(finding.members.map { strings.intern($0) })
        row.properties = strings.intern(finding.properties)
        row.related = finding.related.map { place in
            RelatedRow(
                path: strings.intern(place.path), line: UInt32(clamping: place.line),
                column: UInt32(clamping: place.column), message: strings.intern(place.message))
        }
        append(row)
    }

    /// Gives the memory that only growing needs back; nothing may be interned afterwards.
    package mutating func seal() {
        strings.seal()
        lists.seal()
    }

    package func related(_ row: Int) -> ArraySlice<RelatedRow> {
        var low = 0
        var high = relatedRows.count
        while low < high {
            let middle = (low + high) / 2
            if Int(relatedRows[middle]) < row { low = middle + 1 } else { high = middle }
        }
        guard low < relatedRows.count, Int(relatedRows[low]) == row else { return [] }
        let begin = low == 0 ? 0 : Int(relatedEnds[low - 1])
        return relatedPlaces[begin..<Int(relatedEnds[low])]
    }

    /// Finding *n* with its strings, 0-based.
    package subscript(row: Int) -> Finding {
        Finding(
            rule: strings[rule[row]], path: strings[path[row]],
            line: Int(line[row]), column: Int(column[row]),
            endLine: Int(endLine[row]), endColumn: Int(endColumn[row]),
            symbol: strings[symbol[row]], message: strings[message[row]], excerpt: strings[excerpt[row]],
            fingerprint: strings[fingerprint[row]], scope: strings[scope[row]], statement: strings[statement[row]],
            context: contextTexts(row), tags: texts(tags[row]), members: texts(members[row]),
            related: related(row).map { place in
                RelatedPlace(
                    path: strings[place.path], line: Int(place.line), column: Int(place.column),
                    message: strings[place.message])
            },
            properties: strings[properties[row]])
    }

    package func texts(_ list: StringListID) -> [String] {
        lists[list].map { strings[$0] }
    }
}

/// One row before it is in a table; all ids are of that table.
package struct FindingRow: Equatable, Sendable {
    package var rule = StringID.empty
    package var path = StringID.empty
    package var line: UInt32 = 0
    package var column: UInt32 = 0
    package var endLine: UInt32 = 0
    package var endColumn: UInt32 = 0
    package var symbol = StringID.empty
    package var message = StringID.empty
    package var excerpt = StringID.empty
    package var fingerprint = StringID.empty
    package var scope = StringID.empty
    package var statement = StringID.empty
    package var context = StringListID.empty
    package var tags = StringListID.empty
    package var members = StringListID.empty
    package var properties = StringID.empty
    package var related: [RelatedRow] = []

    package init() {}
}

/// A related place as ids; 1-based line and column, 0 for none.
package struct RelatedRow: Equatable, Sendable {
    package var path: StringID
    package var line: UInt32
    package var column: UInt32
    package var message: StringID

    package init(path: StringID, line: UInt32, column: UInt32, message: StringID) {
        self.path = path
        self.line = line
        self.column = column
        self.message = message
    }
}
