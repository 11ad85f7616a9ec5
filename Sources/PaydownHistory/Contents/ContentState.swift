import PaydownCore

/// The findings of one snapshot as rows of ids, and everything that its predecessors in the store had before it.
///
/// A performance file: going from one snapshot to the next costs what changed. Rows are kept in slots that are never
/// reused on the way from a whole snapshot to the next one, so that a row that did not change is one number in
/// `sequence`, and strings keep their ids.
struct ContentState {
    var strings = StringTable()
    var lists = StringListTable()
    /// Lists of related places, each as path, line, column, message; number 0 is the empty list.
    private(set) var related: [[UInt32]] = [[]]
    private var relatedNumbers: [[UInt32]: UInt32] = [:]
    /// By slot: its cells behind each other.
    var cells: [UInt32] = []
    /// By slot: a hash of its cells, as far as they were asked for.
    private(set) var hashes: [UInt64] = []
    /// The snapshot's rows in their order.
    var sequence: [UInt32] = []

    var slotCount: Int { cells.count / FindingCells.count }

    mutating func append(_ row: ArraySlice<UInt32>) {
        cells.append(contentsOf: row)
    }

    /// A new slot with the cells of another, or with zeros.
    ///
    /// - Returns: where its cells begin.
    mutating func beginRow(like model: UInt32?) -> Int {
        let start = cells.count
        if let model {
            let from = Int(model) * FindingCells.count
            for cell in from..<from + FindingCells.count { cells.append(cells[cell]) }
        } else {
            cells.append(contentsOf: repeatElement(0, count: FindingCells.count))
        }
        return start
    }

    /// Hashes of the snapshot's rows, in their order.
    mutating func sequenceHashes() -> [UInt64] {
        hashes.reserveCapacity(slotCount)
        while hashes.count < slotCount { hashes.append(Self.hash(row(UInt32(hashes.count)))) }
        return sequence.map { hashes[Int($0)] }
    }

    func row(_ slot: UInt32) -> ArraySlice<UInt32> {
        let start = Int(slot) * FindingCells.count
        return cells[start..<start + FindingCells.count]
    }

    func cell(_ slot: UInt32, _ cell: Int) -> UInt32 {
        cells[Int(slot) * FindingCells.count + cell]
    }

    /// The number of a list of related places, added when it is new.
    mutating func intern(related list: [UInt32]) -> UInt32 {
        if list.isEmpty { return 0 }
        if let number = relatedNumbers[list] { return number }
        let number = UInt32(related.count)
        related.append(list)
        relatedNumbers[list] = number
        return number
    }

    static func hash(_ row: ArraySlice<UInt32>) -> UInt64 {
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
        for cell in row {
            let product = (hash ^ UInt64(cell)).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
            hash = product.high ^ product.low
        }
        return hash
    }

    /// The snapshot's findings; their ids are this state's.
    var table: FindingTable { table(of: sequence) }

    func table(of slots: [UInt32]) -> FindingTable {
        var table = FindingTable()
        table.strings = strings
        table.lists = lists
        table.reserve(slots.count)
        for slot in slots { table.append(findingRow(slot)) }
        return table
    }

    private func findingRow(_ slot: UInt32) -> FindingRow {
        let start = Int(slot) * FindingCells.count
        var row = FindingRow()
        row.rule = StringID(cells[start + FindingCells.rule])
        row.path = StringID(cells[start + FindingCells.path])
        row.line = cells[start + FindingCells.line]
        row.column = cells[start + FindingCells.column]
        row.endLine = cells[start + FindingCells.endLine]
        row.endColumn = cells[start + FindingCells.endColumn]
        row.symbol = StringID(cells[start + FindingCells.symbol])
        row.message = StringID(cells[start + FindingCells.message])
        row.excerpt = StringID(cells[start + FindingCells.excerpt])
        row.fingerprint = StringID(cells[start + FindingCells.fingerprint])
        row.scope = StringID(cells[start + FindingCells.scope])
        row.statement = StringID(cells[start + FindingCells.statement])
        row.context = StringListID(cells[start + FindingCells.context])
        row.tags = StringListID(cells[start + FindingCells.tags])
        row.members = StringListID(cells[start + FindingCells.members])
        row.properties = StringID(cells[start + FindingCells.properties])
        let number = Int(cells[start + FindingCells.related])
        if number > 0 { row.related = places(related[number]) }
        return row
    }

    private func places(_ list: [UInt32]) -> [RelatedRow] {
        stride(from: 0, to: list.count, by: 4).map { start in
            RelatedRow(
                path: StringID(list[start]), line: list[start + 1], column: list[start + 2],
                message: StringID(list[start + 3]))
        }
    }
}
