import PaydownCore

extension Benchmark {
    static let diff = Benchmark(
        name: "diff", usage: "diff [--findings 1000000] [--rounds 5]",
        summary: "compares two snapshots of which one in a hundred findings was fixed, one added, and lines moved"
    ) { options in
        let count = try options.integer("findings", default: 1_000_000)
        let rounds = try options.integer("rounds", default: 5)
        var synthetic = SyntheticSnapshot(findings: count, profile: .lean, seed: 1)
        let old = synthetic.make()
        let new = laterVersion(of: old)
        var seconds: [Double] = []
        var counts = DiffCounts()
        for _ in 0..<rounds {
            let start = ContinuousClock.now
            let diff = SnapshotDiff(old: old, new: new)
            seconds.append(Report.seconds(since: start))
            counts = diff.counts
        }
        // A bar in seconds is for a machine at rest, so the least disturbed run counts.
        Report.heading("Comparing two snapshots of \(count) findings, fastest of \(rounds)")
        let measured = seconds.min() ?? .nan
        let bar = Double(count) / 1_000_000
        Report.line(
            "compare", Report.seconds(measured), bar: "1 s for a million", isReached: measured <= bar)
        Report.line("compare, median", Report.seconds(Report.median(seconds)))
        Report.line(
            "found", "\(counts.unchanged) unchanged, \(counts.moved) moved, \(counts.new) new, \(counts.fixed) fixed")
    }

    /// Every hundredth finding fixed, another added, the lines of every tenth file moved, every 500th file renamed.
    private static func laterVersion(of old: Snapshot) -> Snapshot {
        var new = Snapshot(header: old.header)
        new.findings.reserve(old.findings.count)
        var random = SplitMix64(seed: 2)
        var path = ""
        var shift = 0
        var prefix = ""
        for row in 0..<old.findings.count {
            if random.chance(1, of: 100) { continue }
            var finding = old.findings[row]
            if finding.path != path {
                path = finding.path
                shift = random.chance(1, of: 10) ? 3 : 0
                prefix = random.chance(1, of: 500) ? "moved/" : ""
            }
            finding.line += shift
            finding.path = prefix + finding.path
            new.findings.append(finding)
            if random.chance(1, of: 100) {
                finding.symbol += ".added"
                new.findings.append(finding)
            }
        }
        new.findings.seal()
        return new
    }
}
