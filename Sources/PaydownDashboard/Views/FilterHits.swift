import PaydownScreen

/// The words of a filter, found again in the rows that are shown.
struct FilterHits {
    /// In lower case, as bytes.
    private let words: [[UInt8]]

    init(_ filter: String) {
        let terms = FilterQuery(filter).terms.filter { !$0.isNegated }
        words = terms.compactMap { term in
            switch term.pattern {
            // A word that is met letter by letter is mostly met as a whole; only then it is shown.
            case .fuzzy(let text), .literal(let text): text.isEmpty ? nil : text.lowercased().utf8.map { $0 }
            case .everything, .regex, .age: nil
            }
        }
    }

    /// Marks the words in one drawn row, between two columns; only ASCII is looked at.
    func mark(y: Int, columns: Range<Int>, on buffer: inout Buffer) {
        guard !words.isEmpty, columns.lowerBound < columns.upperBound else { return }
        let row = columns.map { x -> UInt8 in
            let glyph = buffer[buffer.area.x + x, buffer.area.y + y].glyph
            guard glyph < 0x80 else { return 0 }
            return (0x41...0x5A).contains(glyph) ? UInt8(glyph) + 0x20 : UInt8(glyph)
        }
        for word in words where word.count <= row.count {
            var start = 0
            while start + word.count <= row.count {
                if row[start..<start + word.count].elementsEqual(word) {
                    let hit = Rect(x: columns.lowerBound + start, y: y, width: word.count, height: 1)
                    buffer.dye(hit, Ink(.textMatch))
                    start += word.count
                } else {
                    start += 1
                }
            }
        }
    }
}
