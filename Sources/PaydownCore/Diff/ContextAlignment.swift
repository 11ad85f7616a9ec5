/// Finds out which of several equal findings is which, when there is more than one way to pair them.
///
/// Of four identical lines one was fixed, or one was fixed and another one written: which are left? Order is kept, and of
/// all ways to keep it the one wins in which most of the lines around the findings are the same; among those the one
/// with most pairs; then the one in which they moved least. A dynamic programme over old × new ones; above its limit,
/// what is the same at both ends is taken away first, and what is still too much is paired in order.
enum ContextAlignment {
    /// How much two findings look alike.
    struct Likeness {
        /// Lines around them that are the same, 0...4.
        let equalContext: Int
        /// Lines between where the one was and where the other is.
        let distance: Int

        /// Context counts before pairs, pairs before distance: there are at most `limit` pairs in a programme, of which
        /// each counts less than 2^21.
        fileprivate var score: Int { equalContext << 40 + 1 << 21 - min(distance, 1 << 20) }

        fileprivate var isWhole: Bool { equalContext == 4 }
    }

    /// The largest product of old and new ones: two hundred identical lines in one file, before and after.
    static let limit = 200 * 200

    /// - Parameter likeness: of an old and a new one, both 0-based; nil when they cannot be the same.
    /// - Returns: which old one is which new one, ascending on both sides.
    static func pairs(
        of old: Int, with new: Int, likeness: (Int, Int) -> Likeness?
    ) -> [(old: Int, new: Int)] {
        if old == new {
            let isSame = (0..<old).allSatisfy { likeness($0, $0)?.isWhole == true }
            if isSame { return (0..<old).map { ($0, $0) } }
        }
        if old * new <= limit { return programme(0..<old, 0..<new, likeness) }
        var head = 0
        while head < min(old, new), likeness(head, head)?.isWhole == true { head += 1 }
        var tail = 0
        while tail < min(old, new) - head, likeness(old - 1 - tail, new - 1 - tail)?.isWhole == true { tail += 1 }
        let (mine, theirs) = (head..<old - tail, head..<new - tail)
        let middle =
            mine.count * theirs.count <= limit
            ? programme(mine, theirs, likeness)
            : zip(mine, theirs).filter { likeness($0, $1) != nil }.map { (old: $0, new: $1) }
        return (0..<head).map { ($0, $0) } + middle + (0..<tail).reversed().map { (old - 1 - $0, new - 1 - $0) }
    }

    private enum Step: UInt8 {
        case pair
        case passOld
        case passNew
    }

    /// From the back, so that what is equally good is decided from the front: pair at once, else pass over an old one.
    private static func programme(
        _ mine: Range<Int>, _ theirs: Range<Int>, _ likeness: (Int, Int) -> Likeness?
    ) -> [(old: Int, new: Int)] {
        let width = theirs.count
        var steps = [Step](repeating: .passNew, count: mine.count * width)
        // The best that comes of the old ones from this on with the new ones from each on.
        var below = [Int](repeating: 0, count: width + 1)
        for first in stride(from: mine.count - 1, through: 0, by: -1) {
            var here = [Int](repeating: 0, count: width + 1)
            for second in stride(from: width - 1, through: 0, by: -1) {
                let place = first * width + second
                here[second] = max(below[second], here[second + 1])
                if below[second] == here[second] { steps[place] = .passOld }
                guard let likeness = likeness(mine.lowerBound + first, theirs.lowerBound + second) else { continue }
                let paired = below[second + 1] + likeness.score
                if paired >= here[second] {
                    here[second] = paired
                    steps[place] = .pair
                }
            }
            below = here
        }
        var pairs: [(old: Int, new: Int)] = []
        var (first, second) = (0, 0)
        while first < mine.count, second < width {
            let step = steps[first * width + second]
            if step == .pair { pairs.append((mine.lowerBound + first, theirs.lowerBound + second)) }
            if step != .passNew { first += 1 }
            if step != .passOld { second += 1 }
        }
        return pairs
    }
}
