import PaydownCore

/// The terms that hold of the strings of a column, asked when a string is met first.
///
/// A performance file: rows are asked some thousands at a time, column by column. What a column says of rows that are
/// spread over the table is gathered in a loop that does nothing else, so that the processor waits for many places of
/// the memory at once; with all columns of a row asked before the next row it waited for each.
struct StringAnswers {
    /// A set of terms as a number with a bit for each.
    typealias Bits = UInt16
    /// Set where a string's answers are known; no term has this bit.
    private static let isKnown: Bits = 1 << 15

    /// The terms that ask the column.
    let asking: Bits
    private let strings: StringTable
    private let tests: TextTests
    /// By string id; empty when no term asks, or nothing is remembered.
    private var known: [Bits]

    /// - Parameter isRemembered: false for so few rows that to make room for all answers costs more than to ask again.
    init(_ asking: Bits, _ tests: TextTests, in strings: StringTable, isRemembered: Bool) {
        self.asking = asking
        self.tests = tests
        self.strings = strings
        known = [Bits](repeating: 0, count: asking != 0 && isRemembered ? strings.count : 0)
    }

    /// Adds to the terms that hold of each row those that hold of its string; a row of which all hold is not asked.
    mutating func add(
        to holding: UnsafeMutableBufferPointer<Bits>, of rows: UnsafeBufferPointer<Int32>, _ column: [StringID]
    ) {
        let asking = asking
        guard holding.contains(where: { asking & ~$0 != 0 }) else { return }
        withUnsafeTemporaryAllocation(of: StringID.self, capacity: rows.count) { ids in
            column.withUnsafeBufferPointer { column in
                for index in 0..<rows.count { ids[index] = column[Int(rows[index])] }
            }
            for index in 0..<rows.count where asking & ~holding[index] != 0 {
                holding[index] |= answers(ids[index])
            }
        }
    }

    @inline(__always)
    private mutating func answers(_ id: StringID) -> Bits {
        if known.isEmpty { return ask(id) }
        let answers = known[Int(id.rawValue)]
        return answers != 0 ? answers : learn(id)
    }

    @inline(never)
    private mutating func learn(_ id: StringID) -> Bits {
        let answers = ask(id)
        known[Int(id.rawValue)] = answers
        return answers
    }

    private func ask(_ id: StringID) -> Bits {
        strings.withUTF8(id) { tests.passed($0, of: asking) } | Self.isKnown
    }
}
