import PaydownCore

extension ContentState {
    /// Goes on to the snapshot that a `ContentDelta` packed; what is not possible is refused.
    mutating func apply(_ bytes: [UInt8]) throws(BrokenBytes) {
        var reader = ByteReader(bytes)
        let (strings, lists) = (self.strings.count, self.lists.count)
        try readTexts(&reader)
        var last = LastIDs(strings: strings, lists: lists)
        let limits = CellLimits(strings: self.strings.count, lists: self.lists.count, related: related.count)
        var next: [UInt32] = []
        next.reserveCapacity(sequence.count + 16)
        var oldRow = 0
        let steps = try reader.count()
        for _ in 0..<steps {
            let (kept, dropped, inserted) = (try reader.small(), try reader.small(), try reader.small())
            guard kept + dropped <= sequence.count - oldRow else { throw BrokenBytes(what: "more rows than there are") }
            next.append(contentsOf: sequence[oldRow..<oldRow + kept])
            oldRow += kept
            var position = 0
            for _ in 0..<inserted {
                let model = try readModel(&reader, dropped: oldRow..<oldRow + dropped, &position, behind: next.last)
                next.append(UInt32(slotCount))
                try readRow(&reader, like: model, &last, limits)
            }
            oldRow += dropped
        }
        guard oldRow == sequence.count, reader.isAtEnd else { throw BrokenBytes(what: "rows are left over") }
        sequence = next
    }

    private mutating func readTexts(_ reader: inout ByteReader) throws(BrokenBytes) {
        let first = strings.count
        var buffer: [UInt8] = []
        let count = try reader.count()
        for _ in 0..<count { try reader.newText(to: &strings, &buffer) }
        var last = first
        var items: [StringID] = []
        let listCount = try reader.count()
        for _ in 0..<listCount {
            items.removeAll(keepingCapacity: true)
            let itemCount = try reader.count()
            for _ in 0..<itemCount {
                last += try reader.signed()
                guard last >= 0, last < strings.count else { throw BrokenBytes(what: "an unknown text") }
                items.append(StringID(UInt32(last)))
            }
            lists.append(new: items)
        }
        let relatedCount = try reader.count()
        for _ in 0..<relatedCount { try readRelated(&reader) }
    }

    private mutating func readRelated(_ reader: inout ByteReader) throws(BrokenBytes) {
        let places = try reader.count()
        var list: [UInt32] = []
        for _ in 0..<places {
            for column in 0..<4 {
                let value = try reader.small()
                if column == 0 || column == 3, value >= strings.count { throw BrokenBytes(what: "an unknown text") }
                list.append(UInt32(value))
            }
        }
        _ = intern(related: list)
    }

    /// The slot that the next row resembles; nil for none.
    private func readModel(
        _ reader: inout ByteReader, dropped: Range<Int>, _ position: inout Int, behind last: UInt32?
    ) throws(BrokenBytes) -> UInt32? {
        let mark = try reader.number()
        if mark == 0 { return last }
        let folded = mark - 1
        position += Int(truncatingIfNeeded: folded >> 1) ^ -Int(folded & 1)
        guard position >= 0, position < dropped.count else { throw BrokenBytes(what: "an unknown row") }
        defer { position += 1 }
        return sequence[dropped.lowerBound + position]
    }

    /// A new slot, as its model but for some cells.
    private mutating func readRow(
        _ reader: inout ByteReader, like model: UInt32?, _ last: inout LastIDs, _ limits: CellLimits
    ) throws(BrokenBytes) {
        let start = beginRow(like: model)
        var mask = try reader.small()
        while mask != 0 {
            let cell = mask.trailingZeroBitCount
            guard cell < FindingCells.count else { throw BrokenBytes(what: "an unknown column") }
            mask &= mask - 1
            let change = try reader.signed()
            let value = (FindingCells.isNumber(cell) ? Int(cells[start + cell]) : last[cell]) &+ change
            guard value >= 0, value < limits[cell] else { throw BrokenBytes(what: "an unknown number") }
            if !FindingCells.isNumber(cell) { last[cell] = value }
            cells[start + cell] = UInt32(value)
        }
    }
}

/// What a cell must be below.
private struct CellLimits {
    private let values: [Int]

    init(strings: Int, lists: Int, related: Int) {
        var values = (0..<FindingCells.count).map { cell in
            FindingCells.isNumber(cell) ? Int(UInt32.max) + 1 : FindingCells.isList(cell) ? lists : strings
        }
        values[FindingCells.related] = related
        self.values = values
    }

    subscript(cell: Int) -> Int { values[cell] }
}
