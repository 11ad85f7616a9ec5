/// Finds the known name that somebody most likely meant.
package enum NearestName {
    /// The known name nearest to a misspelt one, or nil when none is near.
    ///
    /// Near means at most a third of the longer name's letters wrong, by edit distance with neighbours
    /// swapped counted once (optimal string alignment), letter case ignored. A name that one of the
    /// two contains whole is near as well: `muted` means `text.muted`. Of equals the first is taken.
    package static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let wanted = folded(name)
        guard !wanted.isEmpty else { return nil }
        var best: (name: String, distance: Int)?
        var container: String?
        for candidate in known {
            let other = folded(candidate)
            let distance = distance(wanted, other)
            if distance * 3 <= max(wanted.count, other.count), distance < best?.distance ?? Int.max {
                best = (candidate, distance)
            }
            if container == nil, min(wanted.count, other.count) >= 4,
                contains(other, wanted) || contains(wanted, other)
            {
                container = candidate
            }
        }
        return best?.name ?? container
    }

    /// How many letters must be added, dropped, changed or swapped with their neighbour.
    package static func distance(_ left: String, _ right: String) -> Int {
        distance(Array(left.unicodeScalars), Array(right.unicodeScalars))
    }

    private static func folded(_ name: String) -> [Unicode.Scalar] {
        Array(name.lowercased().unicodeScalars.prefix(100))
    }

    private static func contains(_ whole: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
        guard part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { Array(whole[$0..<($0 + part.count)]) == part }
    }

    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty else { return right.count }
        guard !right.isEmpty else { return left.count }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + Array(repeating: 0, count: right.count)
            for column in 1...right.count {
                let isSame = left[row - 1] == right[column - 1]
                current[column] = min(
                    last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    current[column] = min(current[column], beforeLast[column - 2] + 1)
                }
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
