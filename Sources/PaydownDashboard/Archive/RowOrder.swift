import PaydownCore

/// The rows of a finding table by path, line and column, and the rows of each path.
///
/// A performance file: sorting a million rows by comparing them took 0.6 s. Here only the different paths are sorted;
/// rows are counted by path and dealt out, and those of one path are sorted only where a scanner did not write them
/// in order. 4 bytes a finding are kept, and a copy of the paths behind each other: a filter that asks 80,000 paths
/// spread over 100 MB of text waits for memory most of its time.
package struct RowOrder: Sendable {
    /// All rows; equal places stay in the order of the table.
    package let rows: [Int32]
    /// The different paths in the order of their bytes.
    package let paths: [StringID]
    /// Where the rows of each path end in `rows`.
    private let ends: [Int32]
    /// The texts of the paths behind each other, and where each ends.
    private let text: [UInt8]
    private let textEnds: [Int]

    /// The rows of one path, among rows in this order.
    struct Run: Equatable {
        /// Of the path, an index into `paths`.
        var path: Int32
        /// Where its rows end.
        var end: Int32
    }

    package init(_ findings: FindingTable) {
        var next = [Int32](repeating: 0, count: findings.strings.count)
        for path in findings.path { next[Int(path.rawValue)] += 1 }
        let met = next.indices.filter { next[$0] > 0 }.map { StringID(UInt32($0)) }
        // Sorting comes back to a path for every eight bytes of it, so they are brought together first.
        var texts = StringTable()
        for path in met { findings.strings.withUTF8(path) { texts.append(new: $0) } }
        let order = texts.sorted(met.indices.map { StringID(UInt32($0 + 1)) })
        paths = order.map { met[Int($0.rawValue) - 1] }
        var ends: [Int32] = []
        ends.reserveCapacity(paths.count)
        var end: Int32 = 0
        for path in paths {
            let begin = end
            end += next[Int(path.rawValue)]
            next[Int(path.rawValue)] = begin
            ends.append(end)
        }
        var rows = [Int32](repeating: 0, count: findings.count)
        for (row, path) in findings.path.enumerated() {
            let place = next[Int(path.rawValue)]
            rows[Int(place)] = Int32(row)
            next[Int(path.rawValue)] = place + 1
        }
        self.ends = ends
        var text: [UInt8] = []
        var textEnds: [Int] = []
        text.reserveCapacity(texts.bytes.count)
        textEnds.reserveCapacity(paths.count)
        for path in order {
            texts.withUTF8(path) { text.append(contentsOf: $0) }
            textEnds.append(text.count)
        }
        self.text = text
        self.textEnds = textEnds
        var begin = 0
        for end in ends {
            Self.sortIfNeeded(&rows, begin..<Int(end), findings)
            begin = Int(end)
        }
        self.rows = rows
    }

    /// The rows with this path, by line and column; the table must be the one that this was made from.
    package func rows(of path: StringID, in findings: FindingTable) -> ArraySlice<Int32> {
        var low = 0
        var high = paths.count
        while low < high {
            let middle = (low + high) / 2
            if findings.strings.isOrdered(paths[middle], before: path) { low = middle + 1 } else { high = middle }
        }
        guard low < paths.count, paths[low] == path else { return [] }
        return rows[range(low)]
    }

    /// Where the rows of path *n* stand in `rows`.
    package func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    /// Where the rows of each path end among rows in this order, such as those of a check.
    func runs(_ rows: [Int32], in findings: FindingTable) -> [Run] {
        if rows.count == self.rows.count { return ends.indices.map { Run(path: Int32($0), end: ends[$0]) } }
        var runs: [Run] = []
        var number = -1
        for (index, row) in rows.enumerated() {
            let path = findings.path[Int(row)]
            if number < 0 || paths[number] != path {
                if number >= 0 { runs.append(Run(path: Int32(number), end: Int32(index))) }
                repeat { number += 1 } while paths[number] != path
            }
        }
        if number >= 0 { runs.append(Run(path: Int32(number), end: Int32(rows.count))) }
        return runs
    }

    /// The text of path *n*.
    func withPath<Result>(_ number: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let begin = number == 0 ? 0 : textEnds[Int(number) - 1]
        return text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[begin..<textEnds[Int(number)]])) }
    }

    private static func sortIfNeeded(_ rows: inout [Int32], _ range: Range<Int>, _ findings: FindingTable) {
        func place(_ row: Int32) -> UInt64 {
            UInt64(findings.line[Int(row)]) << 32 | UInt64(findings.column[Int(row)])
        }
        var last: UInt64 = 0
        for index in range {
            let place = place(rows[index])
            if place < last { break }
            last = place
            if index == range.upperBound - 1 { return }
        }
        rows[range].sort { left, right in
            let (leftPlace, rightPlace) = (place(left), place(right))
            return leftPlace != rightPlace ? leftPlace < rightPlace : left < right
        }
    }
}
