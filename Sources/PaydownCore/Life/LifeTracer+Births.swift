extension LifeTracer {
    /// For every finding of the newest snapshot the number of the one that had it first, by row.
    ///
    /// Linear in all findings. What was fixed or unseen for a while and came back was born when it came first.
    package func births() -> [Int] {
        guard let first = snapshots.first else { return [] }
        var births = [Int](repeating: 0, count: first.findings.count)
        var departed = FindingTable()
        var departedBirths: [Int] = []
        for (number, diff) in diffs.enumerated() {
            let (old, new) = (snapshots[number].findings, snapshots[number + 1].findings)
            var next = diff.matchOfNew.map { $0 < 0 ? number + 1 : births[Int($0)] }
            for found in diff.returned(among: departed, new: new) { next[found.row] = departedBirths[found.departed] }
            for row in diff.matchOfOld.indices where diff.matchOfOld[row] < 0 {
                departed.append(old[row])
                departedBirths.append(births[row])
            }
            births = next
        }
        return births
    }
}
