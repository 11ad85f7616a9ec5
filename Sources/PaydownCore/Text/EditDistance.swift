/// How many single letters must be put in, taken out or changed to make one word of the other (Levenshtein 1966).
package enum EditDistance {
    /// O(n·m); meant for names, not for texts.
    package static func between(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }

    /// The candidate nearest to a word, the first of equals; nil without candidates.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        var best: (distance: Int, word: String)?
        for candidate in candidates {
            let distance = between(candidate.lowercased(), word.lowercased())
            if distance < best?.distance ?? Int.max { best = (distance, candidate) }
        }
        return best?.word
    }
}
