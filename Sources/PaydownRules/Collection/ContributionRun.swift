/// Contributions that are neighbours in a block as well, so that what is asked about them is asked once.
struct ContributionRun {
    let block: ContributionBlock
    /// In the block.
    let files: Range<Int>
    /// Which of all contributions is the first of them.
    let first: Int

    /// All contributions, in their order.
    static func runs(of contributions: [FileContribution]) -> [ContributionRun] {
        var runs: [ContributionRun] = []
        var first = 0
        while first < contributions.count {
            let (block, number) = (contributions[first].block, contributions[first].number)
            var next = first + 1
            while next < contributions.count, contributions[next].block === block,
                contributions[next].number == number + next - first
            {
                next += 1
            }
            runs.append(ContributionRun(block: block, files: number..<(number + next - first), first: first))
            first = next
        }
        return runs
    }
}
