import PaydownCore

/// The finding rows of each file, to answer "what else is in this file" without walking all findings.
///
/// A performance file: a walk over the path column of a million findings costs about a millisecond for every
/// frame; sorted once by counting (4 bytes a finding are kept), a file's rows are two binary searches away.
package struct PathRows: Sendable {
    /// All rows by the number of their path, ascending within a path.
    private let sorted: [Int32]

    package init(_ findings: FindingTable) {
        var ends = [Int32](repeating: 0, count: findings.strings.count + 1)
        for path in findings.path { ends[Int(path.rawValue) + 1] += 1 }
        for index in 1..<max(1, ends.count) { ends[index] += ends[index - 1] }
        var sorted = [Int32](repeating: 0, count: findings.count)
        for (row, path) in findings.path.enumerated() {
            sorted[Int(ends[Int(path.rawValue)])] = Int32(row)
            ends[Int(path.rawValue)] += 1
        }
        self.sorted = sorted
    }

    /// The rows with this path, ascending; the table must be the one that this was made from.
    package func rows(of path: StringID, in findings: FindingTable) -> ArraySlice<Int32> {
        let low = firstIndex { findings.path[Int($0)] >= path }
        let high = firstIndex { findings.path[Int($0)] > path }
        return sorted[low..<high]
    }

    private func firstIndex(where isBehind: (Int32) -> Bool) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(sorted[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
