/// Finds for each of a few equal findings the one of many that it is, when order alone does not tell.
///
/// Of four identical lines one was fixed: which three are left? Order is kept, and of all ways to keep it the one wins
/// in which most of the lines around the findings are the same; where that does not decide, the one in which they
/// moved least. A dynamic programme over few × many; above the limit the first ones are taken.
enum ContextAlignment {
    /// How much two findings look alike.
    struct Likeness {
        /// Lines around them that are the same, 0...4.
        let equalContext: Int
        /// Lines between where the one was and where the other is.
        let distance: Int

        /// Context counts before distance: a bucket has at most 200 findings, each at most 2^20 lines away.
        fileprivate var score: Int { equalContext << 32 - min(distance, 1 << 20) }
    }

    /// The largest product of few and many: two hundred identical lines in one file, before and after.
    static let limit = 200 * 200

    /// - Parameter likeness: of one of the few and one of the many, both 0-based.
    /// - Returns: for each of the few, ascending, its place among the many.
    static func places(of few: Int, in many: Int, likeness: (Int, Int) -> Likeness) -> [Int] {
        precondition(few <= many, "the few come first")
        guard few > 0, few * many <= limit else { return Array(0..<few) }
        // best[j]: the best score of the first i of the few within the first j of the many.
        var best = [Int](repeating: 0, count: many + 1)
        var isTaken = [Bool](repeating: false, count: few * many)
        for first in 0..<few {
            var next = [Int](repeating: Int.min / 2, count: many + 1)
            for second in first..<(many - (few - first - 1)) {
                let taken = best[second] + likeness(first, second).score
                // On a tie the earlier place stays, so that equal things keep their order from the front.
                if taken > next[second] {
                    next[second + 1] = taken
                    isTaken[first * many + second] = true
                } else {
                    next[second + 1] = next[second]
                }
            }
            best = next
        }
        var places = [Int](repeating: 0, count: few)
        var second = many - 1
        for first in stride(from: few - 1, through: 0, by: -1) {
            while !isTaken[first * many + second] { second -= 1 }
            places[first] = second
            second -= 1
        }
        return places
    }
}
