/// Contributions that are neighbours in a block as well, so that what is asked about them is asked once.
struct ContributionRun {
    let block: ContributionBlock
    /// In the block.
    let files: Range<Int>
    /// Which of all contributions is the first of them.
    let first: Int

    /// - Parameter skipsEmpty: whether files may be left out that contribute nothing, of which no cache knows yet.
    static func runs(of contributions: [FileContribution], skipsEmpty: Bool = false) -> [ContributionRun] {
        var runs: [ContributionRun] = []
        let empty = ContributionBlock.empty
        var first = 0
        while first < contributions.count {
            if skipsEmpty, contributions[first].block === empty {
                first += 1
                continue
            }
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
