/// What rules have counted in all files together, by rule and by what it counts.
struct RuleTallies: Sendable {
    /// By rule and slot.
    private var sums: [[Int]]

    init(_ runs: [ContributionRun], ruleCount: Int) {
        var sums = [[Int]](repeating: [], count: ruleCount)
        for run in runs {
            run.block.forEachTally(of: run.files) { tally in
                let (rule, slot) = (Int(tally.rule), Int(tally.slot))
                guard rule < ruleCount else { return }
                while sums[rule].count <= slot { sums[rule].append(0) }
                sums[rule][slot] += Int(tally.value)
            }
        }
        self.sums = sums
    }

    func sum(rule: Int, slot: Int) -> Int {
        sums[rule].indices.contains(slot) ? sums[rule][slot] : 0
    }
}
