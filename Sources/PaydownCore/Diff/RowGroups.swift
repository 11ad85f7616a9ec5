/// Rows sorted by a number that each of them has, in their own order within a number.
///
/// A performance file: a counting sort; two arrays instead of a dictionary of arrays.
struct RowGroups {
    private var starts: [Int32]
    private var rows: [Int32]

    /// - Parameters:
    ///   - range: the rows that count.
    ///   - number: by row; all below `bound`.
    init(_ range: Range<Int>, by number: [UInt32], below bound: Int) {
        starts = [Int32](repeating: 0, count: bound + 1)
        rows = [Int32](repeating: 0, count: range.count)
        for row in range { starts[Int(number[row]) + 1] += 1 }
        for index in 0..<bound { starts[index + 1] += starts[index] }
        var next = starts
        for row in range {
            let group = Int(number[row])
            rows[Int(next[group])] = Int32(row)
            next[group] += 1
        }
    }

    subscript(number: Int) -> ArraySlice<Int32> {
        rows[Int(starts[number])..<Int(starts[number + 1])]
    }
}
