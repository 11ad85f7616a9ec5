/// Two files of which one may have become the other.
///
/// They are compared by Dice's coefficient of the multisets of their findings. A finding whose surroundings are the same
/// counts whole, others less: a rewritten file still has most of it, and of two files with the same imports the one
/// with the same lines between them wins.
struct RenameCandidate {
    let gone: Int
    let came: Int
    private var share = 0.0
    private var isMoreThanChance = false
    /// Parts at the ends of the paths that are the same.
    private var commonEnd = 0

    /// Two files are the same when they have at least so much in common.
    private static let leastShare = 0.6
    /// What a finding counts when the lines around it have changed, and when its statement has, too.
    private static let sameWeight = 0.9
    private static let alikeWeight = 0.7

    init(gone: Int, came: Int) {
        self.gone = gone
        self.came = came
    }

    /// Whether the sizes alone allow the least share.
    static func mayFit(_ left: Int, _ right: Int) -> Bool {
        2 * Double(min(left, right)) >= leastShare * Double(left + right)
    }

    mutating func weigh(
        _ goneFiles: [FileFindings], _ cameFiles: [FileFindings], _ goneEnds: [PathEnd], _ cameEnds: [PathEnd]
    ) {
        let (left, right) = (goneFiles[gone], cameFiles[came])
        let common = left.common(right)
        let weight =
            Double(common.exact) + Self.sameWeight * Double(common.same - common.exact)
            + Self.alikeWeight * Double(common.alike - common.same)
        share = 2 * weight / Double(left.count + right.count)
        commonEnd = goneEnds[gone].common(cameEnds[came])
        // One common finding is a coincidence, unless what is around it or the file's name is the same.
        isMoreThanChance = common.alike > 1 || commonEnd > 0 || common.exact > 0 && left.hasContext
    }

    var isLikely: Bool { share >= Self.leastShare && isMoreThanChance }

    static func isBetter(_ left: RenameCandidate, _ right: RenameCandidate) -> Bool {
        if left.share != right.share { return left.share > right.share }
        if left.commonEnd != right.commonEnd { return left.commonEnd > right.commonEnd }
        return (left.gone, left.came) < (right.gone, right.came)
    }
}
