extension LifeTracer {
    /// For every finding of the newest snapshot the number of the one that had it first, by row.
    ///
    /// Linear in all findings. What was fixed or unseen for a while and came back was born when it came first.
    package func births() -> [Int] {
        var fold = PastFold()
        for (number, snapshot) in snapshots.enumerated() { fold.add(snapshot, number > 0 ? diffs[number - 1] : nil) }
        return fold.pasts.map(\.birth)
    }
}
