import PaydownCore

/// A snapshot's findings packed as what is different from another snapshot's; a whole snapshot is the difference
/// from an empty one.
///
/// A performance file: a commit that changes a hundred findings of 26,000 takes some four kilobytes. Layout, all numbers
/// as `ByteWriter` has them: strings, lists and related places that are new; the steps of a `RowScript`; for each row put
/// in, which row it resembles, a mask of the cells that differ, and those cells: numbers against the row that it resembles,
/// ids against the id before them in their column, since what is new comes in order.
struct ContentDelta {
    /// Not compressed yet.
    let bytes: [UInt8]
    /// The slots of the other snapshot's rows, which `state` still has.
    let old: [UInt32]
    /// The state with the snapshot's rows.
    let state: ContentState
    /// Which rows were kept, dropped and put in.
    let script: RowScript

    init(from base: consuming ContentState, to table: FindingTable) {
        var state = base
        old = state.sequence
        let (strings, lists, related) = (state.strings.count, state.lists.count, state.related.count)
        let rows = ContentRows(table, &state)
        script = RowScript(old: state.sequenceHashes(), new: rows.hashes)
        var writer = ByteWriter()
        Self.write(state, strings: strings, lists: lists, related: related, to: &writer)
        var last = LastIDs(strings: strings, lists: lists)
        var sequence: [UInt32] = []
        sequence.reserveCapacity(rows.count)
        var oldRow = 0
        writer.number(script.steps.count)
        for step in script.steps {
            writer.number(step.kept)
            writer.number(step.dropped)
            writer.number(step.inserted)
            sequence.append(contentsOf: old[oldRow..<oldRow + step.kept])
            oldRow += step.kept
            let dropped = old[oldRow..<oldRow + step.dropped]
            oldRow += step.dropped
            var next = 0
            for _ in 0..<step.inserted {
                let row = rows.row(sequence.count)
                let model = Self.model(of: row, dropped, at: next, behind: sequence.last, state)
                switch model {
                case .previous: writer.number(0 as UInt64)
                case .dropped(let index):
                    // 1 is the one that is next, 2 the one before it, 3 the one behind it, and so on.
                    let distance = index - next
                    writer.number(1 + UInt64(bitPattern: Int64(distance &<< 1 ^ distance &>> 63)))
                    next = index + 1
                }
                Self.write(row, like: model.slot(dropped, behind: sequence.last), state, &last, to: &writer)
                sequence.append(UInt32(state.slotCount))
                state.append(row)
            }
        }
        state.sequence = sequence
        self.state = state
        bytes = writer.bytes
    }

    // MARK: Writing

    private static func write(
        _ state: ContentState, strings: Int, lists: Int, related: Int, to writer: inout ByteWriter
    ) {
        writer.number(state.strings.count - strings)
        for id in strings..<state.strings.count { state.strings.withUTF8(StringID(UInt32(id))) { writer.text($0) } }
        writer.number(state.lists.count - lists)
        var last = strings
        for id in lists..<state.lists.count {
            let items = state.lists[StringListID(UInt32(id))]
            writer.number(items.count)
            for item in items {
                writer.signed(Int(item.rawValue) - last)
                last = Int(item.rawValue)
            }
        }
        writer.number(state.related.count - related)
        for list in state.related[related...] {
            writer.number(list.count / 4)
            for value in list { writer.number(value) }
        }
    }

    private static func write(
        _ row: ArraySlice<UInt32>, like slot: UInt32?, _ state: ContentState, _ last: inout LastIDs,
        to writer: inout ByteWriter
    ) {
        var mask: UInt32 = 0
        for cell in 0..<FindingCells.count where row[row.startIndex + cell] != slot.map({ state.cell($0, cell) }) ?? 0 {
            mask |= 1 << UInt32(cell)
        }
        writer.number(mask)
        for cell in 0..<FindingCells.count where mask >> UInt32(cell) & 1 != 0 {
            let value = Int(row[row.startIndex + cell])
            if FindingCells.isNumber(cell) {
                writer.signed(value - (slot.map { Int(state.cell($0, cell)) } ?? 0))
            } else {
                writer.signed(value - last[cell])
                last[cell] = value
            }
        }
    }

    // MARK: Models

    /// The row that a new one resembles.
    private enum Model {
        /// The one before it in the snapshot.
        case previous
        /// One of those that the same step drops.
        case dropped(Int)

        func slot(_ dropped: ArraySlice<UInt32>, behind last: UInt32?) -> UInt32? {
            switch self {
            case .previous: last
            case .dropped(let index): dropped[dropped.startIndex + index]
            }
        }
    }

    /// A row that only moved is found among the dropped ones near by; so many are looked at.
    private static let reach = 8

    private static func model(
        of row: ArraySlice<UInt32>, _ dropped: ArraySlice<UInt32>, at next: Int, behind last: UInt32?,
        _ state: ContentState
    ) -> Model {
        var best = Model.previous
        var bestScore = last.map { likeness(row, $0, state) } ?? 0
        for index in max(0, next - reach)..<max(0, next - reach, min(dropped.count, next + reach)) {
            let score = likeness(row, dropped[dropped.startIndex + index], state)
            if score > bestScore {
                bestScore = score
                best = .dropped(index)
            }
        }
        return best
    }

    private static func likeness(_ row: ArraySlice<UInt32>, _ slot: UInt32, _ state: ContentState) -> Int {
        let start = Int(slot) * FindingCells.count
        var equal = 0
        for cell in 0..<FindingCells.count where row[row.startIndex + cell] == state.cells[start + cell] { equal += 1 }
        return equal
    }
}

/// The id before, column by column; at first the one before all that are new.
struct LastIDs {
    private var values: [Int]

    init(strings: Int, lists: Int) {
        values = (0..<FindingCells.count).map { FindingCells.isList($0) ? lists - 1 : strings - 1 }
        values[FindingCells.related] = 0
    }

    subscript(cell: Int) -> Int {
        get { values[cell] }
        set { values[cell] = newValue }
    }
}
