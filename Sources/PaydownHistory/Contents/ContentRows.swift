import PaydownCore

/// The rows of a snapshot's table in the ids of a state, which learns what it does not know yet.
struct ContentRows {
    /// Row by row, `FindingCells.count` each.
    private(set) var cells: [UInt32]
    private(set) var hashes: [UInt64]

    var count: Int { hashes.count }

    init(_ table: FindingTable, _ state: inout ContentState) {
        let width = FindingCells.count
        cells = [UInt32](repeating: 0, count: table.count * width)
        hashes = []
        var strings = Translation(table.strings.count)
        var lists = Translation(table.lists.count)

        /// Column by column, so that what is new in one column gets ids in a row.
        func fill(_ cell: Int, _ column: [StringID]) {
            var place = cell
            for id in column {
                cells[place] = strings.string(id, table, &state)
                place += width
            }
        }
        func fill(_ cell: Int, _ column: [UInt32]) {
            var place = cell
            for value in column {
                cells[place] = value
                place += width
            }
        }
        func fill(_ cell: Int, _ column: [StringListID]) {
            var place = cell
            for id in column {
                cells[place] = lists.list(id, table, &strings, &state)
                place += width
            }
        }
        fill(FindingCells.rule, table.rule)
        fill(FindingCells.path, table.path)
        fill(FindingCells.line, table.line)
        fill(FindingCells.column, table.column)
        fill(FindingCells.endLine, table.endLine)
        fill(FindingCells.endColumn, table.endColumn)
        fill(FindingCells.symbol, table.symbol)
        fill(FindingCells.message, table.message)
        fill(FindingCells.excerpt, table.excerpt)
        fill(FindingCells.fingerprint, table.fingerprint)
        fill(FindingCells.scope, table.scope)
        fill(FindingCells.statement, table.statement)
        for (row, id) in table.context.enumerated() {
            cells[row * width + FindingCells.context] =
                id.isOfHashes
                ? state.intern(contextOf: row, table) : lists.list(id, table, &strings, &state)
        }
        fill(FindingCells.tags, table.tags)
        fill(FindingCells.members, table.members)
        fill(FindingCells.properties, table.properties)
        for row in 0..<table.count {
            let places = table.related(row)
            if places.isEmpty { continue }
            let list = places.flatMap { place in
                [
                    strings.string(place.path, table, &state), place.line, place.column,
                    strings.string(place.message, table, &state),
                ]
            }
            cells[row * width + FindingCells.related] = state.intern(related: list)
        }
        hashes.reserveCapacity(table.count)
        for row in 0..<table.count { hashes.append(ContentState.hash(self.row(row))) }
    }

    func row(_ row: Int) -> ArraySlice<UInt32> {
        cells[row * FindingCells.count..<(row + 1) * FindingCells.count]
    }

    /// From ids of the table to ids of the state; every text and list is looked up once.
    private struct Translation {
        private var known: [UInt32]

        init(_ count: Int) {
            known = [UInt32](repeating: .max, count: count)
        }

        mutating func string(_ id: StringID, _ table: FindingTable, _ state: inout ContentState) -> UInt32 {
            let index = Int(id.rawValue)
            if known[index] == .max {
                known[index] = table.strings.withUTF8(id) { state.strings.intern($0).rawValue }
            }
            return known[index]
        }

        mutating func list(
            _ id: StringListID, _ table: FindingTable, _ strings: inout Translation, _ state: inout ContentState
        ) -> UInt32 {
            let index = Int(id.rawValue)
            if known[index] == .max {
                let items = table.lists[id].map { StringID(strings.string($0, table, &state)) }
                known[index] = state.lists.intern(items).rawValue
            }
            return known[index]
        }
    }
}

extension ContentState {
    /// The number of the list of a finding's context lines.
    fileprivate mutating func intern(contextOf row: Int, _ table: FindingTable) -> UInt32 {
        var items: [StringID] = []
        table.forEachContextLine(row) { items.append(strings.intern($0)) }
        return lists.intern(items).rawValue
    }
}
